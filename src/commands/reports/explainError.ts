import { l10n } from 'vscode';

import { type ErrorExplainer } from '../../jobs/reports/errorExplainer';
import { Problem } from '../../ui/problems/problem';
import { errorIn, type WeChatFault } from '../../wechat';
import { missing, targetOf } from '../arguments';
import { type Handler } from '../command';
import { pickError } from './pickError';

/** `wechatOpenid.explainError`: `{ code? }` → what it means and what to do, as data too; no account, no network. */
export function explainError(explainer: ErrorExplainer): Handler {
  return async argument => {
    const { code, show } = targetOf(argument);
    if (show === false) {
      if (code === undefined) throw missing('missingCode', 'code');
      return explainer.explain(faultFrom(String(code)));
    }
    return explainer.show(code === undefined ? await pickError() : faultFrom(String(code)));
  };
}

function faultFrom(text: string): WeChatFault {
  const fault = errorIn(text);
  if (fault) return fault;
  throw new Problem(
    l10n.t(
      'There is no error code here: WeChat names one in "errcode", and 0 means that the call succeeded.',
    ),
    [],
    'invalidCode',
  );
}
