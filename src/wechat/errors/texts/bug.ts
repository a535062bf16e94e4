import { localized } from '../../language';
import { type ErrorTexts } from './errorText';

export const mendProgram = localized(
  'Correct the program that made this call; if it was this extension, please report it.',
  '修正发出该请求的程序；如果是本扩展发出的，请反馈给我们。',
  '修正發出該請求的程式；如果是本擴充功能發出的，請回報給我們。',
);

/** The call itself is made wrongly. */
export const bugErrors: ErrorTexts = {
  41001: {
    cause: localized(
      'The call carries no access token: it belongs in the query as access_token.',
      '请求缺少 access_token，应放在 URL 的查询参数中。',
      '請求缺少 access_token，應放在 URL 的查詢參數中。',
    ),
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
