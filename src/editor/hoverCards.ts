import { env, Hover, type MarkdownString, type Position, Range, type TextDocument } from 'vscode';

import { type AccountRegistry, lookupId, type LookupHistory, type TagNames } from '../accounts';
import { type BatchStore, noAccount } from '../batch';
import { openidAt } from '../openids';
import { displayLanguage, errcodeAt } from '../wechat';
import { errorCard } from './errorCard';
import { type KnownPerson, personCard } from './personCard';

/** Characters of a line that are read on either side: lines of logs may be endless. */
const reach = 2500;
/** Lines behind an errcode in which its message may stand. */
const linesBehind = 5;

/** What a hover shows: people and errors that are known here already. Never asks WeChat. */
export class HoverCards {
  constructor(
    private readonly registry: AccountRegistry,
    private readonly lookups: LookupHistory,
    private readonly batches: BatchStore,
    private readonly tagNames: TagNames,
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
    const names = await this.tagNames.kept(known.lookup.appId);
    const card = personCard(known, displayLanguage(env.language), names);
    return placed(card, found.offset, found.offset + found.openid.length);
  }

  /** The latest answer about an openid, among recent lookups and the batches that this window holds. */
  private async known(openid: string): Promise<KnownPerson | undefined> {
    const accounts = await this.registry.all();
    const kept = await Promise.all(accounts.map(({ appId }) => this.lookups.open(lookupId(appId, openid))));
    const people: KnownPerson[] = kept
      .filter(lookup => lookup !== undefined)
      .map(lookup => ({ lookup, target: { lookupId: lookup.id } }));
    for (const batch of this.batches.held()) {
      const outcome = batch.outcomeAt(batch.indexOf(openid) ?? -1);
      if (!outcome || outcome.kind === 'pending') continue;
      const { appId, accountName, startedAt } = batch;
      const lookup = { id: batch.id, appId, accountName, outcome, fetchedAt: startedAt };
      people.push({ lookup, target: { batchId: batch.id, openid } });
    }
    // What WeChat said last; a saved answer may be of any age.
    const age = ({ lookup }: KnownPerson) => (lookup.appId === noAccount ? 0 : lookup.fetchedAt);
    return people.sort((a, b) => age(b) - age(a))[0];
  }
}
