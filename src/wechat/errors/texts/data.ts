import { localized } from '../../language';
import { type ErrorTexts } from './errorText';

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
  },
  40092: {
    cause: localized(
      'The remark is too long: WeChat allows about 30 bytes, which is 10 Chinese characters.',
      '备注名过长：上限约 30 字节，即 10 个汉字。',
      '備註名稱過長：上限約 30 位元組，即 10 個漢字。',
    ),
    nextStep: localized('Shorten the remark.', '缩短备注名。', '縮短備註名稱。'),
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
