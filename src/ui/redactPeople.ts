import { redact } from './redact';

const hidden = '«hidden»';

/** Whatever stands behind a key that names a person, quoted, escaped or in a query. */
const named = /((?:open_?id|union_?id|openid_list)\\?["']?\s*[=:]\s*\[?\s*\\?["']?)[^"'&\s,}\]\\]+/gi;
/** 28 characters that begin with `o`: openids and unionids, whatever is around them. */
const shaped = /(?<![\w-])o[\w-]{27}(?![\w-])/g;

/** Takes secrets and tokens out of a text, and everything that tells who a person is. For texts that are passed on. */
export function redactPeople(text: string): string {
  return redact(text).replace(named, `$1${hidden}`).replace(shaped, hidden);
}
