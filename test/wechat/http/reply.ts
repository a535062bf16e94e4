/**
 * What an API answers: the JSON text of a success, or an errcode. `refusal` gets a request id behind its text on the way
 * out, `verbatim` goes out as it is.
 */
export type Reply =
  | { readonly kind: 'success'; readonly body: string }
  | { readonly kind: 'refusal' | 'verbatim'; readonly errcode: number; readonly errmsg: string };

/** The classic texts. The numbers that stand in more than one text are told apart by the caller. */
const TEXTS: ReadonlyMap<number, string> = new Map([
  [-1, 'system error'],
  [
    40001,
    'invalid credential, access_token is invalid or not latest, could get access_token by getStableAccessToken, ' +
      'more details at https://mmbizurl.cn/s/JtxxFh33r',
  ],
  [40002, 'invalid grant_type'],
  [40003, 'invalid openid'],
  [40013, 'invalid appid'],
  [40014, 'invalid access_token'],
  [40031, 'invalid openid list'],
  [40032, 'invalid openid list size'],
  [40037, 'invalid template_id'],
  [40066, 'invalid url'],
  [40092, 'invalid remark name'],
  [40097, 'invalid args'],
  [40125, 'invalid appsecret, view more at http://t.cn/RAEkdVq'],
  [40164, 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist'],
  [40243, 'AppSecret frozen'],
  [41001, 'access_token missing'],
  [41002, 'appid missing'],
  [41004, 'appsecret missing'],
  [41009, 'missing openid'],
  [42001, 'access_token expired'],
  [43001, 'require GET method'],
  [43002, 'require POST method'],
  [43003, 'require https'],
  [44002, 'empty post data'],
  [45009, 'reach max api daily quota limit'],
  [45011, 'api minute-quota reach limit, must slower, retry next minute'],
  [45035, 'access clientip is not registered'],
  [45056, 'too many tag now, no need to add new'],
  [45057, 'can not delete the tag that has too many fans'],
  [45058, 'can not modify sys tag'],
  [45059, 'can not tag the same user with too many tags'],
  [45157, 'invalid tag name'],
  [45158, 'tag name too long'],
  [45159, 'invalid tag id'],
  [46004, 'user not exist'],
  [47001, 'data format error'],
  [48001, 'api unauthorized'],
  [48004, 'api forbidden'],
  [48006, 'forbid to clear quota because of reaching the limit'],
  [49003, 'not match openid with appid'],
  [50002, 'user limited'],
  [50004, 'user not allow to use accesstoken, maybe for punishment'],
  [50005, 'user not following'],
  [50007, 'account frozen'],
  [61004, 'access clientip is not registered requestIP: 203.0.113.7'],
  [63178, 'appid wrong'],
  [76001, 'rid not found'],
  [76002, 'rid is error'],
  [76003, 'could not query this rid with this appid'],
  [76021, 'cgi_path not found, please check'],
  [76022, 'could not use this cgi_path, no permission'],
]);

export function succeed(value: unknown): Reply {
  return { kind: 'success', body: JSON.stringify(value) };
}

export function refuse(errcode: number, errmsg = TEXTS.get(errcode) ?? 'error'): Reply {
  return { kind: 'refusal', errcode, errmsg };
}
