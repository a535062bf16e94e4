import { callerIp } from '../../errors/callerIp';
import { ridOf } from '../../errors/rid';

const named =
  /(?:\berr(?:or)?[_ ]?(?:msg|message)\b|错误(?:信息|说明|消息)|錯誤(?:訊息|說明)|说明|說明|\bmessage\b|\bmsg\b)["'\])\\\s]{0,8}(?:[:：]|={1,3}>?|>(?:<!\[CDATA\[)?)\s{0,40}(?:string\(\d{1,6}\)\s{0,4})?["'\\\s]{0,8}((?:(?!\]\]>|<\/)[^"'\\\n}]){0,600})/i;

/** What stands between a code and its message, if nothing else does: `(40164, 'invalid ip …')`, `40013: invalid appid`. */
const between = /^["'\])\s]{0,4}(?:[:：,，]\s?|\s)["']?/;
const words = /^(?!\w{1,40}["']?\s?[:=：])[A-Za-z\u3400-\u9fff][^"'\\\n}]{0,500}/;

/**
 * The message of a code, of which what stands before and behind it is given. A named one comes behind it as a rule. One
 * without a name is taken only where it tells the caller's address or the request, which any line may go on to do.
 */
export function messageOf(before: string, behind: string): string {
  const message = named.exec(behind)?.[1] ?? named.exec(before)?.[1];
  return message === undefined
    ? withoutName(behind.split('\n', 1)[0] ?? '')
    : withRid(unescaped(message), behind);
}

/** Logs may name the request in a field of its own. */
function withRid(message: string, behind: string): string {
  if (ridOf(message) !== undefined) return message;
  const rid = ridOf(behind);
  return rid === undefined ? message : `${message.trim()} rid: ${rid}`;
}

function withoutName(line: string): string {
  const [message = ''] = words.exec(line.replace(between, '')) ?? [];
  if (ridOf(message) !== undefined || callerIp(message) !== undefined) return message;
  const rid = ridOf(line);
  return rid === undefined ? '' : `rid: ${rid}`;
}

/** Queries escape their signs. */
function unescaped(message: string): string {
  if (!/%[\da-f]{2}/i.test(message)) return message;
  return message.replace(/(?:%[\da-f]{2})+/gi, run => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run; // a per cent sign that escapes nothing
    }
  });
}
