import {
  type CancellationToken,
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  type PreparedToolInvocation,
} from 'vscode';

import { type Askers } from '../../commands/askers';
import { Rejection } from '../../commands/command';
import { rejectionOf } from '../../commands/rejections';
import { type Workbench } from '../../commands/workbench';
import { PersonFinder } from '../../jobs/unionids/personFinder';
import { type SharedIndex } from '../../jobs/unionids/sharedIndex';
import { type ToolName, tools } from '../../manifest';
import { signalOf } from '../../ui/asking/progress';
import { CallRefused } from '../../ui/problems/problem';
import { type Problems } from '../../ui/problems/problems';
import { setting } from '../../ui/settings';
import { callerIp, isWeChatFault, WeChatFailure } from '../../wechat';
import { findPersonTool } from './findPersonTool';
import { lookupTool } from './lookupTool';
import { hiddenAddress, untrustedNote } from './masking';
import { decodeTool, explainTool } from './readingTools';
import { type Tool } from './tool';

type ByName = Readonly<Record<ToolName, Tool>>;

/** The tools behind their gate: the setting is read again at each use, whatever VS Code still offers. */
export class Tools {
  private readonly byName: ByName;

  constructor(
    { registry, imports }: Pick<Workbench, 'registry' | 'imports'>,
    known: SharedIndex,
    askers: Askers,
    private readonly problems: Pick<Problems, 'explain'>,
  ) {
    const finder = new PersonFinder(known, imports);
    this.byName = {
      [tools.lookup]: lookupTool(askers),
      [tools.decode]: decodeTool(),
      [tools.explain]: explainTool(),
      [tools.findPerson]: findPersonTool(finder, registry),
    };
  }

  prepare(name: ToolName, input: unknown, token: CancellationToken): Promise<PreparedToolInvocation> {
    return this.gated(async () => {
      const tool = this.byName[name];
      const question = await tool.confirm(input, signalOf(token));
      return { invocationMessage: tool.doing, ...(question && { confirmationMessages: question }) };
    });
  }

  invoke(name: ToolName, input: unknown, token: CancellationToken): Promise<LanguageModelToolResult> {
    return this.gated(async () => {
      const told = { note: untrustedNote, ...(await this.byName[name].run(input, signalOf(token))) };
      return new LanguageModelToolResult([new LanguageModelTextPart(JSON.stringify(told))]);
    });
  }

  private async gated<T>(act: () => Promise<T>): Promise<T> {
    try {
      if (!setting('languageModelTools.enabled')) throw disabled();
      return await act();
    } catch (error) {
      throw withoutAddress(await rejectionOf(error, this.problems), error);
    }
  }
}

/** The address of the user's machine, which a refusal may name, is nothing that a model needs. */
function withoutAddress(rejection: Rejection, error: unknown): Rejection {
  const ip =
    error instanceof WeChatFailure && isWeChatFault(error.fault) ? callerIp(error.fault.errmsg) : undefined;
  const { code, sentence } = rejection;
  return ip === undefined ? rejection : new Rejection(code, sentence.replaceAll(ip, hiddenAddress));
}

function disabled(): CallRefused {
  return new CallRefused(
    'toolsDisabled',
    l10n.t(
      'The user lets no language model use Lens (setting {0}).',
      'wechatOpenid.languageModelTools.enabled',
    ),
  );
}
