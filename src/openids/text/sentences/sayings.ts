/**
 * What sentences, and the errors of databases, say of a value that is not next to its name: `unionid changed from …`,
 * `the unionid of … is …`, `duplicate key value is (…)`.
 */

const opening = String.raw`["'\`([{]{0,2}`;
const before: readonly RegExp[] = [
  new RegExp(
    `\\b(\\w{0,20}union_?ids?)[ \\t]+(?:(?:has|was|is|mismatch|conflict|changed?|updated?|differs?|expected|from|old|actual|got)[ \\t:,]+){1,4}${opening}$`,
    'i',
  ),
  new RegExp(
    `\\b(union_?ids?)[ \\t]+(?:of|for)[ \\t]+["'\`]?[\\w-]{20,40}["'\`]?[ \\t]*(?:is|was|to|into|=|:|->|=>)[ \\t]*${opening}$`,
    'i',
  ),
  // MongoDB and SQL Server name the index or the constraint.
  /\bindex:?\s[\w$.-]{0,80}?(union_?id)\w*\s+dup key:?\s\{\s:\s["']?$/i,
  /\b(?:constraint|index)\s'\w{0,40}?(union_?id)\w*'[^\r\n]{0,120}\bkey value is \([^()\r\n]{0,40}$/i,
];

/** MySQL's `Duplicate entry '…' for key 'fans.uk_unionid'`. */
const keyBehind = /^["'`]\s{1,4}for key\s{1,4}["'`](?:[\w-]{1,64}\.)?([\w-]{4,64})["'`]/i;

/** The name that is said to be the value's; `text` is what stands before it. */
export function nameSaidBefore(text: string): string | undefined {
  for (const pattern of before) {
    const name = pattern.exec(text)?.[1];
    if (name !== undefined) return name;
  }
  return undefined;
}

export function keyNamedBehind(text: string): string | undefined {
  return keyBehind.exec(text)?.[1];
}

/** Ruby's matchers have no brackets: `expect(user.unionid).to eq "…"`, `_(user.unionid).must_equal "…"`. */
const matcher =
  /\b(?:expect|value|_)\([^()\r\n]{0,60}?\b(union_?id)["'\]]{0,2}\)\.(?:(?:not_)?to(?:_not)?\s(?:eql?|equal|be|match)|(?:must|wont)_\w{2,8})\s["']$/i;

/** The name of which a value is expected; `text` is what stands before it. */
export function nameExpectedBefore(text: string): string | undefined {
  return matcher.exec(text)?.[1];
}

const assertion = /\bassert_(?:not_)?equal\s["']$/;
const assertedBehind = /^["'],\s?[\w.:@[\]"'&]{0,60}?\b(\w{0,20}(?:open|union)_?id)\b/i;

/** The name behind a value that Ruby's `assert_equal "…", user.unionid` compares with it. */
export function nameComparedBehind(before: string, behind: string): string | undefined {
  return assertion.test(before) ? assertedBehind.exec(behind)?.[1] : undefined;
}
