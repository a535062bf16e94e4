import { l10n } from 'vscode';

import { requestOf } from '../../commands/arguments';
import { errorIn, findAnswers } from '../../wechat';
import { CallRefused } from '../../ui/problems/problem';
import { Ids, untrusted } from './masking';
import { toldFault, toldProfile } from './toldProfile';
import { type Tool } from './tool';

/** What a model can hold at once, and read without a progress of its own. */
const longestText = 1_000_000;
const mostProfiles = 100;

/** `wechatOpenid_decode`: `{ text }`. Tells nothing that the model did not bring. */
export function decodeTool(): Tool {
  return {
    doing: l10n.t('Reading an answer of WeChat'),
    confirm: () => Promise.resolve(undefined),
    async run(input, signal) {
      const { text } = requestOf(input);
      if (text === undefined || text.length > longestText)
        throw new CallRefused('invalidText', l10n.t('"{0}" takes a text.', 'text'));
      const { profiles, errors, failures } = await findAnswers(text, { signal });
      const ids = new Ids(id => text.includes(id));
      return {
        profiles: profiles.slice(0, mostProfiles).map(profile => toldProfile(profile, ids)),
        ...(profiles.length > mostProfiles && { moreProfiles: profiles.length - mostProfiles }),
        errors: errors.slice(0, mostProfiles).map(toldFault),
        failures: failures
          .slice(0, mostProfiles)
          .map(({ openid, message }) => ({ openid: ids.of(openid), message: untrusted(message) })),
      };
    },
  };
}

/** `wechatOpenid_explain`: `{ code }`, an errcode or a text with one. */
export function explainTool(): Tool {
  return {
    doing: l10n.t('Explaining an error of WeChat'),
    confirm: () => Promise.resolve(undefined),
    run(input) {
      const { code } = requestOf(input);
      const fault = code === undefined ? undefined : errorIn(String(code));
      if (!fault)
        throw new CallRefused('invalidCode', l10n.t('"{0}" holds no error code of WeChat.', 'code'));
      return Promise.resolve({ explanation: toldFault(fault) });
    },
  };
}
