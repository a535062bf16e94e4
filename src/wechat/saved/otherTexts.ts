import { type DisplayLanguage, type Localized, localized } from '../language';
import { type OtherText } from './otherText';

const texts: Readonly<Record<OtherText, Localized>> = {
  success: localized(
    "This is WeChat's answer to a call that succeeded (errcode 0). It holds no profile.",
    '这是调用成功的应答（errcode 为 0），其中没有用户资料。',
    '這是呼叫成功的回應（errcode 為 0），其中沒有使用者資料。',
  ),
  token: localized(
    'This is an answer with an access token, not with a profile. Whoever has the token can act for the account: do not share it.',
    '这是获取 access_token 的应答，不是用户资料。持有 access_token 即可操作该账号，请勿外传。',
    '這是取得 access_token 的回應，不是使用者資料。持有 access_token 即可操作該帳號，請勿外傳。',
  ),
  authorization: localized(
    'This is a token of web authorization (网页授权), not an answer of user/info. Look up its openid to see the profile.',
    '这是网页授权返回的 token，不是 user/info 的应答。可用其中的 openid 查询用户资料。',
    '這是網頁授權傳回的 token，不是 user/info 的回應。可用其中的 openid 查詢使用者資料。',
  ),
  webProfile: localized(
    'This is a profile of web authorization (sns/userinfo). It does not say whether the person follows: look up its openid to see that.',
    '这是网页授权的用户资料（sns/userinfo），不含是否关注。可用其中的 openid 查询。',
    '這是網頁授權的使用者資料（sns/userinfo），不含是否關注。可用其中的 openid 查詢。',
  ),
  miniProgram: localized(
    'This is an answer of a Mini Program. Its openids belong to the Mini Program and are unknown to an Official Account.',
    '这是小程序的应答，其中的 openid 属于小程序，与公众号的 openid 不通用。',
    '這是小程式的回應，其中的 openid 屬於小程式，與公眾號的 openid 不通用。',
  ),
  pay: localized(
    'This is an answer or a notice of WeChat Pay, not a profile.',
    '这是微信支付的应答或通知，不是用户资料。',
    '這是微信支付的回應或通知，不是使用者資料。',
  ),
  followers: localized(
    'This is a list of openids without profiles. Run "Fetch Profiles from List…" on it to get them.',
    '这是只含 openid 的列表，没有用户资料。可对它执行“从列表批量获取用户资料…”。',
    '這是只含 openid 的清單，沒有使用者資料。可對它執行「從清單批次取得使用者資料…」。',
  ),
  tags: localized(
    "This is an account's list of tags, not a profile.",
    '这是公众号的标签列表，不是用户资料。',
    '這是公眾號的標籤清單，不是使用者資料。',
  ),
  request: localized(
    'This is the body of a batchget request, not its answer. Run "Fetch Profiles from List…" on it to ask WeChat.',
    '这是 batchget 的请求体，不是应答。可对它执行“从列表批量获取用户资料…”向微信查询。',
    '這是 batchget 的請求主體，不是回應。可對它執行「從清單批次取得使用者資料…」向微信查詢。',
  ),
  noRows: localized(
    'This is an answer of batchget without anybody in it.',
    '这是 batchget 的应答，其中没有任何用户。',
    '這是 batchget 的回應，其中沒有任何使用者。',
  ),
  cut: localized(
    'A JSON object is cut: its beginning or its end is missing. Select the whole answer.',
    '有 JSON 对象不完整，缺少开头或结尾。请选中完整的应答。',
    '有 JSON 物件不完整，缺少開頭或結尾。請選取完整的回應。',
  ),
  damaged: localized(
    "An answer's JSON is damaged in a way that cannot be mended without guessing. Copy it again from where it came.",
    '有应答的 JSON 已损坏，不猜测就无法修复。请从来源处重新复制。',
    '有回應的 JSON 已損壞，不猜測就無法修復。請從來源處重新複製。',
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
    '这里只有空白。请选中微信的应答。',
    '這裡只有空白。請選取微信的回應。',
  ),
  html: localized(
    'This is an HTML page, not an answer of WeChat: a proxy, a gateway or a login page answered in its place.',
    '这是 HTML 页面，不是微信的应答：可能由代理、网关或登录页返回。',
    '這是 HTML 頁面，不是微信的回應：可能由 Proxy、閘道或登入頁傳回。',
  ),
  pushedXml: localized(
    "This is a message or an event that WeChat pushes to the account's server, not an answer of user/info.",
    '这是微信推送到公众号服务器的消息或事件，不是 user/info 的应答。',
    '這是微信推送到公眾號伺服器的訊息或事件，不是 user/info 的回應。',
  ),
  xml: localized(
    'This is XML. user/info and batchget answer in JSON.',
    '这是 XML；user/info 和 batchget 返回 JSON。',
    '這是 XML；user/info 和 batchget 傳回 JSON。',
  ),
  json: localized(
    'This is JSON, but no answer of user/info or batchget and no error of WeChat.',
    '这是 JSON，但不是 user/info、batchget 的应答，也不是微信的错误。',
    '這是 JSON，但不是 user/info、batchget 的回應，也不是微信的錯誤。',
  ),
  text: localized(
    'No answer of WeChat was found in this text. Select what user/info or batchget answered, or an error body.',
    '这段文本中没有微信的应答。请选中 user/info、batchget 的应答或错误信息。',
    '這段文字中沒有微信的回應。請選取 user/info、batchget 的回應或錯誤資訊。',
  ),
};

/** What a text is, in a sentence for people. */
export function sentenceOf(what: OtherText, language: DisplayLanguage): string {
  return texts[what][language];
}
