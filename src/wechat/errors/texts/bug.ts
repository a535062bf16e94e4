import { localized } from '../../language';
import { type ErrorTexts } from './errorText';

const mendProgram = localized(
  'Correct the program that made this call; if it was this extension, please report it.',
  '修正发出该请求的程序；如果是本扩展发出的，请反馈给我们。',
  '修正發出該請求的程式；如果是本擴充功能發出的，請回報給我們。',
);

/** The call itself is made wrongly. */
export const bugErrors: ErrorTexts = {
  40002: {
    cause: localized(
      'grant_type must be client_credential.',
      'grant_type 必须为 client_credential。',
      'grant_type 必須為 client_credential。',
    ),
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
  40097: {
    cause: localized('A parameter is invalid.', '请求参数有误。', '請求參數有誤。'),
    nextStep: mendProgram,
  },
  41001: {
    cause: localized(
      'The call carries no access token: it belongs in the query as access_token.',
      '请求缺少 access_token，应放在 URL 的查询参数中。',
      '請求缺少 access_token，應放在 URL 的查詢參數中。',
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
  44002: {
    cause: localized('The POST body is empty.', 'POST 请求体为空。', 'POST 請求主體為空。'),
    nextStep: mendProgram,
  },
  47001: {
    cause: localized(
      'The POST body is not valid JSON, or it holds what belongs in the query.',
      'POST 请求体不是合法的 JSON，或误放了应在查询参数中的内容。',
      'POST 請求主體不是合法的 JSON，或誤放了應在查詢參數中的內容。',
    ),
    nextStep: mendProgram,
  },
};
