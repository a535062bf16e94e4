import { type DisplayLanguage, type Localized, localized } from '../../language';
import { type OtherText } from './looks';

const texts: Readonly<Record<OtherText, Localized>> = {
  success: localized(
    "This is WeChat's answer to a call that succeeded (errcode 0). It holds no profile.",
    '这是调用成功的返回结果（errcode 为 0），其中没有用户资料。',
    '這是呼叫成功的回應（errcode 為 0），其中沒有使用者資料。',
  ),
  token: localized(
    'This is an answer with an access token, not with a profile. Whoever has the token can act for the account: do not share it.',
    '这是获取 access_token 的返回结果，不是用户资料。持有 access_token 即可操作该账号，请勿外传。',
    '這是取得 access_token 的回應，不是使用者資料。持有 access_token 即可操作該帳號，請勿外傳。',
  ),
  authorization: localized(
    'This is a token of web authorization (网页授权), not an answer of user/info. Look up its openid to see the profile.',
    '这是网页授权返回的 token，不是 user/info 的返回结果。可用其中的 openid 查询用户资料。',
    '這是網頁授權傳回的 token，不是 user/info 的回應。可用其中的 openid 查詢使用者資料。',
  ),
  webProfile: localized(
    'This is a profile of web authorization (sns/userinfo). It does not say whether the person follows: look up its openid to see that.',
    '这是网页授权的用户资料（sns/userinfo），不含是否关注。可用其中的 openid 查询。',
    '這是網頁授權的使用者資料（sns/userinfo），不含是否關注。可用其中的 openid 查詢。',
  ),
  miniProgram: localized(
    'This is an answer of a Mini Program. Its openids belong to the Mini Program and are unknown to an Official Account.',
    '这是小程序的返回结果，其中的 openid 属于小程序，与公众号的 openid 不通用。',
    '這是小程式的回應，其中的 openid 屬於小程式，與公眾號的 openid 不通用。',
  ),
  pay: localized(
    'This is an answer or a notice of WeChat Pay, not a profile.',
    '这是微信支付的返回结果或通知，不是用户资料。',
    '這是微信支付的回應或通知，不是使用者資料。',
  ),
  followers: localized(
    "This is a page of an account's followers (user/get): openids without profiles.",
    '这是公众号关注者列表的一页（user/get），只有 openid，没有用户资料。',
    '這是公眾號關注者清單的一頁（user/get），只有 openid，沒有使用者資料。',
  ),
  taggedFollowers: localized(
    'This is a page of the people with one tag (user/tag/get): openids without profiles.',
    '这是某个标签下用户列表的一页（user/tag/get），只有 openid，没有用户资料。',
    '這是某個標籤下使用者清單的一頁（user/tag/get），只有 openid，沒有使用者資料。',
  ),
  blacklist: localized(
    "This is a page of an account's blacklist (getblacklist): openids without profiles.",
    '这是公众号黑名单的一页（getblacklist），只有 openid，没有用户资料。',
    '這是公眾號黑名單的一頁（getblacklist），只有 openid，沒有使用者資料。',
  ),
  tags: localized(
    "This is an account's list of tags (tags/get), not a profile.",
    '这是公众号的标签列表（tags/get），不是用户资料。',
    '這是公眾號的標籤清單（tags/get），不是使用者資料。',
  ),
  tagIds: localized(
    'These are the tags of one person (tags/getidlist), as numbers; it does not say whose they are.',
    '这是某个用户的标签 ID（tags/getidlist），其中没有该用户的 openid。',
    '這是某個使用者的標籤 ID（tags/getidlist），其中沒有該使用者的 openid。',
  ),
  groups: localized(
    "This is an account's list of groups (groups/get), which tags have replaced.",
    '这是公众号的分组列表（groups/get），该功能已由标签取代。',
    '這是公眾號的分組清單（groups/get），該功能已由標籤取代。',
  ),
  migration: localized(
    'This is an answer of changeopenid: openids of a migrated account and what they are in the new one.',
    '这是 changeopenid 的返回结果：账号迁移前后的 openid 对照。',
    '這是 changeopenid 的回應：帳號遷移前後的 openid 對照。',
  ),
  quota: localized(
    'This is the quota of one API (openapi/quota/get): calls allowed, used and left today.',
    '这是某个接口的调用额度（openapi/quota/get）：今天的上限、已用和剩余次数。',
    '這是某個 API 的呼叫額度（openapi/quota/get）：今天的上限、已用和剩餘次數。',
  ),
  trace: localized(
    'This is what WeChat kept of a request (openapi/rid/get): when it came, from where, and what was answered.',
    '这是微信保存的一次请求记录（openapi/rid/get）：时间、来源 IP 和返回内容。',
    '這是微信保存的一次請求記錄（openapi/rid/get）：時間、來源 IP 和回應內容。',
  ),
  callbackCheck: localized(
    "This is the result of a network check of the account's server (callback/check).",
    '这是对公众号服务器的网络检测结果（callback/check）。',
    '這是對公眾號伺服器的網路檢測結果（callback/check）。',
  ),
  domainIps: localized(
    'This is a list of IP addresses of WeChat (get_api_domain_ip or getcallbackip).',
    '这是微信服务器的 IP 列表（get_api_domain_ip 或 getcallbackip）。',
    '這是微信伺服器的 IP 清單（get_api_domain_ip 或 getcallbackip）。',
  ),
  statistics: localized(
    'These are statistics by day (datacube): numbers without openids.',
    '这是按日统计的数据（datacube），只有数字，没有 openid。',
    '這是按日統計的資料（datacube），只有數字，沒有 openid。',
  ),
  request: localized(
    'This is the body of a batchget request, not its answer.',
    '这是 batchget 的请求体，不是返回结果。',
    '這是 batchget 的請求主體，不是回應。',
  ),
  noRows: localized(
    'This is an answer of batchget without anybody in it.',
    '这是 batchget 的返回结果，其中没有任何用户。',
    '這是 batchget 的回應，其中沒有任何使用者。',
  ),
  cut: localized(
    'An answer is cut: its beginning or its end is missing. Select the whole answer.',
    '有返回结果不完整，缺少开头或结尾。请选中完整的返回结果。',
    '有回應不完整，缺少開頭或結尾。請選取完整的回應。',
  ),
  damaged: localized(
    "An answer's JSON is damaged in a way that cannot be mended without guessing. Copy it again from where it came.",
    '有返回结果的 JSON 已损坏，只能靠猜测修复，因此未作处理。请从来源处重新复制。',
    '有回應的 JSON 已損壞，只能靠猜測修復，因此未作處理。請從來源處重新複製。',
  ),
  garbled: localized(
    'This looks like an answer as a program printed it, but parts of it cannot be read here. Select the JSON that WeChat sent, if it was logged too.',
    '这像是程序打印出来的返回结果，但其中有些内容无法识别。如果日志中还有微信返回的原始 JSON，请选中它。',
    '這像是程式印出來的回應，但其中有些內容無法識別。如果記錄中還有微信傳回的原始 JSON，請選取它。',
  ),
  rowWithoutOpenid: localized(
    'Some rows of batchget have no openid and cannot be shown.',
    'batchget 的部分条目没有 openid，无法显示。',
    'batchget 的部分項目沒有 openid，無法顯示。',
  ),
  tooLong: localized(
    'The text is longer than 30 MB. Select a smaller part.',
    '文本超过 30 MB，请选中较小的部分。',
    '文字超過 30 MB，請選取較小的部分。',
  ),
  blank: localized(
    'There is nothing but white space here. Select an answer of WeChat.',
    '这里只有空白。请选中微信的返回结果。',
    '這裡只有空白。請選取微信的回應。',
  ),
  html: localized(
    'This is an HTML page, not an answer of WeChat: a proxy, a gateway or a login page answered in its place.',
    '这是 HTML 页面，不是微信的返回结果：可能由代理、网关或登录页返回。',
    '這是 HTML 頁面，不是微信的回應：可能由 Proxy、閘道或登入頁傳回。',
  ),
  pushedXml: localized(
    "This is a message or an event that WeChat pushes to the account's server, not an answer of user/info.",
    '这是微信推送到公众号服务器的消息或事件，不是 user/info 的返回结果。',
    '這是微信推送到公眾號伺服器的訊息或事件，不是 user/info 的回應。',
  ),
  xml: localized(
    'This is XML. user/info and batchget answer in JSON.',
    '这是 XML；user/info 和 batchget 返回 JSON。',
    '這是 XML；user/info 和 batchget 傳回 JSON。',
  ),
  json: localized(
    'This is JSON, but no answer of user/info or batchget and no error of WeChat.',
    '这是 JSON，但不是 user/info、batchget 的返回结果，也不是微信的错误。',
    '這是 JSON，但不是 user/info、batchget 的回應，也不是微信的錯誤。',
  ),
  text: localized(
    'No answer of WeChat was found in this text. Select what user/info or batchget answered, or an error body.',
    '这段文本中没有微信的返回结果。请选中 user/info、batchget 的返回结果或错误信息。',
    '這段文字中沒有微信的回應。請選取 user/info、batchget 的回應或錯誤資訊。',
  ),
};

/** What a text is, in a sentence for people. */
export function sentenceOf(what: OtherText, language: DisplayLanguage): string {
  return texts[what][language];
}
