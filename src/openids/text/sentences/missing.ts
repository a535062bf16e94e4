/**
 * A name rules a value out only where it is its name. `missing unionid: …` and `没有unionid的用户：…` are sentences
 * about somebody without one, and what stands behind them is the openid.
 */

const longestClause = 48;

/** English and Chinese words, directly before a name, that say it is not there or was not to be had. */
const missing =
  /(?:\b(?:no|without|missing|lacks?|lacking|empty|absent|needs?|requires?)\s+(?:[a-z]+\s+){0,2}|\b(?:(?:fail(?:ed|s|ure)?|unable)\s+(?:to|in)|(?:failed|error|failure)\s+[a-z]+ing|can(?:\s?no|['’])t|could\s?n(?:o|['’])t|does\s?n(?:o|['’])t\s+have|has\s+no)\s+(?:[a-z]+\s+){0,4}|(?:没|沒|无(?!效)|無(?!效)|缺|未(?!知)|不到)[\u3400-\u9fff]{0,8}\s?)$/i;

/** Words before `token` and its like that make an English sentence of it. */
const complaint =
  /(?:\b(?:invalid|bad|wrong|expired|unknown|illegal|missing|no)|无效的?|错误的?|过期的?|失效的?)\s?$/i;

/** A clause ends where a bracket, a quote or a sign begins another; `can't` goes on. */
const clauseStart = /(?:n['’]t |[^"'`“”‘’()[\]{}<>（）【】=:：,，;；.。!！?？\r\n])*$/;

const clauseEnd = /["'`([{<=:,;.&\r\n]/;

function clauseBefore(text: string, start: number): string {
  if (clauseEnd.test(text.charAt(start - 1))) return '';
  return clauseStart.exec(text.slice(Math.max(0, start - longestClause), start))?.[0] ?? '';
}

/** Whether the words before the name at `start` say that there is none. */
export function isMissed(text: string, start: number): boolean {
  const clause = clauseBefore(text, start);
  return clause !== '' && missing.test(clause);
}

/** Whether the words before the name at `start` complain of it, as `invalid token` does. */
export function isComplainedOf(text: string, start: number): boolean {
  return complaint.test(clauseBefore(text, start));
}

/** Chinese words between a name and its sign that speak of somebody else, or of a failure: `unionid失败：`. */
const elsewhere =
  /[没沒无無未缺]|(?<!不[为為])空|不(?!为空|為空)|错误|錯誤|失败|失敗|异常|異常|失效|[过過]期|不存在|用户|用戶|粉丝|粉絲|的(?!值|字段|内容|是|为|為)/;

/** Whether Chinese text after a name goes on about something else than its value. */
export function speaksOfOthers(words: string): boolean {
  return elsewhere.test(words);
}
