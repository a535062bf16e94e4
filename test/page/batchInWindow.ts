import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Page } from 'playwright-core';

import { Batch } from '../../src/batch/batch';
import { type Outcome } from '../../src/batch/outcome';
import { OutcomeTable } from '../../src/batch/rows/outcomeTable';
import { openBatchChannel } from '../../src/panels/batch/batchChannel';
import { BatchPanel } from '../../src/panels/batch/batchPanel';
import { BatchViews } from '../../src/panels/batch/batchViews';
import { ProfileActions } from '../../src/panels/profile/profileActions';
import { RawJson } from '../../src/panels/profile/rawJson';
import { StateFiles } from '../../src/panels/stateFiles';
import { type Panel, type PageWindow } from './window';

export const day = 86_400;
/** 2024-03-01 00:00 in Beijing. */
export const march = Date.UTC(2024, 2, 1) / 1000 - 8 * 3600;

const scenes = ['ADD_SCENE_QR_CODE', 'ADD_SCENE_SEARCH', 'ADD_SCENE_PROFILE_CARD'];

const tagNames = new Map([
  [100, '星标组'],
  [105, 'Members'],
]);

export function openidOf(number: number): string {
  return `oAbCd1${String(number).padStart(22, '0')}`;
}

/** The follower at a place: each has followed a day after the one before, over 40 days again and again. */
export function follower(number: number, fields: object = {}): Outcome {
  const openid = openidOf(number);
  return {
    kind: 'following',
    openid,
    profile: {
      openid,
      subscribe: 1,
      subscribe_time: march + (number % 40) * day + 3600,
      subscribe_scene: scenes[number % 3],
      remark: number % 2 ? `客户 ${number}` : '',
      tagid_list: number % 5 ? [] : [100 + (number % 10)],
      ...(number % 4 === 0 && { unionid: `oUnion${number}` }),
      ...fields,
    },
  };
}

export function stranger(number: number): Outcome {
  const openid = openidOf(number);
  return { kind: 'notFollowing', openid, profile: { openid, subscribe: 0 } };
}

/** A batch as the store makes it, with the true table of outcomes; all that are given are known. */
let made = 0;

export function batchOf(outcomes: readonly Outcome[], pending = 0, id = `20240301-${++made}`): Batch {
  const all = [...outcomes.map(({ openid }) => openid)];
  for (let at = 0; at < pending; at++) all.push(openidOf(outcomes.length + at));
  const origin = {
    id,
    appId: 'wx0123456789abcdef',
    accountName: '演示公众号',
    source: 'followers.csv',
    lang: 'zh_CN',
    startedAt: Date.UTC(2024, 5, 1),
  } as const;
  const batch = new Batch(origin, new OutcomeTable(all), Date.now);
  batch.begin([]);
  batch.record(outcomes);
  if (pending === 0) batch.end('done');
  return batch;
}

export interface ShownTable {
  readonly panel: Panel;
  readonly page: Page;
  readonly host: BatchPanel;
}

/** Tables of one window, which share their columns; their state is kept in a folder of their own. */
export class Tables {
  private folder = '';
  views?: BatchViews;

  constructor(private readonly window: PageWindow) {}

  async open(): Promise<void> {
    this.folder = await mkdtemp(path.join(tmpdir(), 'lens-pages-'));
    this.views = this.newViews();
  }

  async close(): Promise<void> {
    // A page that is closed is still written of for half a second.
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  /** As after a reload of the window: nothing is known but what is on the disk. */
  newViews(): BatchViews {
    const files = (name: string) => new StateFiles(path.join(this.folder, name), () => true);
    const log = { warn: console.warn, error: console.error };
    return new BatchViews(files('views'), files('columns'), log);
  }

  /** The panel of a batch, without its page. */
  make(batch: Batch, views = this.views ?? this.newViews()): Omit<ShownTable, 'page'> {
    const panel = this.window.newPanel();
    const found = (_id: string, openid: string) =>
      Promise.resolve(batch.outcomeAt(batch.indexOf(openid) ?? -1));
    const log = { warn: console.warn, error: console.error };
    const { extensionUri } = this.window;
    const channel = openBatchChannel(panel, { id: batch.id }, undefined, {
      extensionUri,
      language: 'en',
      log,
    });
    const host = new BatchPanel(panel, batch, channel, {
      tagNames: () => Promise.resolve(tagNames),
      views,
      actions: new ProfileActions(new RawJson({ lookup: found, batch: found })),
      log,
      explain: error => Promise.resolve(String(error)),
    });
    panel.onDidDispose(() => host.dispose());
    return { panel, host };
  }

  async show(batch: Batch, views?: BatchViews): Promise<ShownTable> {
    const { panel, host } = this.make(batch, views);
    const page = await this.window.show(panel);
    await page.locator('lens-table .row').first().waitFor();
    return { panel, host, page };
  }
}

export function useTables(window: PageWindow): Tables {
  const tables = new Tables(window);
  before(() => tables.open());
  after(() => tables.close());
  return tables;
}
