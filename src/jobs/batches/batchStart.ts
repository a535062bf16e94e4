import { l10n, window } from 'vscode';

import { type Account, type Clients } from '../../accounts';
import { type Batch, type BatchStore, type BatchSummary, planBatch } from '../../batch';
import { type FoundOpenids } from '../../openids';
import { cleaningsText } from '../../ui/texts/cleaningTexts';
import { countText } from '../../ui/texts/formats';
import { leftOutText, lineOf } from '../../ui/texts/leftOutTexts';
import { Problem } from '../../ui/problems/problem';
import { setting } from '../../ui/settings';
import { Cancelled } from '../../ui/asking/steps';
import { type AccountChoice, type ChoiceOptions } from '../accounts/accountChoice';
import { confirmationNeeded, secretNeeded } from '../accounts/quietly';
import { type BatchJob } from './batchJob';
import { confirmCost, type Cost } from './costQuestion';
import { type ListDivision, type ListPart } from './listDivision';

/** A text and the number of its first line in the editor. */
export interface ReadText {
  readonly text: string;
  readonly firstLine: number;
}

export interface BatchRequest {
  readonly found: FoundOpenids;
  /** Where the openids came from, in words for people. */
  readonly source: string;
  /** The text that was read, where it is one and at hand, so that lines can be told. */
  readonly read?: ReadText;
  readonly appId?: string;
  /** False for callers that only want the result. */
  readonly show?: boolean;
  /** Who shows what becomes of it: its table and a word at its end, or whoever asked for it. */
  readonly shownBy?: 'table' | 'caller';
}

/** Openids of one account that WeChat itself has listed: each is one, and nobody needs to find out whose. */
export interface ListedOpenids {
  readonly account: Account;
  readonly count: number;
  /** One for each batch. */
  readonly portions: AsyncIterable<readonly string[]>;
  /** What the batch of a portion is called, counted from 0. */
  readonly sourceOf: (portion: number) => string;
}

const longestExample = 60;
/** As many as one call of batchget takes. */
const callSize = 100;

const endpoint = '/cgi-bin/user/info/batchget';

/** From a list of openids to a running batch: which account, whether the list is mixed, and what it costs. */
export class BatchStart {
  constructor(
    private readonly choice: AccountChoice,
    private readonly division: ListDivision,
    private readonly clients: Pick<Clients, 'unattended'>,
    /** Whether a call of this account needs nobody: no box opens for one. */
    private readonly isReady: (account: Account) => Promise<boolean>,
    private readonly store: BatchStore,
    private readonly job: Pick<BatchJob, 'run'>,
    private readonly showTable: (batchId: string) => Promise<void>,
  ) {}

  /** The summary of the batch, or of the first where the list was divided into several. */
  async run(request: BatchRequest): Promise<BatchSummary | undefined> {
    const [first] = await this.runAll(request);
    return first?.toSummary();
  }

  /**
   * One batch, or several where the list was divided. Those are run in turn, until one does not come to its end: the
   * rest waits to be resumed.
   */
  async runAll({
    found,
    source,
    read,
    appId,
    show = true,
    shownBy = 'table',
  }: BatchRequest): Promise<readonly Batch[]> {
    const [first] = found.openids;
    if (!first) throw noOpenid(found, read);
    const quiet = !show;
    if (countOdd(found) === found.openids.length && show) await confirmOdd(found);
    if (show) this.tellFacts(found, read);
    const openids = found.openids.map(({ openid }) => openid);
    const parts =
      appId !== undefined || found.prefixes.length < 2
        ? [await this.whole(firstUsual(found) ?? first.openid, openids, { appId, quiet })]
        : await this.division.divide(openids, { quiet });
    for (const part of parts) await this.confirm(part, quiet);
    const batches: Batch[] = [];
    for (const part of parts) batches.push(await this.create(part, source));
    for (const batch of batches) {
      if (show && shownBy === 'table') await this.showTable(batch.id);
      await this.job.run(batch, [], { quiet, tellsEnd: show && shownBy === 'table' });
      if (batch.state !== 'done') break;
    }
    return batches;
  }

  /** As many batches as there are portions, run in turn: all are kept before the first runs, and can be resumed. */
  async runListed({ account, count, portions, sourceOf }: ListedOpenids): Promise<void> {
    const calls = Math.ceil(count / callSize);
    await this.confirmCost(account, { profiles: count, calls, verifyingCalls: calls });
    const ids: string[] = [];
    for await (const openids of portions) {
      ids.push((await this.create({ account, openids }, sourceOf(ids.length))).id);
    }
    for (const id of ids) {
      const batch = await this.store.open(id);
      if (!batch) continue;
      await this.showTable(id);
      await this.job.run(batch);
      if (batch.state !== 'done') break;
    }
  }

  private async whole(openid: string, openids: readonly string[], options: ChoiceOptions): Promise<ListPart> {
    return { account: (await this.choice.for(openid, options)).account, openids };
  }

  private create({ account, openids }: ListPart, source: string): Promise<Batch> {
    const { appId, name: accountName } = account;
    return this.store.create({ appId, accountName, source, openids, lang: setting('lang') });
  }

  /** Above the limit of the settings it is the user's quota that is spent, and nobody else decides about it. */
  private async confirm({ account, openids }: ListPart, quiet: boolean): Promise<void> {
    if (quiet && !(await this.isReady(account))) throw secretNeeded(account);
    if (quiet && openids.length > setting('confirmAbove')) throw confirmationNeeded(openids.length);
    await this.confirmCost(account, { profiles: openids.length, ...planBatch(openids) });
  }

  private async confirmCost(account: Account, cost: Omit<Cost, 'accountName'>): Promise<void> {
    if (cost.profiles <= setting('confirmAbove')) return;
    await confirmCost({ ...cost, accountName: account.name }, async signal => {
      if (!(await this.isReady(account))) return undefined;
      return (await this.clients.unattended(account.appId).quota(endpoint, { signal })).remain;
    });
  }

  /** Nothing is changed silently: what was cleaned, cut off by the selection, looks odd, or stood there twice is said. */
  private tellFacts(found: FoundOpenids, read: ReadText | undefined): void {
    const { duplicates, cleaned, cleanedValues, leftOut } = found;
    const { cut = 0 } = cleaned;
    const odd = countOdd(found);
    const facts = [
      duplicates > 0 && l10n.t('Duplicates, asked for once: {0}', countText(duplicates)),
      cleanedValues > 0 &&
        l10n.t('Openids cleaned: {0} ({1})', countText(cleanedValues), cleaningsText(cleaned)),
      cut > 0 && l10n.t('Cut off at the edge of the selection: {0}', countText(cut)),
      leftOut.length > 0 && leftOutFact(found, read),
      odd > 0 && l10n.t('Do not look like openids, asked for separately: {0}', countText(odd)),
    ].filter(fact => fact !== false);
    if (facts.length > 0) void window.showInformationMessage(l10n.t('{0}.', facts.join(' · ')));
  }
}

/** WeChat promises no shape, so this only asks: a list without one usual openid is mostly a list of something else. */
async function confirmOdd(found: FoundOpenids): Promise<void> {
  const ask = l10n.t('Ask WeChat');
  const choice = await window.showWarningMessage(
    found.openids.length === 1
      ? l10n.t('The only value does not look like an openid.')
      : l10n.t('None of the {0} values looks like an openid.', countText(found.openids.length)),
    {
      modal: true,
      detail: l10n.t(
        'Openids have 28 characters and begin with "o". The first value is: {0}',
        found.openids[0]?.openid.slice(0, longestExample) ?? '',
      ),
    },
    ask,
  );
  if (choice !== ask) throw new Cancelled();
}

function countOdd({ openids }: FoundOpenids): number {
  return openids.filter(({ shape }) => shape === 'odd').length;
}

function firstUsual(found: FoundOpenids): string | undefined {
  return found.openids.find(({ shape }) => shape === 'usual')?.openid;
}

/** What was left out, and where the first of it stands. */
function leftOutFact({ leftOut }: FoundOpenids, read: ReadText | undefined): string {
  const [offset] = leftOut.flatMap(({ offsets }) => offsets).sort((a, b) => a - b);
  return read === undefined || offset === undefined
    ? l10n.t('Left out by their names: {0}', leftOutText(leftOut))
    : l10n.t(
        'Left out by their names: {0}, the first on line {1}',
        leftOutText(leftOut),
        read.firstLine - 1 + lineOf(read.text, offset),
      );
}

function noOpenid(found: FoundOpenids, read: ReadText | undefined): Problem {
  if (found.leftOut.some(({ kind }) => kind === 'unionid')) {
    return new Problem(
      l10n.t(
        '{0}. WeChat looks people up by openid only: select the openids of the same people, which stand in another column or key.',
        leftOutFact(found, read),
      ),
      [],
      'noOpenid',
    );
  }
  if (found.leftOut.length > 0) {
    return new Problem(
      l10n.t(
        'No openid was found. {0}. Openids have 28 characters and begin with "o".',
        leftOutFact(found, read),
      ),
      [],
      'noOpenid',
    );
  }
  return new Problem(
    l10n.t(
      'No openid was found. Looked for a JSON list, a column or key named "openid", and for words such as {0}.',
      'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
    ),
    [],
    'noOpenid',
  );
}
