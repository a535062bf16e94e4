import path from 'node:path';
import { type Uri } from 'vscode';

import { comparisonViewType, peopleViewType, reportViewType, viewTypes } from '../manifest';
import { lazily } from '../ui/lazily';
import { BatchPanels } from './batch/batchPanels';
import { type ComparisonPanels } from './lists/comparisonPanels';
import { OpenPanels, type WaysBack } from './openPanels';
import { type PeoplePanels } from './people/peoplePanels';
import { ProfileActions } from './profile/profileActions';
import { ProfilePanels } from './profile/profilePanels';
import { RawJson } from './profile/rawJson';
import { RememberedPanels } from './rememberedPanels';
import { type ReportPanels } from './report/reportPanels';
import {
  type BatchSource,
  type ChangeSource,
  type LookupSource,
  type PanelLog,
  type RelationSource,
  type Subscription,
  type TagNameSource,
} from './sources';
import { StateFiles } from './stateFiles';

export type { ShownRows } from './batch/batchPanel';
export { type BatchPanels } from './batch/batchPanels';
export { type ShownComparison } from './lists/comparisonPanels';
export type {
  KnownPeople,
  MappingRequest,
  PeopleActs,
  PeoplePlace,
  ProfileFacts,
} from './people/peopleSources';
export { type ChangeSource, type RelationSource } from './sources';

export interface PanelSources {
  readonly lookups: LookupSource;
  readonly batches: BatchSource;
  readonly tagNames: TagNameSource;
  readonly changes?: ChangeSource;
  readonly relations?: RelationSource;
  readonly log: PanelLog;
  /** Why something cannot be shown, in a sentence for people. */
  readonly explain: (error: unknown) => Promise<string>;
  /** A folder of the panels' own below the global storage. */
  readonly stateFolder: string;
  /** How long anything of people is kept; 0 where nothing of them is to be on disk. */
  readonly retentionDays: () => number;
  /** Told when no panel shows a batch or one of its people any more. */
  readonly onLastTabClosed?: (batchId: string) => void;
}

export interface Panels extends Subscription {
  readonly profiles: ProfilePanels;
  readonly batches: BatchPanels;
  /** Loaded at the first report. */
  reports(): Promise<ReportPanels>;
  /** Loaded at the first comparison. */
  comparisons(): Promise<ComparisonPanels>;
  /** Loaded at the first page of people. */
  people(): Promise<PeoplePanels>;
  /** From now on replaces panels that a killed extension host left standing. Call once, after activation. */
  replaceDeaf(): void;
  /** Forgets how panels were left that nobody has touched for long. */
  removeOld(): Promise<void>;
}

/** How a panel was left matters for a while only. */
const mostDays = 30;

export function createPanels(extensionUri: Uri, sources: PanelSources): Panels {
  const { lookups, batches, tagNames, changes, relations, log, explain } = sources;
  const around = { tagNames, log, ...(changes && { changes }), ...(relations && { relations }) };
  const { retentionDays } = sources;
  const filesIn = (folder: string) =>
    new StateFiles(path.join(sources.stateFolder, folder), () => retentionDays() > 0);
  const [viewFiles, openFiles] = [filesIn('views'), filesIn('open')];
  const failed = (error: unknown) => log.error('state of panels', error);
  const open = new OpenPanels(new RememberedPanels(openFiles, failed), id => {
    const [batchId = ''] = id.split('#');
    if (!open.shows(other => other.split('#')[0] === batchId)) sources.onLastTabClosed?.(batchId);
  });
  const rawJson = new RawJson({
    lookup: async id => (await lookups.open(id))?.outcome,
    batch: async (id, openid) => {
      const batch = await batches.open(id);
      return batch?.outcomeAt(batch.indexOf(openid) ?? -1);
    },
  });
  const actions = new ProfileActions(rawJson);
  const profilePanels = new ProfilePanels(extensionUri, { ...around, lookups, actions }, open);
  const batchPanels = new BatchPanels(
    extensionUri,
    batches,
    lazily(async () => {
      const { BatchViews } = await import('./batch/batchViews');
      const views = new BatchViews(viewFiles, filesIn('columns'), log);
      return { ...around, views, actions, explain };
    }),
    open,
    () => void profilePanels.letGo(),
  );

  return {
    profiles: profilePanels,
    batches: batchPanels,
    reports: lazily(async () => {
      const { ReportPanels } = await import('./report/reportPanels');
      return new ReportPanels(extensionUri, open, log);
    }),
    comparisons: lazily(async () => {
      const { ComparisonPanels } = await import('./lists/comparisonPanels');
      return new ComparisonPanels(extensionUri, open, log);
    }),
    people: lazily(async () => {
      const { openPeoplePanels } = await import('./people/peoplePanels');
      return openPeoplePanels(extensionUri, open, filesIn('columns'), log);
    }),
    replaceDeaf() {
      const ways: WaysBack = {
        [viewTypes.batch]: (id, place) => batchPanels.show(id, place),
        [viewTypes.profile]: async (id, place) => {
          const lookup = await lookups.open(id);
          if (lookup) await profilePanels.show(lookup, place);
        },
        [reportViewType]: undefined,
        [comparisonViewType]: undefined,
        [peopleViewType]: undefined,
      };
      open.replaceDeaf(ways, failed);
    },
    async removeOld() {
      const days = Math.min(retentionDays(), mostDays);
      await Promise.all([viewFiles, openFiles].map(files => files.removeOlderThan(days)));
    },
    dispose() {
      for (const part of [open, profilePanels, batchPanels, rawJson]) part.dispose();
    },
  };
}
