import { commands as vscodeCommands, l10n } from 'vscode';

import { type TagNames } from '../../accounts';
import { exportChanges, exportOpenids } from '../../lists';
import { commands } from '../../manifest';
import { type Panels, type ShownComparison } from '../../panels';
import { type ComparedPart } from '../../protocol/views/comparisonView';
import { byHand } from '../../ui/asking/byHand';
import { askForFormat, askForTarget, offerToOpen } from '../../ui/asking/exportTarget';
import { withProgress } from '../../ui/asking/progress';
import { writeText } from '../../ui/files/writeText';
import { Hint } from '../../ui/problems/problem';
import { type Problems } from '../../ui/problems/problems';
import { tamed } from '../../ui/texts/tamed';
import { countText } from '../../ui/texts/formats';
import { type Compared } from './compared';
import { type ListSides, type Side, sideAppId, sideId, sideName, sideTime } from './listSides';
import { openidComparison } from './openidComparison';
import { profileComparison } from './profileComparison';
import { notesOn, partLabel, shownSide } from './shownSides';

/** Compares two lists or batches of one account, and shows what came of it on a page of its own. */
export class Compare {
  constructor(
    private readonly sides: ListSides,
    private readonly panels: Pick<Panels, 'comparisons'>,
    private readonly tagNames: Pick<TagNames, 'of'>,
    private readonly problems: Pick<Problems, 'show'>,
  ) {}

  /** @param ids what is to be compared; what is not named is asked for */
  async run(ids: readonly string[]): Promise<void> {
    const all = await this.sides.all();
    const named = ids.map(id => all.find(side => sideId(side) === id));
    if (named.length > 2)
      throw new Hint(l10n.t('Select two lists or batches to compare, not {0}.', countText(named.length)));
    if (named.includes(undefined))
      throw new Hint(
        l10n.t(
          'There is nobody to compare in what was selected: it is empty, has no answers yet, or is no longer kept.',
        ),
      );
    const [given, also] = named;
    const none = l10n.t('There is nothing to compare yet. Browse a list twice, or fetch a batch twice.');
    const one = given ?? (await this.sides.pick(all, l10n.t('Compare which list or batch?'), none));
    const others = all.filter(side => sideAppId(side) === sideAppId(one) && side !== one);
    const other =
      also ??
      (await this.sides.pick(
        others,
        l10n.t('Compare {0} with which list or batch?', sideName(one)),
        l10n.t('There is no other list or batch of this account to compare with.'),
      ));
    if (sideAppId(one) !== sideAppId(other))
      throw new Hint(
        l10n.t('They are of two accounts, whose openids are never the same. Select two of one account.'),
      );
    const [earlier, later] = sideTime(one) <= sideTime(other) ? [one, other] : [other, one];
    const compared = await withProgress(
      l10n.t('Comparing {0} with {1}', sideName(earlier), sideName(later)),
      signal => this.compare(earlier, later, signal),
    );
    const comparisons = await this.panels.comparisons();
    comparisons.show(`${sideId(earlier)} ${sideId(later)}`, this.shown(earlier, later, compared));
  }

  /** Profiles are compared where both sides have them. */
  private async compare(earlier: Side, later: Side, signal: AbortSignal): Promise<Compared> {
    if (earlier.kind === 'batch' && later.kind === 'batch') {
      const [before, after] = [
        await this.sides.batch(earlier.batch.id),
        await this.sides.batch(later.batch.id),
      ];
      return profileComparison(before, after, await this.tagNames.of(after.appId), signal);
    }
    return openidComparison(await this.sides.source(earlier), await this.sides.source(later), signal);
  }

  private shown(earlier: Side, later: Side, compared: Compared): ShownComparison {
    const { parts, fields } = compared;
    const appId = sideAppId(later);
    const accountName = later.kind === 'list' ? later.list.accountName : later.batch.accountName;
    return {
      view: {
        title: l10n.t('Comparison of {0}', tamed(accountName)),
        origin: [accountName, appId],
        earlier: shownSide(earlier),
        later: shownSide(later),
        parts: [...parts],
        fields: [...fields],
        notes: notesOn([earlier, later]),
      },
      rows: (part, from, count) => compared.rows(part, from, count),
      open: openid => this.open(openid, [later, earlier]),
      export: part =>
        this.export(compared, part, accountName).catch((error: unknown) => this.problems.show(error)),
    };
  }

  /** As one of the batches has the person, or else by asking WeChat. */
  private async open(openid: string, sides: readonly Side[]): Promise<unknown> {
    for (const side of sides) {
      if (side.kind !== 'batch') continue;
      const batchId = side.batch.id;
      const batch = await this.sides.batch(batchId);
      if (batch.indexOf(openid) !== undefined)
        return vscodeCommands.executeCommand(commands.openProfile, byHand({ batchId, openid }));
    }
    const appId = sides[0] && sideAppId(sides[0]);
    return vscodeCommands.executeCommand(commands.lookup, byHand({ openid, appId }));
  }

  private async export(compared: Compared, part: ComparedPart, accountName: string): Promise<void> {
    const count = compared.parts.find(each => each.part === part)?.count ?? 0;
    const format = await askForFormat();
    const target = await askForTarget(`${accountName}-${partLabel(part)}-${count}`, format);
    await withProgress(l10n.t('Exporting rows: {0}', countText(count)), signal => {
      const exported = compared.exported(part);
      const pieces =
        exported.kind === 'openids'
          ? exportOpenids(exported.source, format)
          : exportChanges(exported.changes, format);
      return writeText(target, pieces, signal);
    });
    void offerToOpen(target);
  }
}
