/** Names that stand together before as many values: `openid/unionid: …/…`, `unionid 和 openid 分别是 … …`. */

const longestNames = 60;
const joint = String.raw`\s?(?:[/、|]|和|与|與|及|and)\s?`;
const promise = String.raw`["'\`]?\s?(?:(?:分别|分別)?(?:是|为|為|are)?\s?[:：=]|(?:分别|分別)?(?:是|为|為|are))\s?["'\`]?`;
const value = String.raw`o[\w-]{27}`;

const firstName = new RegExp(`(?<![\\w/])([A-Za-z][\\w-]{3,30})${joint}$`);
const twoValues = new RegExp(`${promise}${value}["'\`]?\\s?(?:[/、|,， ]|和|与|與)`, 'y');
const secondName = new RegExp(
  `${joint}([A-Za-z][\\w-]{3,30})${promise}${value}["'\`]?\\s?(?:[/、|,， ]|和|与|與)\\s?["'\`]?$`,
);

/** The name of the first value, where the one between these places is that of the second. */
export function nameOfFirst(text: string, start: number, end: number): string | undefined {
  twoValues.lastIndex = end;
  if (!twoValues.test(text)) return undefined;
  return firstName.exec(text.slice(Math.max(0, start - longestNames), start))?.[1];
}

/** The name of a second value, of which the text before it is given. */
export function nameOfSecond(before: string): string | undefined {
  const [, name] = secondName.exec(before.slice(-3 * longestNames)) ?? [];
  return name;
}
