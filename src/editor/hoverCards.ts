import { env, Hover, type MarkdownString, type Position, Range, type TextDocument } from 'vscode';

import { type AccountRegistry, type NewestAnswers, type TagNames } from '../accounts';
import { noAccount } from '../batch';
import { openidAt } from '../openids';
import { type ChangeSource } from '../panels';
import { displayLanguage, errcodeAt } from '../wechat';
import { errorCard } from './errorCard';
import { personCard } from './personCard';

/** Characters of a line that are read on either side: lines of logs may be endless. */
const reach = 2500;
/** Lines behind an errcode in which its message may stand. */
const linesBehind = 5;

/** What a hover shows: people and errors that are known here already. Never asks WeChat. */
export class HoverCards {
  constructor(
    private readonly registry: AccountRegistry,
    private readonly answers: NewestAnswers,
    private readonly tagNames: TagNames,
    private readonly changes?: Pick<ChangeSource, 'overlay'>,
  ) {}

  async at(document: TextDocument, position: Position): Promise<Hover | undefined> {
    const { line, character } = position;
    const from = Math.max(0, character - reach);
    const offset = character - from;
    const placed = (card: MarkdownString, start: number, end: number) =>
      new Hover(card, new Range(line, from + start, line, from + end));

    const behind = document.getText(new Range(line, from, line + linesBehind, 0));
    const error = errcodeAt(behind.slice(0, offset + reach), offset);
    if (error) return placed(errorCard(error.fault), error.start, error.end);

    const text = document.getText(new Range(line, from, line, character + reach));
    const found = openidAt(text, offset);
    const known = found && (await this.known(found.openid));
    if (!found || !known) return undefined;
    const [names, changes] = await Promise.all([
      this.tagNames.kept(known.appId),
      this.changes?.overlay(known.appId),
    ]);
    const card = personCard(known, displayLanguage(env.language), names, changes);
    return placed(card, found.offset, found.offset + found.openid.length);
  }

  /** The newest answer about an openid that is at hand, a saved one of any age where there is no other. */
  private async known(openid: string) {
    const accounts = await this.registry.all();
    return this.answers.ofAny(openid, [...accounts.map(({ appId }) => appId), noAccount]);
  }
}
