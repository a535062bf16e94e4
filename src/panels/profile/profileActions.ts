import { commands as vscodeCommands, env, Uri } from 'vscode';

import { type Outcome } from '../../batch';
import { commands } from '../../manifest';
import { type ProfileAction } from '../../protocol/messages/profileMessages';
import { byHand } from '../../ui/asking/byHand';
import { whitelistPage } from '../../ui/whitelistPage';
import { rawAnswer } from './rawAnswer';
import { type RawJson, type RawOrigin, rawText } from './rawJson';

/** What can be done from a shown profile wherever it is shown; `refresh` is the business of its panel. */
export class ProfileActions {
  constructor(private readonly rawJson: RawJson) {}

  async run(
    action: ProfileAction,
    { outcome, appId }: { readonly outcome: Outcome; readonly appId: string },
    origin: Omit<RawOrigin, 'openid'>,
  ): Promise<void> {
    const raw = rawAnswer(outcome);
    const person = () => byHand({ openid: outcome.openid, appId });
    switch (action.type) {
      case 'refresh':
        return;
      case 'copyText':
        return env.clipboard.writeText(action.text);
      case 'copyJson':
        return raw && env.clipboard.writeText(rawText(raw));
      case 'openRaw':
        return raw && this.rawJson.open({ ...origin, openid: outcome.openid });
      case 'openConsole':
        await env.openExternal(Uri.parse(whitelistPage));
        return;
      case 'lookUp':
        return vscodeCommands.executeCommand(
          commands.lookup,
          byHand({ openid: action.openid, appId: action.appId }),
        );
      case 'openList':
        return vscodeCommands.executeCommand(
          commands.openBatch,
          byHand({ batchId: action.batchId, openid: outcome.openid }),
        );
      case 'findPerson':
        return vscodeCommands.executeCommand(commands.findPerson, byHand({ unionid: action.unionid }));
      case 'editRemark':
        return vscodeCommands.executeCommand(commands.editRemark, person());
      case 'tag':
        return vscodeCommands.executeCommand(commands.tagPeople, person());
      case 'untag':
        return vscodeCommands.executeCommand(commands.untagPeople, person());
    }
  }
}
