import { type Localized, localized } from '../../language';
import { type ErrorTexts } from './errorText';

function listSize(most: number): Localized {
  return localized(
    `The list of openids is empty or longer than ${most}, the most that this API takes.`,
    `openid 列表为空，或超过该接口的上限 ${most} 个。`,
    `openid 清單為空，或超過該 API 的上限 ${most} 個。`,
  );
}

/** What was asked for is wrong: an openid, a tag, a text. */
export const dataErrors: ErrorTexts = {
  40003: {
    cause: localized(
      'WeChat does not accept this openid: it is malformed, belongs to another account, or the person never followed. One such openid fails a whole batch.',
      'openid 无效：格式有误、属于其他账号，或该用户未曾关注。批量查询时，一个无效的 openid 会使整批失败。',
      'openid 無效：格式有誤、屬於其他帳號，或該使用者未曾關注。批次查詢時，一個無效的 openid 會使整批失敗。',
    ),
    nextStep: localized(
      'Check that it was copied whole, is not a unionid, and belongs to this account.',
      '检查是否复制完整、是否误用了 unionid，以及是否属于当前账号。',
      '檢查是否複製完整、是否誤用了 unionid，以及是否屬於目前帳號。',
    ),
  },
  40031: {
    cause: localized('The list of openids is malformed.', 'openid 列表格式有误。', 'openid 清單格式有誤。'),
    nextStep: localized(
      'Send a list of 1 to 100 objects, each with an openid.',
      '传入 1 至 100 个包含 openid 的对象。',
      '傳入 1 至 100 個包含 openid 的物件。',
    ),
  },
  40032: {
    cause: localized(
      'The list of openids is empty or too long.',
      'openid 列表为空，或数量超出上限。',
      'openid 清單為空，或數量超出上限。',
    ),
    nextStep: localized(
      'Send one openid at least, and no more than this API takes.',
      '至少传入一个 openid，且不超过该接口的上限。',
      '至少傳入一個 openid，且不超過該 API 的上限。',
    ),
    elsewhere: [
      {
        at: ['/cgi-bin/user/info/batchget'],
        cause: listSize(100),
        nextStep: localized(
          'Ask for at most 100 openids in one call, or fewer if the error stays.',
          '每次最多查询 100 个 openid；若仍报错，请再减少数量。',
          '每次最多查詢 100 個 openid；若仍出錯，請再減少數量。',
        ),
      },
      {
        at: ['/cgi-bin/tags/members/batchtagging', '/cgi-bin/tags/members/batchuntagging'],
        cause: listSize(50),
        nextStep: localized(
          'Tag at most 50 people in one call.',
          '每次最多为 50 个用户打标签或取消标签。',
          '每次最多為 50 個使用者加標籤或取消標籤。',
        ),
      },
      {
        at: ['/cgi-bin/tags/members/batchblacklist', '/cgi-bin/tags/members/batchunblacklist'],
        cause: listSize(20),
        nextStep: localized(
          'Send at most 20 people in one call.',
          '每次最多拉黑或取消拉黑 20 个用户。',
          '每次最多將 20 個使用者加入或移出黑名單。',
        ),
      },
    ],
  },
  40037: {
    cause: localized('The template id is invalid.', 'template_id 无效。', 'template_id 無效。'),
    nextStep: localized(
      "Check the template in the account's template library; user APIs do not give this error.",
      '在后台模板库中核对模板 ID；用户接口不会返回此错误。',
      '在後台範本庫中核對範本 ID；使用者 API 不會傳回此錯誤。',
    ),
  },
  40092: {
    cause: localized(
      'The remark is too long: WeChat allows about 30 bytes, which is 10 Chinese characters.',
      '备注名过长：上限约 30 字节，即 10 个汉字。',
      '備註名稱過長：上限約 30 位元組，即 10 個漢字。',
    ),
    nextStep: localized('Shorten the remark.', '缩短备注名。', '縮短備註名稱。'),
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
  41009: {
    cause: localized('No openid arrived: it is empty.', '缺少 openid：值为空。', '缺少 openid：值為空。'),
    nextStep: localized('Fill in the openid.', '填写 openid。', '填寫 openid。'),
  },
  46004: {
    cause: localized('There is no such user.', '用户不存在。', '使用者不存在。'),
    nextStep: localized(
      'Check the openid and the account it belongs to.',
      '核对 openid 及其所属账号。',
      '核對 openid 及其所屬帳號。',
    ),
  },
  49003: {
    cause: localized(
      'The openid belongs to another account than the access token.',
      'openid 与当前账号的 AppID 不匹配。',
      'openid 與目前帳號的 AppID 不相符。',
    ),
    nextStep: localized(
      'Look it up with the account it belongs to.',
      '换用该 openid 所属的账号查询。',
      '改用該 openid 所屬的帳號查詢。',
    ),
  },
  50005: {
    cause: localized(
      'The user does not follow this account.',
      '该用户未关注此账号。',
      '該使用者未關注此帳號。',
    ),
    nextStep: localized(
      'Nothing can be read until the person follows again.',
      '用户重新关注之前无法获取其信息。',
      '使用者重新關注之前無法取得其資訊。',
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
      "Give the old account's AppID (wx…), not its original id (gh_…).",
      '填写原账号的 AppID（wx…），而不是原始 ID（gh_…）。',
      '填寫原帳號的 AppID（wx…），而不是原始 ID（gh_…）。',
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
  76001: {
    cause: localized(
      'WeChat knows no request with this rid: it is mistyped, or older than 7 days.',
      '查不到该 rid：可能输入有误，或已超过 7 天。',
      '查不到該 rid：可能輸入有誤，或已超過 7 天。',
    ),
    nextStep: localized('Look up a newer rid.', '换一个较新的 rid 查询。', '改用較新的 rid 查詢。'),
  },
  76002: {
    cause: localized('The rid is malformed.', 'rid 格式有误。', 'rid 格式有誤。'),
    nextStep: localized(
      'Copy the whole rid, three groups of hexadecimal digits joined by hyphens.',
      '完整复制 rid：以连字符相连的三组十六进制字符。',
      '完整複製 rid：以連字號相連的三組十六進位字元。',
    ),
  },
  76003: {
    cause: localized('The rid belongs to another account.', '该 rid 不属于此账号。', '該 rid 不屬於此帳號。'),
    nextStep: localized(
      'Look it up with the account that made the request.',
      '换用发出该请求的账号查询。',
      '改用發出該請求的帳號查詢。',
    ),
  },
  76021: {
    cause: localized(
      'There is no API with this path.',
      'cgi_path 对应的接口不存在。',
      'cgi_path 對應的 API 不存在。',
    ),
    nextStep: localized(
      'Write the path with a leading slash and without host, such as /cgi-bin/user/info.',
      '路径以 / 开头且不含域名，例如 /cgi-bin/user/info。',
      '路徑以 / 開頭且不含網域，例如 /cgi-bin/user/info。',
    ),
  },
  76022: {
    cause: localized(
      "The account may not query this API's path.",
      '该账号无权查询此接口路径。',
      '該帳號無權查詢此 API 路徑。',
    ),
    nextStep: localized(
      'Query an API that the account may call.',
      '查询该账号有权调用的接口。',
      '查詢該帳號有權呼叫的 API。',
    ),
  },
};
