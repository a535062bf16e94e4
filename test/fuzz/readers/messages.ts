import assert from 'node:assert/strict';
import { setImmediate as turn } from 'node:timers/promises';
import * as v from 'valibot';
import { commands as vscodeCommands, Uri, ViewColumn, window } from 'vscode';

import { type Outcome } from '../../../src/batch';
import { Batch } from '../../../src/batch/batch';
import { OutcomeTable } from '../../../src/batch/rows/outcomeTable';
import { MemoryFiles } from '../../../src/files';
import { commands } from '../../../src/manifest';
import { openBatchChannel } from '../../../src/panels/batch/batchChannel';
import { BatchPanel } from '../../../src/panels/batch/batchPanel';
import { BatchViews } from '../../../src/panels/batch/batchViews';
import { ProfileActions } from '../../../src/panels/profile/profileActions';
import { RawJson } from '../../../src/panels/profile/rawJson';
import { StateFiles } from '../../../src/panels/stateFiles';
import { copyForms, toBatch } from '../../../src/protocol/messages/batchMessages';
import { columnIds, wholeList } from '../../../src/protocol/views/batchView';
import { envelope } from '../../../src/protocol/start';
import { fakeWindow } from '../../fakeVSCode';
import { resetState } from '../../fakeVSCode/api/state';
import { type Random } from '../../prove/randomIds';
import { following, invalid, notFollowing, openidOf } from '../../unit/panels/batch/people';
import { type Target } from '../target';
import { below } from '../texts';
import { anyValue } from '../values';

const place = { position: 3, row: 3, turn: 1 };
const layout = {
  order: [...columnIds],
  hidden: ['place'],
  widths: { openid: 200 },
  frozen: 'openid',
  chartsFolded: true,
};
const filters = {
  remark: { kind: 'text', test: 'contains', text: '客' },
  tags: { kind: 'values', values: ['', '星标组'] },
};

/** Every message of the table's page, as the page sends it. */
const samples: readonly object[] = [
  { type: 'query', query: wholeList, turn: 1 },
  {
    type: 'query',
    query: { ...wholeList, text: '客户', outcomes: ['following'], scenes: [''], filters },
    turn: 2,
  },
  {
    type: 'query',
    query: { ...wholeList, period: { from: 0, to: 2e9 }, sort: { column: 'tags', descending: true } },
    turn: 3,
  },
  ...columnIds.map(column => ({
    type: 'query',
    query: { ...wholeList, sort: { column, descending: true } },
    turn: 4,
  })),
  { type: 'slice', version: 1, offset: 0, length: 200 },
  { type: 'place', ...place },
  { type: 'activate', ...place },
  ...['only', 'toggle', 'extend'].map(kind => ({ type: 'select', change: { kind, position: 2, row: 2 } })),
  ...['all', 'none'].map(kind => ({ type: 'select', change: { kind } })),
  ...copyForms.flatMap(as => ['picked', 'filtered'].map(of => ({ type: 'copy', as, of }))),
  ...columnIds.map(column => ({ type: 'copyCell', row: 1, column })),
  ...['tag', 'untag'].map(act => ({ type: 'people', act })),
  ...columnIds.map(column => ({ type: 'values', column, search: '客' })),
  { type: 'find', text: '客户', from: 5, backwards: true },
  { type: 'columns', layout },
  { type: 'pane', open: true },
  ...['copyIp', 'openConsole'].map(type => ({ type })),
  ...['cancel', 'resume', 'retryFailed', 'recheckNotFollowing', 'export'].map(command => ({
    type: 'command',
    command,
  })),
  ...['refresh', 'copyJson', 'openRaw', 'openConsole', 'editRemark', 'tag'].map(type => ({
    type: 'action',
    row: 2,
    action: { type },
  })),
  { type: 'action', row: 0, action: { type: 'copyText', text: 'x' } },
  { type: 'action', row: 0, action: { type: 'lookUp', openid: openidOf(1), appId: 'wx0123456789abcdef' } },
  { type: 'action', row: 0, action: { type: 'openList', batchId: 'b' } },
];

/** The panel of a batch, under whatever its page may say; what it answers must be in the protocol. */
export const messages: Target = random => {
  const said = Array.from({ length: 1 + below(random, 30) }, () => anyMessage(random));
  const shown = said.map(message => JSON.stringify(message) ?? 'undefined').join('\n');
  return {
    size: shown.length,
    shown: () => shown,
    async run() {
      const { panel, dispose, errors } = openPanel();
      try {
        panel.says({ type: 'ready' });
        for (const message of said) {
          panel.says(message);
          if (panel.told.length % 3 === 0) await turn();
        }
        for (let rest = 0; rest < 5; rest++) await turn();
        panel.says({ type: 'ready' });
        await turn();
      } finally {
        dispose();
      }
      assert.deepEqual(errors, []);
      for (const told of panel.told) {
        if (!v.is(envelope, told)) continue;
        const parsed = v.safeParse(toBatch, JSON.parse(JSON.stringify(told.message)));
        assert.ok(
          parsed.success,
          `the page is told what is not in the protocol: ${JSON.stringify(told).slice(0, 500)}`,
        );
      }
    },
  };
};

/** Most are of the page that is there. */
function anyMessage(random: Random): unknown {
  const message = anyValue(random, samples);
  switch (below(random, 12)) {
    case 0:
      return message;
    case 1:
      return { generation: below(random, 3), message };
    case 2:
      return anyValue(random, [{ generation: 1, message }]);
    default:
      return { generation: 1, message };
  }
}

const people: readonly Outcome[] = Array.from({ length: 40 }, (_, n) => {
  if (n % 7 === 0) return notFollowing(n);
  if (n % 11 === 0) return invalid(n);
  return following(n, {
    subscribe_time: 1_700_000_000 + 86_400 * n,
    subscribe_scene: ['ADD_SCENE_QR_CODE', 'ADD_SCENE_SEARCH', 'LATER'][n % 3],
    remark: n % 2 ? `客户 ${n}` : '',
    tagid_list: n % 5 ? [] : [2, 100 + n],
    ...(n % 4 === 0 && { unionid: `oUnion${n}` }),
  });
});

function openPanel() {
  // Thousands of windows would be kept otherwise.
  resetState();
  const origin = {
    id: 'b',
    appId: 'wx0123456789abcdef',
    accountName: '演示',
    source: 'list.csv',
    lang: 'zh_CN',
  } as const;
  const openids = [...people.map(({ openid }) => openid), openidOf(100)];
  const batch = new Batch({ ...origin, startedAt: 1_700_000_000_000 }, new OutcomeTable(openids), Date.now);
  batch.begin([]);
  batch.record(people);
  batch.end('cancelled');
  const errors: unknown[] = [];
  const log = {
    warn: () => undefined,
    error: (what: string, error?: unknown) => void errors.push([what, error]),
  };
  window.createWebviewPanel('wechatOpenid.batch', 'list.csv', ViewColumn.One);
  const panel = fakeWindow.panels.at(-1) ?? assert.fail('no panel');
  const found = (_: string, openid: string) => Promise.resolve(batch.outcomeAt(batch.indexOf(openid) ?? -1));
  const rawJson = new RawJson({ lookup: found, batch: found });
  // The fake window shows no documents of a scheme.
  rawJson.open = () => Promise.resolve();
  const files = new MemoryFiles();
  const stateFiles = (folder: string) => new StateFiles(folder, () => true, Date.now, files);
  const registered = Object.values(commands).map(id => vscodeCommands.registerCommand(id, () => undefined));
  const channel = openBatchChannel(panel as never, { id: 'b' }, undefined, {
    extensionUri: Uri.file('/extension'),
    language: 'en',
    log,
  });
  const host = new BatchPanel(panel as never, batch, channel, {
    tagNames: () => Promise.resolve(new Map([[100, 'VIP']])),
    views: new BatchViews(stateFiles('/views'), stateFiles('/columns'), log),
    actions: new ProfileActions(rawJson),
    log,
    explain: error => Promise.resolve(String(error)),
  });
  const dispose = () => {
    for (const each of [host, rawJson, ...registered]) each.dispose();
  };
  return { panel, dispose, errors };
}
