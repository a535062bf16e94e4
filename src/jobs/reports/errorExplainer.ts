import { commands as vscodeCommands, env, l10n, Uri, window } from 'vscode';

import { type AccountRegistry } from '../../accounts';
import { commands } from '../../manifest';
import { inARow } from '../../ui/formats';
import { type Action } from '../../ui/problem';
import { sentencesOf, whitelistPage } from '../../ui/problems';
import {
  displayLanguage,
  type Explanation,
  explainError,
  isKeptRequest,
  isWeChatFault,
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
        run: () => vscodeCommands.executeCommand(commands.lookUpRequestByRid, { rid }),
      });
    actions.push(
      { label: l10n.t('Copy'), run: () => env.clipboard.writeText(textOf(fault)) },
      { label: l10n.t('Documentation'), run: () => open(errorCodesPage) },
    );
    return actions;
  }
}

/** Cause and next step; 40001 means two things, and a code alone does not tell which. */
export function textOf(fault: WeChatFault): string {
  const language = displayLanguage(env.language);
  const sentences = sentencesOf(explainError(fault, language));
  if (!isAmbiguous(fault)) return sentences;
  const { cause } = explainError({ ...fault, endpoint: tokenEndpoint }, language);
  return inARow(
    sentences,
    l10n.t('If it came from {0} or {1}: {2}', tokenEndpoint, olderTokenEndpoint, cause),
  );
}

export const tokenEndpoint = '/cgi-bin/stable_token';
const olderTokenEndpoint = '/cgi-bin/token';

function isAmbiguous(fault: WeChatFault): boolean {
  return isWeChatFault(fault) && fault.errcode === 40001 && fault.endpoint === undefined;
}

function open(page: string): Thenable<boolean> {
  return env.openExternal(Uri.parse(page));
}
