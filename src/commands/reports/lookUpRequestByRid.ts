import { l10n } from 'vscode';

import { type Clients } from '../../accounts';
import { RidReporter } from '../../jobs/reports/ridReporter';
import { type Panels } from '../../panels';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { withProgress } from '../../ui/asking/progress';
import { ask, Cancelled } from '../../ui/asking/steps';
import { diagnosis, ridOf } from '../../wechat';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.lookUpRequestByRid`: `{ rid?, appId?, path? }`; what WeChat kept of a refused request, for 7 days. */
export function lookUpRequestByRid(pick: AccountPicker, clients: Clients, panels: Panels): Handler {
  return async argument => {
    const target = targetOf(argument);
    const rid = target.rid ?? (await askForRid());
    const account = await pick(argument, l10n.t('Which account made the request?'));
    const { tracedRequest } = await diagnosis();
    const request = await withProgress(l10n.t('Asking WeChat about the request {0}', rid), signal =>
      clients.for(account.appId).ask(tracedRequest, rid, { signal }),
    );
    const reports = await panels.reports();
    reports.show(
      `rid ${rid}`,
      new RidReporter(account, { ...request, rid, path: target.path }),
      () => undefined,
    );
  };
}

async function askForRid(): Promise<string> {
  const answer = await ask({
    title: l10n.t('Look Up Request by rid'),
    prompt: l10n.t('Paste a rid, or an error message that ends with one. WeChat keeps requests for 7 days.'),
    placeholder: '6a0f3c2d-1b2c3d4e-5f607182',
    check: text => (ridIn(text) === undefined ? l10n.t('There is no rid in this text.') : undefined),
  });
  const rid = typeof answer === 'string' ? ridIn(answer) : undefined;
  if (rid === undefined) throw new Cancelled();
  return rid;
}

/** Behind `rid:` as in an error message, or standing alone. */
function ridIn(text: string): string | undefined {
  return ridOf(text) ?? ridOf(`rid: ${text.trim()}`);
}
