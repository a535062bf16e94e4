/** Names of fields as WeChat writes them. */
const names = [
  'openid',
  'unionid',
  'subscribe',
  'subscribe_time',
  'subscribe_scene',
  'tagid_list',
  'groupid',
  'qr_scene',
  'qr_scene_str',
  'remark',
  'language',
  'nickname',
  'sex',
  'city',
  'province',
  'country',
  'headimgurl',
  'user_info_list',
  'errcode',
  'errmsg',
  'next_openid',
];

/** An object by its names. */
export type Fields = Readonly<Record<string, unknown>>;

const exact = new Set(names);
/** Also what libraries make of them: WxJava's `tagIds`. */
const spelled = new Map([
  ...names.map(name => [squashed(name), name] as const),
  ['tagids', 'tagid_list'],
  ['tagidlist', 'tagid_list'],
]);

/** Names in answers of other APIs. Many are anybody's words: only where no profile was found are they looked for. */
const otherNames = [
  ...['access_token', 'session_key', 'privilege', 'watermark', 'phone_info'],
  ...[
    'total',
    'count',
    'data',
    'result_list',
    'ori_openid',
    'new_openid',
    'user_list',
    'tags',
    'groups',
    'name',
    'openids',
  ],
  ...['quota', 'daily_limit', 'request', 'invoke_time', 'dns', 'ping', 'ip', 'ip_list', 'list', 'ref_date'],
];

const exactOther = new Set(otherNames);
const spelledOther = new Map([
  ...otherNames.map(name => [squashed(name), name] as const),
  ['privileges', 'privilege'],
  ['openidlist', 'openids'],
]);

function squashed(name: string): string {
  return name.toLowerCase().replace(/[_\s-]/g, '');
}

/**
 * The object with its fields named as WeChat names them: programs write `openId`, `SubscribeTime`, `errCode`. The
 * very object where it is spelled so already; a field that stands there in both spellings is left as it is.
 */
export function asWeChatSpells(object: object): Fields {
  return respelled(object, exact, spelled);
}

/** The same for names in answers of other APIs. */
export function asOtherApisSpell(fields: Fields): Fields {
  return respelled(fields, exactOther, spelledOther);
}

function respelled(object: object, right: ReadonlySet<string>, names: ReadonlyMap<string, string>): Fields {
  const keys = Object.keys(object);
  if (!keys.some(key => !right.has(key) && names.has(squashed(key)))) return isFields(object) ? object : {};
  const own = new Set(keys);
  return Object.fromEntries(
    Object.entries(object).map(([key, value]): [string, unknown] => {
      const name = names.get(squashed(key)) ?? key;
      return [own.has(name) ? key : name, value];
    }),
  );
}

/** Whether a field of an answer is named so, however it is spelled. */
export function isWeChatName(name: string): boolean {
  return exact.has(name) || spelled.has(squashed(name));
}

function isFields(object: object): object is Fields {
  return !Array.isArray(object);
}
