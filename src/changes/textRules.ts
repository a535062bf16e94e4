/** WeChat counts bytes of UTF-8, ten Chinese characters, though its pages say characters in places. */
export const mostBytes = 30;

export function bytesOf(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/**
 * Whether WeChat will refuse the remark: more than 30 bytes. The page says "less than 30", so that nobody but WeChat
 * knows about 30 themselves. The empty remark takes a remark away.
 */
export function isRemarkTooLong(remark: string): boolean {
  return bytesOf(remark) > mostBytes;
}

/** Why a tag cannot have this name, before WeChat is asked; 45158 and 45157 say the same afterwards. */
export function tagNameProblem(
  name: string,
  others: Iterable<string>,
): 'empty' | 'tooLong' | 'taken' | undefined {
  if (name.trim() === '') return 'empty';
  if (bytesOf(name) > mostBytes) return 'tooLong';
  return [...others].includes(name) ? 'taken' : undefined;
}

/** 0, 1 and 2 are WeChat's own (no group, blacklist, starred): it renames none of them (45058). */
export function isSystemTag(id: number): boolean {
  return id >= 0 && id <= 2;
}
