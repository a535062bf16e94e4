import { localized } from '../../../language';
import { mendProgram } from '../bug';
import { type ErrorTexts } from '../errorText';
import { useLastTicket } from './platform';

const authorizeAgain = localized(
  "Let the account's administrator authorise the third-party platform again, and keep the new authorizer_refresh_token.",
  '请该账号的管理员重新授权第三方平台，并保存新的 authorizer_refresh_token。',
  '請該帳號的管理員重新授權第三方平台，並保存新的 authorizer_refresh_token。',
);

/** What has to be mended before a call of a platform, or of web authorization. */
export const otherConfigErrors: ErrorTexts = {
  41018: {
    cause: localized(
      'No AppID of the third-party platform arrived: component_appid is empty.',
      '缺少第三方平台的 AppID：component_appid 为空。',
      '缺少第三方平台的 AppID：component_appid 為空。',
    ),
    nextStep: localized(
      'Send component_appid as WeChat names it, in the query or the body that this API wants it in.',
      '按该接口的要求，在查询参数或请求体中传入 component_appid。',
      '依該 API 的要求，在查詢參數或請求主體中傳入 component_appid。',
    ),
  },
  61003: {
    cause: localized(
      'The account has not authorised this third-party platform, or has withdrawn it.',
      '该账号没有授权此第三方平台，或已取消授权。',
      '該帳號沒有授權此第三方平台，或已取消授權。',
    ),
    nextStep: authorizeAgain,
  },
  61014: {
    cause: localized(
      'The component_verify_ticket is wrong or too old; WeChat pushes a new one every 10 minutes.',
      'component_verify_ticket 有误或已过期；微信每 10 分钟推送一次新的。',
      'component_verify_ticket 有誤或已過期；微信每 10 分鐘推送一次新的。',
    ),
    nextStep: useLastTicket,
  },
  61023: {
    cause: localized(
      'The authorizer_refresh_token of the account is invalid: it was lost, replaced, or belongs to another platform.',
      '该账号的 authorizer_refresh_token 无效：已丢失、已被更换，或属于另一个平台。',
      '該帳號的 authorizer_refresh_token 無效：已遺失、已被更換，或屬於另一個平台。',
    ),
    nextStep: authorizeAgain,
  },
  50001: {
    cause: localized(
      'The account is not authorised for this API, or the person has not agreed to it.',
      '该账号未获得此接口的授权，或用户没有授权。',
      '該帳號未取得此 API 的授權，或使用者沒有授權。',
    ),
    nextStep: localized(
      "Compare the account's permissions in the WeChat developer console with what the API needs; with web authorization, ask the person again.",
      '在微信开发者平台核对该账号的接口权限；如为网页授权，请让用户重新授权。',
      '在微信開發者平台核對該帳號的 API 權限；如為網頁授權，請讓使用者重新授權。',
    ),
  },
};

/** Templates, checks of the callback, statistics, migration. */
export const otherDataErrors: ErrorTexts = {
  40037: {
    cause: localized('The template id is invalid.', 'template_id 无效。', 'template_id 無效。'),
    nextStep: localized(
      "Check the template in the account's template library; user APIs do not give this error.",
      '在后台模板库中核对模板 ID；用户接口不会返回此错误。',
      '在後台範本庫中核對範本 ID；使用者 API 不會傳回此錯誤。',
    ),
  },
  40201: {
    cause: localized(
      'The callback URL is not set, or is invalid.',
      '未设置回调 URL，或 URL 无效。',
      '未設定回呼 URL，或 URL 無效。',
    ),
    nextStep: localized(
      'Set the server address of the account in the developer console.',
      '在后台设置该账号的服务器地址。',
      '在後台設定該帳號的伺服器位址。',
    ),
  },
  40202: {
    cause: localized(
      'The action of the check is invalid.',
      '检测动作 action 无效。',
      '檢測動作 action 無效。',
    ),
    nextStep: localized('Use dns, ping or all.', '使用 dns、ping 或 all。', '使用 dns、ping 或 all。'),
  },
  40203: {
    cause: localized(
      'The network operator of the check is invalid.',
      '检测运营商 check_operator 无效。',
      '檢測電信業者 check_operator 無效。',
    ),
    nextStep: localized(
      'Use CHINANET, UNICOM, CAP or DEFAULT.',
      '使用 CHINANET、UNICOM、CAP 或 DEFAULT。',
      '使用 CHINANET、UNICOM、CAP 或 DEFAULT。',
    ),
  },
  61500: {
    cause: localized('The date is malformed.', '日期格式有误。', '日期格式有誤。'),
    nextStep: localized('Write dates as YYYY-MM-DD.', '使用 YYYY-MM-DD 格式。', '使用 YYYY-MM-DD 格式。'),
  },
  61501: {
    cause: localized(
      'The date range is not allowed: at most 7 days, until yesterday.',
      '日期范围不合法：最长 7 天，且截至昨天。',
      '日期範圍不合法：最長 7 天，且截至昨天。',
    ),
    nextStep: localized('Choose a shorter or earlier range.', '缩短或提前日期范围。', '縮短或提前日期範圍。'),
  },
  61503: {
    cause: localized(
      'The statistics of that day are not ready yet.',
      '该日期的统计数据尚未生成。',
      '該日期的統計資料尚未產生。',
    ),
    nextStep: localized(
      'Try again after 08:00, Beijing time.',
      '北京时间 8 点以后再试。',
      '北京時間 8 點以後再試。',
    ),
  },
  63178: {
    cause: localized(
      'The AppID of the migrated account is wrong.',
      '迁移前的账号 from_appid 有误。',
      '遷移前的帳號 from_appid 有誤。',
    ),
    nextStep: localized(
      "Give the old account's other name: its AppID (wx…) or its original id (gh_…).",
      '改填原账号的另一种标识：AppID（wx…）或原始 ID（gh_…）。',
      '改填原帳號的另一種識別：AppID（wx…）或原始 ID（gh_…）。',
    ),
  },
  63182: {
    cause: localized(
      'changeopenid was given no openids: the list is empty, or the body is a form instead of JSON.',
      'changeopenid 没有收到 openid：openid_list 为空，或请求体是表单而不是 JSON。',
      'changeopenid 沒有收到 openid：openid_list 為空，或請求主體是表單而不是 JSON。',
    ),
    nextStep: localized(
      'Send a JSON body with from_appid and openid_list, at most 100 openids.',
      '以 JSON 请求体传入 from_appid 和 openid_list，每次最多 100 个。',
      '以 JSON 請求主體傳入 from_appid 和 openid_list，每次最多 100 個。',
    ),
  },
  63183: {
    cause: localized(
      'The openid_list of changeopenid is malformed: it must be a list of the openids of the old account.',
      'changeopenid 的 openid_list 格式有误：应为原账号 openid 的数组。',
      'changeopenid 的 openid_list 格式有誤：應為原帳號 openid 的陣列。',
    ),
    nextStep: localized(
      'Send a JSON list of 1 to 100 strings, not one string that holds a list.',
      '传入 1 至 100 个字符串组成的 JSON 数组，不要传成一个字符串。',
      '傳入 1 至 100 個字串組成的 JSON 陣列，不要傳成一個字串。',
    ),
  },
};

export const otherBugErrors: ErrorTexts = {
  44002: {
    cause: localized('The POST body is empty.', 'POST 请求体为空。', 'POST 請求主體為空。'),
    nextStep: mendProgram,
  },
  40097: {
    cause: localized('A parameter is invalid.', '请求参数有误。', '請求參數有誤。'),
    nextStep: mendProgram,
  },
  40002: {
    cause: localized(
      'grant_type must be client_credential.',
      'grant_type 必须为 client_credential。',
      'grant_type 必須為 client_credential。',
    ),
    nextStep: mendProgram,
  },
  43001: {
    cause: localized(
      'This API must be called with GET.',
      '此接口须使用 GET 请求。',
      '此 API 須使用 GET 請求。',
    ),
    nextStep: mendProgram,
  },
  43002: {
    cause: localized(
      'This API must be called with POST.',
      '此接口须使用 POST 请求。',
      '此 API 須使用 POST 請求。',
    ),
    nextStep: mendProgram,
  },
  43003: {
    cause: localized('This API must be called over https.', '此接口须使用 https。', '此 API 須使用 https。'),
    nextStep: mendProgram,
  },
  40066: {
    cause: localized(
      'The URL is invalid: there is no API at this path, or a link in the content is not one that WeChat accepts.',
      'URL 无效：该路径没有对应的接口，或内容中的链接不被微信接受。',
      'URL 無效：該路徑沒有對應的 API，或內容中的連結不被微信接受。',
    ),
    nextStep: localized(
      "Compare the path, letter by letter, with WeChat's documentation, and check the links that are sent.",
      '与官方文档逐字核对接口路径，并检查所发送内容中的链接。',
      '與官方文件逐字核對 API 路徑，並檢查所傳送內容中的連結。',
    ),
  },
};
