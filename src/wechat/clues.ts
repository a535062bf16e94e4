/** What a text that somebody pasted into a box for an AppID looks like. */
export type PastedText = 'appId' | 'appSecret' | 'openid' | 'originalId' | 'corpId' | 'unknown';

const shapes: readonly (readonly [RegExp, PastedText])[] = [
  [/^wx[\da-f]{16}$/, 'appId'],
  [/^[\da-f]{32}$/, 'appSecret'],
  [/^gh_[\da-f]{12}$/, 'originalId'],
  [/^ww[\da-f]{16}$/, 'corpId'],
  [/^o[\w-]{27}$/, 'openid'],
];

/**
 * What a pasted text most likely is, after the shapes seen in practice: good for a hint, never for a refusal,
 * since WeChat promises none of them. A unionid has the shape of an openid.
 */
export function looksLike(text: string): PastedText {
  const trimmed = text.trim();
  return shapes.find(([shape]) => shape.test(trimmed))?.[1] ?? 'unknown';
}
