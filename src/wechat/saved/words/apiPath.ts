/** A path below WeChat's host, or one whose beginning no other host has; JSON may escape its slashes. */
const path =
  /(?:\b(?:\w{2}\.)?api2?(?:\.\w{2,12}){0,2}\.qq\.com|(?=\\?\/cgi-bin\\?\/)|(?<![\w.-])(?=\\?\/(?:sns|datacube|wxa|card|customservice)\\?\/))((?:\\?\/[\w-]{1,60}){1,6})/g;

const hosts = ['cgi-bin', '.qq.com', '/sns', '/datacube', '/wxa', '/card', '/customservice'];

/** Names of an error of its own. */
const otherErrors = ['errcode', '错误代码', '错误码'];

/** `Url：https://…`, `【请求地址】: …` */
const addressLine =
  /^\W{0,10}(?:request)?[ _-]?(?:ur[il]|api|path|endpoint)\W|^\W{0,10}(?:请求|請求|接口|调用|呼叫)?(?:地址|位址|接口|链接|连接|路径|路徑)/i;

/** Characters before and behind a place in which the API it is about may be named. */
const reach = 1000;

/**
 * The API that an answer, or a code, at this place came from. The lines in which it stands decide: the last path
 * before it, or else the first behind it. Where they name none it is the nearest one above, as where a ticket shows a
 * request and then its answer; but not beyond another error, nor where the line below names another request. With none
 * above it may be one below that says it is the address, as libraries put it there.
 */
export function apiOf(text: string, start: number, end: number): string | undefined {
  const above = text.slice(Math.max(0, start - reach), start);
  const below = text.slice(end, end + reach);
  const lineStart = above.lastIndexOf('\n') + 1;
  const lineEnd = below.indexOf('\n');
  const [before, behind] = [above.slice(lineStart), lineEnd < 0 ? below : below.slice(0, lineEnd)];
  const inside = text.slice(start, Math.min(end, start + reach));
  const named = pathsIn(before).at(-1) ?? pathsIn(inside + behind)[0];
  if (named !== undefined) return named;
  const lines = above.slice(0, lineStart);
  const last = Math.max(...otherErrors.map(name => lines.toLowerCase().lastIndexOf(name)));
  const earlier = pathsIn(lines.slice(last + 1)).at(-1);
  const next = lineEnd < 0 ? '' : (below.slice(lineEnd + 1).split('\n', 1)[0] ?? '');
  const [other] = pathsIn(next);
  if (earlier === undefined && last < 0 && addressLine.test(next)) return other;
  const hasOwnAnswer = /err_?code|\{/i.test(below.slice(lineEnd + 1 + next.length));
  return other !== undefined && other !== earlier && !hasOwnAnswer ? undefined : earlier;
}

function pathsIn(text: string): string[] {
  // Most texts name none, and looking for one is dear.
  if (!hosts.some(host => text.includes(host))) return [];
  return Array.from(text.matchAll(path), ([, found = '']) => found.replaceAll('\\', ''));
}
