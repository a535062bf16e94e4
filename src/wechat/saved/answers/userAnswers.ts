import { safeText } from '../../errors/safeText';
import { asOtherApisSpell, asWeChatSpells, type Fields } from './spelling';

/** Answers of the user APIs without profiles, and of their neighbours. */
export const userAnswers = [
  'followers', // user/get
  'taggedFollowers', // user/tag/get
  'blacklist', // tags/members/getblacklist
  'tags', // tags/get
  'tagIds', // tags/getidlist
  'groups', // groups/get
  'migration', // changeopenid
  'quota', // openapi/quota/get
  'trace', // openapi/rid/get
  'callbackCheck', // callback/check
  'domainIps', // get_api_domain_ip, getcallbackip
  'statistics', // datacube
  'request', // the body of a batchget request
] as const;

export type UserAnswer = (typeof userAnswers)[number];

/** An answer of a user API by name, with the openids that can be asked for. */
export interface NamedAnswer {
  readonly what: UserAnswer;
  readonly openids?: readonly string[];
  readonly failures?: readonly FailedRow[];
}

/** One row of an answer that failed while the call succeeded: changeopenid alone has such. */
export interface FailedRow {
  readonly openid: string;
  readonly message: string;
}

const longestOpenid = 64;
const longestMessage = 100;

/** Which API a list or a report came from: by its fields, and by the path where lists look alike. */
export function userAnswer(fields: Fields, endpointOf: () => string | undefined): NamedAnswer | undefined {
  if (isListOf(fields['result_list'], 'ori_openid')) return migration(fields['result_list']);
  // WxJava gives its rows alone.
  if ('ori_openid' in fields) return migration([fields]);
  if (Array.isArray(fields['user_list'])) return { what: 'request', openids: openidsOf(fields['user_list']) };
  if (isOpenidList(fields)) return { what: listOf(fields, endpointOf()), openids: openidsOf(listIn(fields)) };
  if (isListOf(fields['tags'], 'name')) return { what: 'tags' };
  if (isListOf(fields['groups'], 'name')) return { what: 'groups' };
  if (Array.isArray(fields['tagid_list']) && !('openid' in fields)) return { what: 'tagIds' };
  if (holds(fields['quota'], 'daily_limit')) return { what: 'quota' };
  if (holds(fields['request'], 'invoke_time')) return { what: 'trace' };
  if (isListOf(fields['dns'], 'ip') || isListOf(fields['ping'], 'ip')) return { what: 'callbackCheck' };
  if (Array.isArray(fields['ip_list'])) return { what: 'domainIps' };
  if (isListOf(fields['list'], 'ref_date')) return { what: 'statistics' };
  return undefined;
}

/** A page beyond the end has neither `data` nor always `next_openid`: its numbers tell. */
function isOpenidList(fields: Fields): boolean {
  const isPage = 'count' in fields && ('total' in fields || 'next_openid' in fields);
  return isPage || ('next_openid' in fields && listIn(fields) !== undefined);
}

/** Only user/tag/get gives no total. */
function listOf(fields: Fields, endpoint: string | undefined): UserAnswer {
  if (endpoint?.endsWith('/getblacklist')) return 'blacklist';
  return 'total' in fields && !endpoint?.endsWith('/tag/get') ? 'followers' : 'taggedFollowers';
}

/** Libraries take the list out of `data`, or name it for what it is: more than one. */
function listIn({ data, openids }: Fields): unknown {
  const list = spelledIn(data, 'openid') ?? spelledIn(data, 'openids');
  return list ?? (Array.isArray(openids) ? openids : undefined);
}

function openidsOf(list: unknown): readonly string[] {
  const rows: readonly unknown[] = Array.isArray(list) ? list : [];
  return rows.map(row => spelledIn(row, 'openid') ?? row).filter(isOpenid);
}

function isOpenid(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestOpenid;
}

function migration(rows: readonly Fields[]): NamedAnswer {
  const openids: string[] = [];
  const failures: FailedRow[] = [];
  for (const row of rows) {
    const { ori_openid, new_openid, errmsg } = asOtherApisSpell(asWeChatSpells(row));
    if (isOpenid(new_openid)) openids.push(new_openid);
    else
      failures.push({
        openid: safeText(String(ori_openid), longestOpenid),
        message: typeof errmsg === 'string' ? safeText(errmsg, longestMessage) : '',
      });
  }
  return { what: 'migration', openids, failures };
}

function holds(value: unknown, key: string): value is Fields {
  return spelledIn(value, key) !== undefined;
}

/** What an object holds under a name, however it is spelled there. */
function spelledIn(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return asOtherApisSpell(asWeChatSpells(value))[key];
}

function isListOf(value: unknown, key: string): value is readonly Fields[] {
  return Array.isArray(value) && value.length > 0 && value.every(row => holds(row, key));
}
