import { l10n } from 'vscode';

import { type AccountRegistry } from '../../accounts';
import { requestOf } from '../../commands/arguments';
import { type FoundPeople, type PersonFinder, type Wanted } from '../../jobs/unionids/personFinder';
import { cleanOpenid } from '../../openids';
import { type PersonInAccount } from '../../people';
import { CallRefused } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { Ids, nameText, untrusted } from './masking';
import { type Tool } from './tool';

const mostPersons = 20;

/** `wechatOpenid_findPerson`: `{ unionid }`, `{ openid }` or `{ businessKey }`. Business keys are never told. */
export function findPersonTool(
  finder: Pick<PersonFinder, 'find'>,
  registry: Pick<AccountRegistry, 'all'>,
): Tool {
  const names = async () => new Map((await registry.all()).map(({ appId, name }) => [appId, name]));
  return {
    doing: l10n.t('Looking for the person'),
    async confirm(input, signal) {
      const { persons, alone } = await finder.find(wantedBy(input), signal);
      const known = await names();
      const inAccounts = [...persons.flatMap(({ accounts }) => accounts), ...alone];
      const accounts = [...new Set(inAccounts.map(({ appId }) => appId))].map(appId => {
        const name = known.get(appId);
        return name === undefined ? appId : `${nameText(name)} (${appId})`;
      });
      return {
        title: l10n.t('Let the language model find a person?'),
        message: l10n.t(
          'Persons found on this machine: {0}. Account: {1}. The model is told of each account: outcome, follow time, when WeChat was asked, masked openid and unionid. WeChat is asked nothing.',
          countText(persons.length + alone.length),
          accounts.length > 0 ? accounts.join(', ') : '–',
        ),
      };
    },
    async run(input, signal) {
      const wanted = wantedBy(input);
      const found = await finder.find(wanted, signal);
      const known = await names();
      const ids = new Ids(id => wanted.kind !== 'businessKey' && id === wanted.text);
      return toldPeople(found, ids, known);
    },
  };
}

function toldPeople({ persons, alone }: FoundPeople, ids: Ids, names: ReadonlyMap<string, string>): object {
  const told = (each: PersonInAccount) => toldInAccount(each, ids, names.get(each.appId));
  return {
    persons: persons.slice(0, mostPersons).map(({ unionid, accounts }) => ({
      unionid: ids.of(unionid),
      accounts: accounts.map(told),
    })),
    withoutUnionid: alone.slice(0, mostPersons).map(each => ({ ...told(each), cause: each.cause })),
    ...(persons.length > mostPersons && { morePersons: persons.length - mostPersons }),
    ...(alone.length > mostPersons && { moreWithoutUnionid: alone.length - mostPersons }),
  };
}

function toldInAccount(
  { appId, openid, outcome, since, askedAt, olderUnionids }: PersonInAccount,
  ids: Ids,
  name: string | undefined,
): object {
  return {
    appId,
    ...(name !== undefined && { account: untrusted(name) }),
    openid: ids.of(openid),
    outcome: outcome ?? 'neverAsked',
    ...(since !== undefined && { followedAt: new Date(since * 1000).toISOString() }),
    ...(askedAt !== undefined && { askedAt: new Date(askedAt).toISOString() }),
    ...(olderUnionids.length > 0 && { olderUnionids: olderUnionids.length }),
  };
}

/** @throws {CallRefused} unless exactly one is named */
function wantedBy(input: unknown): Wanted {
  const { unionid, openid, businessKey } = requestOf(input);
  const wanted = [
    unionid !== undefined && ({ kind: 'unionid', text: cleanOpenid(unionid).openid } as const),
    openid !== undefined && ({ kind: 'openid', text: cleanOpenid(openid).openid } as const),
    businessKey !== undefined && ({ kind: 'businessKey', text: businessKey.trim() } as const),
  ].filter(each => each !== false);
  const [first, second] = wanted;
  if (!first || second || first.text === '')
    throw new CallRefused(
      'invalidArgument',
      l10n.t('One of {0} is needed, and one only.', '"unionid", "openid", "businessKey"'),
    );
  return first;
}
