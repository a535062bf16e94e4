import { l10n } from 'vscode';
import * as v from 'valibot';

import { type Account } from '../../accounts';
import { type Askers } from '../../commands/askers';
import { requestOf } from '../../commands/arguments';
import { cleanOpenid } from '../../openids';
import { CallRefused } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { Ids, nameText, untrusted } from './masking';
import { toldOutcome } from './toldProfile';
import { type Tool } from './tool';

/** Each costs a call of WeChat, and is a person whom the user has to answer for. */
export const mostPeople = 20;

const People = v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(mostPeople));

interface Wanted {
  readonly openid: string;
  readonly account: Account;
}

/** `wechatOpenid_lookup`: `{ openids, appId? }`. */
export function lookupTool({ search, choice }: Pick<Askers, 'search' | 'choice'>): Tool {
  /** Who is asked under which account, without asking anybody. */
  const wantedBy = async (input: unknown): Promise<readonly Wanted[]> => {
    const { openids: given, appId } = requestOf(input);
    const { success, output } = v.safeParse(People, given);
    const openids = success ? output.map(text => cleanOpenid(text).openid) : [];
    if (!success || openids.includes(''))
      throw new CallRefused(
        'invalidOpenids',
        l10n.t('"{0}" takes at least one and at most {1} openids.', 'openids', countText(mostPeople)),
      );
    const wanted: Wanted[] = [];
    for (const openid of new Set(openids)) {
      wanted.push({ openid, account: (await choice.for(openid, { appId, quiet: true })).account });
    }
    return wanted;
  };
  return {
    doing: l10n.t('Looking openids up'),
    async confirm(input) {
      const wanted = await wantedBy(input);
      const accounts = new Map(wanted.map(({ account }) => [account.appId, account.name]));
      const names = [...accounts].map(([appId, name]) => `${nameText(name)} (${appId})`);
      return {
        title: l10n.t('Let the language model look people up?'),
        message: l10n.t(
          'Account: {0}. Persons: {1}. WeChat is asked about each, and the model is told: outcome, follow time, scene, language, numbers of tags, QR parameter, masked unionid.',
          names.join(', '),
          countText(wanted.length),
        ),
      };
    },
    async run(input, signal) {
      const results: object[] = [];
      const wanted = await wantedBy(input);
      const asked = new Set(wanted.map(({ openid }) => openid));
      for (const { openid, account } of wanted) {
        signal.throwIfAborted();
        const { appId } = account;
        // Nobody but the account that the user has agreed to is asked.
        const { outcome } = await search.find(openid, { appId, quiet: true });
        const told = toldOutcome(outcome, new Ids(id => asked.has(id)));
        results.push({ ...told, appId, account: untrusted(account.name) });
      }
      return { results };
    },
  };
}
