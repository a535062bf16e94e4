/** How the names of an object are written: `"a"`, `a`, or `[a]`. */
export type NameForm = 'quoted' | 'bare' | 'listed';

/** A name with what separates it from its value. */
export interface Name {
  readonly name: string;
  readonly form: NameForm;
  readonly separator: string;
  readonly end: number;
}

const forms: readonly (readonly [NameForm, RegExp])[] = [
  ['quoted', /(?:[uUbBrRN]{1,2})?(["'`])([^"'`\\\s]{1,64})\1\s{0,8}(=>|[:：](?!:)|=(?!=))/y],
  // PHP, where a name may tell its class behind a colon, and Lua.
  ['listed', /\[(["']?)([\w.-]{1,64})\1(?::[^\]\n]{0,64})?\]\s{0,8}(=>|=(?![=~]))/y],
  ['quoted', /()(\d{1,9})\s{0,8}(=>)/y],
  ['quoted', /(:)(\w{1,64})\s{0,8}(=>)/y],
  [
    'bare',
    /()(?!array:\d{1,6} \[)([A-Za-z_$\u4e00-\u9fff][\w$.\u4e00-\u9fff-]{0,63}|\[Symbol\([^)\n]{0,60}\)\])\s{0,8}(=>|[:：](?!:|\/\/|\\)|=(?![=~]))/y,
  ],
];

/** What any of them begins with: hostile text has millions of places where no name is. */
const beginning = /[\w"'`:$\u4e00-\u9fff]|\[["'\w.-]/y;

/** The name that stands at this place, in that form if one is given. */
export function nameAt(text: string, place: number, form?: NameForm): Name | undefined {
  beginning.lastIndex = place;
  if (!beginning.test(text)) return undefined;
  for (const [each, expression] of forms) {
    if (form !== undefined && form !== each) continue;
    expression.lastIndex = place;
    const match = expression.exec(text);
    const [, , name, separator] = match ?? [];
    if (name === undefined || separator === undefined) continue;
    return { name, form: each, separator, end: expression.lastIndex };
  }
  return undefined;
}
