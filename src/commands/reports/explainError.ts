import { l10n } from 'vscode';
import * as v from 'valibot';

import { type ErrorExplainer } from '../../jobs/reports/errorExplainer';
import { Problem } from '../../ui/problem';
import { errorIn, type WeChatFault } from '../../wechat';
import { type Handler } from '../command';
import { pickError } from './pickError';

/** A code, or a text with one: an error body, a line of a log. */
const Request = v.object({ code: v.union([v.number(), v.string()]) });

/** `wechatOpenid.explainError`: `{ code? }` → what it means and what to do, as data too; no account, no network. */
export function explainError(explainer: ErrorExplainer): Handler {
  return async argument => {
    const request = v.safeParse(Request, argument);
    return explainer.show(request.success ? faultFrom(String(request.output.code)) : await pickError());
  };
}

function faultFrom(text: string): WeChatFault {
  const fault = errorIn(text);
  if (fault) return fault;
  throw new Problem(
    l10n.t(
      'There is no error code here: WeChat names one in "errcode", and 0 means that the call succeeded.',
    ),
  );
}
