import { commands as vscodeCommands, env, l10n } from 'vscode';

import { type NewestAnswers, type TagNames } from '../../accounts';
import { type BatchEntry, type BatchStore, type Outcome } from '../../batch';
import { commands } from '../../manifest';
import { type ProfileFacts } from '../../panels';
import { byHand } from '../../ui/asking/byHand';
import { decodeProfile, displayLanguage, groupName } from '../../wechat';

/** A batch of more rows is not read for a glance at one of them. */
const mostRows = 20_000;

/** Profiles of people as they are kept: in recent lookups, or in batches. */
export class PersonProfiles {
  constructor(
    private readonly newest: Pick<NewestAnswers, 'of'>,
    private readonly batches: Pick<BatchStore, 'holding' | 'open'>,
    private readonly tagNames: Pick<TagNames, 'of'>,
  ) {}

  /** Scene, tags and remark, which no index holds. */
  async factsOf(appId: string, openid: string): Promise<ProfileFacts> {
    const known = await this.newest.of(openid, appId);
    if (known) return { facts: await this.facts(known.outcome, appId), hasProfile: true };
    const [entry] = await this.batches.holding(openid, appId);
    if (!entry) return { facts: [], hasProfile: false };
    const batch = rowsOf(entry) <= mostRows ? await this.batches.open(entry.id) : undefined;
    const outcome = batch?.outcomeAt(batch.indexOf(openid) ?? -1);
    return { facts: outcome ? await this.facts(outcome, appId) : [], hasProfile: true };
  }

  /** Shows the profile that is kept, or else asks WeChat. */
  async open(appId: string, openid: string): Promise<unknown> {
    const known = await this.newest.of(openid, appId);
    const batchId =
      known?.source.kind === 'batch' ? known.source.id : (await this.batches.holding(openid, appId))[0]?.id;
    if (known?.source.kind === 'lookup')
      return vscodeCommands.executeCommand(commands.openProfile, byHand({ lookupId: known.source.id }));
    return batchId === undefined
      ? vscodeCommands.executeCommand(commands.lookup, byHand({ openid, appId }))
      : vscodeCommands.executeCommand(commands.openProfile, byHand({ batchId, openid }));
  }

  private async facts(outcome: Outcome, appId: string): Promise<ProfileFacts['facts']> {
    const raw = 'profile' in outcome ? outcome.profile : undefined;
    if (!raw) return [];
    const language = displayLanguage(env.language);
    const { scene, remark, tagIds } = decodeProfile(raw, { language });
    const names = tagIds.length > 0 ? await this.tagNames.of(appId) : undefined;
    const tags = tagIds.map(id => groupName(id, names, language) ?? String(id));
    return [
      ...(scene ? [{ label: l10n.t('Scene'), value: scene.label }] : []),
      ...(tags.length > 0 ? [{ label: l10n.t('Tags'), value: tags.join(' · ') }] : []),
      ...(remark === undefined ? [] : [{ label: l10n.t('Remark'), value: remark }]),
    ];
  }
}

function rowsOf({ counts }: BatchEntry): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
