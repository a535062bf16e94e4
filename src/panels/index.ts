import { type Uri } from 'vscode';

import { reportViewType, viewTypes } from '../manifest';
import { BatchPanels } from './batchPanels';
import { BatchViews } from './batchViews';
import { OpenPanels } from './openPanels';
import { ProfileActions } from './profileActions';
import { ProfilePanels } from './profilePanels';
import { RawJson } from './rawJson';
import { type ReportPanels } from './reportPanels';
import {
  type BatchSource,
  type LookupSource,
  type PanelLog,
  type RelationSource,
  type Subscription,
  type TagNameSource,
} from './sources';
import { StateFiles } from './stateFiles';

export { type BatchPanels } from './batchPanels';
export { type RelationSource } from './sources';

export interface PanelSources {
  readonly lookups: LookupSource;
  readonly batches: BatchSource;
  readonly tagNames: TagNameSource;
  readonly relations?: RelationSource;
  readonly log: PanelLog;
  /** A folder of the panels' own below the global storage. */
  readonly stateFolder: string;
  /** False where the user wants nothing kept on disk. */
  readonly keepsState: () => boolean;
}

export interface Panels extends Subscription {
  readonly profiles: ProfilePanels;
  readonly batches: BatchPanels;
  /** Loaded at the first report. */
  reports(): Promise<ReportPanels>;
  /** Replaces the panels that a killed extension host left standing. Call once, after activation. */
  restore(): Promise<void>;
}

const stateDays = 30;

export function createPanels(extensionUri: Uri, sources: PanelSources): Panels {
  const { lookups, batches, tagNames, relations, log } = sources;
  const files = new StateFiles(sources.stateFolder, sources.keepsState);
  const open = new OpenPanels(files, error => log.error('state of panels', error));
  const views = new BatchViews(files, log);
  const rawJson = new RawJson({
    lookup: async id => (await lookups.open(id))?.outcome,
    batch: async (id, openid) => {
      const batch = await batches.open(id);
      return batch?.outcomeAt(batch.indexOf(openid) ?? -1);
    },
  });
  const actions = new ProfileActions(rawJson);
  const profilePanels = new ProfilePanels(
    extensionUri,
    { lookups, tagNames, actions, log, ...(relations && { relations }) },
    open,
  );
  const batchPanels = new BatchPanels(
    extensionUri,
    batches,
    { tagNames, views, actions, log, ...(relations && { relations }) },
    open,
  );

  let reports: Promise<ReportPanels> | undefined;

  return {
    profiles: profilePanels,
    batches: batchPanels,
    reports: () =>
      (reports ??= import('./reportPanels').then(part => new part.ReportPanels(extensionUri, open, log))),
    async restore() {
      for (const { viewType, id } of await open.closeDead([
        viewTypes.profile,
        viewTypes.batch,
        reportViewType,
      ])) {
        if (viewType === viewTypes.batch) await batchPanels.show(id);
        else if (viewType === viewTypes.profile) {
          const lookup = await lookups.open(id);
          if (lookup) profilePanels.show(lookup);
        }
      }
      await files.removeOlderThan(stateDays);
    },
    dispose() {
      for (const part of [profilePanels, batchPanels, rawJson]) part.dispose();
    },
  };
}
