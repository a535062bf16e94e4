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

function squashed(name: string): string {
  return name.toLowerCase().replace(/[_-]/g, '');
}

/**
 * The object with its fields named as WeChat names them: programs write `openId`, `SubscribeTime`, `errCode`. The
 * very object where it is spelled so already; a field that stands there in both spellings is left as it is.
 */
export function asWeChatSpells(object: object): Fields {
  const keys = Object.keys(object);
  if (!keys.some(isSpelledOtherwise)) return isFields(object) ? object : {};
  const own = new Set(keys);
  return Object.fromEntries(
    Object.entries(object).map(([key, value]): [string, unknown] => {
      const name = spelled.get(squashed(key)) ?? key;
      return [own.has(name) ? key : name, value];
    }),
  );
}

function isSpelledOtherwise(key: string): boolean {
  return !exact.has(key) && spelled.has(squashed(key));
}

function isFields(object: object): object is Fields {
  return !Array.isArray(object);
}
