import { commands as vscodeCommands, env, l10n, Uri, window } from 'vscode';

import { type AccountRegistry } from '../../accounts';
import { commands } from '../../manifest';
import { byHand } from '../../ui/asking/byHand';
import { type Action } from '../../ui/problems/problem';
import { sentencesOf } from '../../ui/problems/problemOf';
import { whitelistPage } from '../../ui/whitelistPage';
import {
  displayLanguage,
  type Explanation,
  explainError,
  isKeptRequest,
  type WeChatFault,
} from '../../wechat';

/** WeChat's own table of error codes, in Chinese. */
export const errorCodesPage =
  'https://developers.weixin.qq.com/doc/oplatform/developers/errCode/errCode.html';

/** Explains an error wherever it happened: no account and no network are needed. */
export class ErrorExplainer {
  constructor(
    private readonly registry: Pick<AccountRegistry, 'all'>,
    private readonly now: () => number = Date.now,
  ) {}

  explain(fault: WeChatFault): Explanation {
    return explainError(fault, displayLanguage(env.language));
  }

  /** Shows what it means, with what can be done. Does not wait for the user, who may leave it standing. */
  async show(fault: WeChatFault): Promise<Explanation> {
    const explanation = this.explain(fault);
    const actions = await this.actionsFor(fault);
    void window.showInformationMessage(textOf(fault), ...actions.map(({ label }) => label)).then(label => {
      return actions.find(action => action.label === label)?.run();
    });
    return explanation;
  }

  /** What can be done about it from here. */
  async actionsFor(fault: WeChatFault): Promise<Action[]> {
    const { ip, rid } = this.explain(fault);
    const actions: Action[] = [];
    if (ip !== undefined)
      actions.push(
        { label: l10n.t('Copy IP'), run: () => env.clipboard.writeText(ip) },
        { label: l10n.t('Open WeChat Console'), run: () => open(whitelistPage) },
      );
    // WeChat tells an account about its own requests only, and nothing about those of a refused IP.
    else if (rid !== undefined && isKeptRequest(rid, this.now()) && (await this.registry.all()).length > 0)
      actions.push({
        label: l10n.t('Look Up Request'),
        run: () => vscodeCommands.executeCommand(commands.lookUpRequestByRid, byHand({ rid })),
      });
    actions.push(
      { label: l10n.t('Copy'), run: () => env.clipboard.writeText(textOf(fault)) },
      { label: l10n.t('Documentation'), run: () => open(errorCodesPage) },
    );
    return actions;
  }
}

/** Cause and next step; what else a code may mean where nobody knows which API answered. */
export function textOf(fault: WeChatFault): string {
  return sentencesOf(explainError(fault, displayLanguage(env.language)));
}

function open(page: string): Thenable<boolean> {
  return env.openExternal(Uri.parse(page));
}
