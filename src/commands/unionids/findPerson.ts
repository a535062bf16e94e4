import { randomUUID } from 'node:crypto';
import { commands as vscodeCommands, l10n } from 'vscode';

import { type AccountRegistry } from '../../accounts';
import { type PersonFinder, type Wanted } from '../../jobs/unionids/personFinder';
import { PersonReporter } from '../../jobs/unionids/personReporter';
import { commands } from '../../manifest';
import { type Panels } from '../../panels';
import { withProgress } from '../../ui/asking/progress';
import { ask } from '../../ui/asking/steps';
import { Hint } from '../../ui/problems/problem';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.findPerson`: `{ unionid?, openid?, businessKey? }`, or asks; only what is kept here, no network. */
export function findPerson(
  finder: PersonFinder,
  registry: Pick<AccountRegistry, 'all'>,
  panels: Pick<Panels, 'reports'>,
): Handler {
  return async argument => {
    const wanted = wantedBy(argument) ?? (await askWhom());
    const found = await withProgress(l10n.t('Looking for the person'), signal => finder.find(wanted, signal));
    if (found.persons.length + found.alone.length === 0) throw nobody();
    const names = new Map((await registry.all()).map(({ appId, name }) => [appId, name]));
    const reporter = new PersonReporter(found, appId => names.get(appId) ?? appId);
    // A page for each search: what was asked for is named nowhere outside of it, and what is known changes.
    (await panels.reports()).show(`person ${randomUUID()}`, reporter, () => undefined);
  };
}

function wantedBy(argument: unknown): Wanted | undefined {
  const { unionid, openid, businessKey } = targetOf(argument);
  if (unionid !== undefined) return { kind: 'unionid', text: unionid };
  if (openid !== undefined) return { kind: 'openid', text: openid };
  return businessKey === undefined ? undefined : { kind: 'businessKey', text: businessKey.trim() };
}

async function askWhom(): Promise<Wanted> {
  const answer = await ask({
    title: l10n.t('Find Person'),
    prompt: l10n.t('A unionid, an openid, or a business key of an import'),
    check: text => (text.trim() === '' ? l10n.t('Type or paste an id.') : undefined),
  });
  return { kind: 'any', text: typeof answer === 'string' ? answer.trim() : '' };
}

function nobody(): Hint {
  return new Hint(
    l10n.t(
      'Nobody with this id is known on this machine, and WeChat offers no way from a unionid to an openid. Fetch the profiles of your followers, or import pairs, and try again.',
    ),
    [
      {
        label: l10n.t('Import UnionID Pairs…'),
        run: () => vscodeCommands.executeCommand(commands.importPairs),
      },
    ],
  );
}
