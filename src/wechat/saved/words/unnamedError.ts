import { errorCodes } from '../../errors/errorTable';
import { type WeChatFault } from '../../errors/fault';
import { safeText } from '../../errors/safeText';
import { apiOf } from './apiPath';

const alone = /^[\s"'([]*(-?\d{1,9})[\s"',;)\]]*$/;
/**
 * Five digits that nothing else claims: no port (`127.0.0.1:45009`), place in a file (`foo.js:40001:12`), duration,
 * amount, value of another name (`"total":40003`, `size=40003`), or part of a longer number or id.
 */
const bare = new RegExp(
  [
    String.raw`(?=\d{5})(?<![\w.\-/#@$%¥￥>][:：]?|::)`,
    // What WeChat calls an id is no number: `invalid openid(40003)`.
    String.raw`(?<!\b(?:port|line|row|column|position|goroutine|success|succeeded|total|count|size|length|bytes|limit|offset|order|zip|postcode|sqlstate|entry|timeout|ttl|elapsed|cost|\w{0,20}scene|pid|price|fee|amount|balance|stock|score|\w{0,20}(?<!open|app|union|media_|template_)id|no\.|build)[^\w\n]{0,3})`,
    String.raw`(?<!(?:端口|行|第|共|编号|編號|(?<!错误|錯誤)[号號]|邮编|郵遞區號|[数數]|[数數]量|[金余餘][额額]|积分|積分|耗时|耗時|成功|(?:累计|新增|累計)[关關]注|已处理|已處理|ID)\s?[:：]?\s?)`,
    String.raw`(?<!(?<!err|error|code|no|fail|status|ret|result|reason|message|msg|[码碼])["']?(?:=|"\s?:)\s?["']?)`,
    // The size of an answer in the log of a server, and the number of a process in those of Nest and the system.
    String.raw`(?<!" \d{3} )(?<!\d ?ms - )(?<!\[Nest\]\s{1,4})(?<!\d\d:\d\d:\d\d \S{1,60} [\w.-]{1,40}\[)(?<!\d)`,
    // A word behind it may be the message: `40001-invalid credential`. Spring has a process before three dashes.
    String.raw`\d{5}(?![\w./%]\w|[-:](?![a-z]{4,20}\s)\w|\w|->|\s{1,3}---)(?!\s?(?:(?:ms|s|bytes|[KMG]B|rows|records|users|items|times)\b|[元行条條次个個人位名秒毫万萬字]))`,
  ].join(''),
  'gi',
);
const codeName =
  /\b(?:code|ret|status|err(?:or)?(?:no)?|(?:ret|res|result|return|biz|sub|wx|wechat)_?code|errorcodevalue)["']?\s?[:=：]\s?["']?(\d{5})(?![\w.:-]\w|\w)/gi;
/** -1 is anybody's, but for the words that WeChat sends with it. */
const systemError = /(?<![\w.])-1(?=["')\]:：,，\s]{1,4}(?:system error|系统繁忙|系統繁忙))/i;

/** Characters that are read: a body with a whole stack trace is shorter. */
const longest = 100_000;
const maxErrmsg = 500;

/** The code that a person typed alone, or the only known code that stands in a text. Code 0 is no error. */
export function unnamedErrorIn(text: string): WeChatFault | undefined {
  const beginning = text.slice(0, longest);
  const code = alone.exec(beginning)?.[1];
  if (code !== undefined) return Number(code) === 0 ? undefined : { errcode: Number(code), errmsg: '' };
  const known = new Set(errorCodes().filter(each => !isSqlState(beginning, each)));
  const found = [
    ...Array.from(beginning.matchAll(codeName), match => ({ code: match[1] ?? '', match })),
    ...Array.from(beginning.matchAll(bare), match => ({ code: match[0], match })),
  ].filter(each => known.has(Number(each.code)));
  const [first] = found;
  if (!first) return systemErrorIn(beginning);
  if (found.some(each => each.code !== first.code)) return undefined;
  return faultAt(beginning, Number(first.code), first.match);
}

function systemErrorIn(text: string): WeChatFault | undefined {
  const match = systemError.exec(text);
  return match ? faultAt(text, -1, match) : undefined;
}

function faultAt(text: string, errcode: number, { 0: all, index }: RegExpExecArray): WeChatFault {
  const endpoint = apiOf(text, index, index + all.length);
  return { errcode, errmsg: safeText(text, maxErrmsg), ...(endpoint !== undefined && { endpoint }) };
}

/** Databases have states of five digits; 40001 is one of them, of which not all say what it is. */
function isSqlState(text: string, code: number): boolean {
  if (code === 40001 && /could not serialize access|serialization failure/i.test(text)) return true;
  return new RegExp(`sqlstate["']?\\W{1,5}${code}`, 'i').test(text);
}
