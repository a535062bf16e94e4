import assert from 'node:assert/strict';
import path from 'node:path';

import { BatchStore, exportBatch, StoreError } from '../../../src/batch';
import { MemoryFiles } from '../../../src/files';
import { type Random } from '../../prove/randomIds';
import { type Target } from '../target';
import { anyText, below, type Vocabulary } from '../texts';

const openids = Array.from({ length: 6 }, (_, n) => `oTr7xK${String(n).padStart(22, '0')}`);
const [a = '', b = '', c = '', d = '', e = ''] = openids;
const origin = {
  ...{ id: 'b', appId: 'wx0123456789abcdef', accountName: '演示', source: 'list.json', lang: 'zh_CN' },
  startedAt: '2026-03-01T00:00:00.000Z',
};
const counts = { following: 2, notFollowing: 1, invalid: 1, notReturned: 0, failed: 1, pending: 1 };

const answers = [
  { at: 1_772_000_000_000 },
  { subscribe: 1, openid: a, subscribe_time: 1_600_000_000, unionid: 'oU', remark: '张', tagid_list: [1, 2] },
  { subscribe: 1, openid: b, subscribe_scene: 'ADD_SCENE_QR_CODE', qr_scene: 7, qr_scene_str: '' },
  { subscribe: 0, openid: c },
  { kind: 'invalid', openid: d, fault: { errcode: 40003, errmsg: 'invalid openid' } },
  { kind: 'failed', openid: e, fault: { kind: 'transport', reason: 'timeout', detail: '', endpoint: '' } },
  { still: ['failed'] },
  { state: 'stopped', counts, apiCalls: 3, duration: 12, stoppedBy: { errcode: 45009, errmsg: 'reach max' } },
];

function journalOf(...lines: readonly object[]): string {
  return lines.map(line => `${JSON.stringify(line)}\n`).join('');
}

const head = { journal: 2, ...origin, total: openids.length };
const vocabulary: Vocabulary = {
  samples: [
    journalOf(head, { openids }, ...answers),
    journalOf(head, { openids: openids.slice(0, 3) }, { openids: openids.slice(3) }, ...answers, ...answers),
    journalOf({ ...head, journal: 1 }, { openids }, ...answers.slice(1), { again: ['failed'] }),
    journalOf({ ...head, total: 0 }, { state: 'done', counts, apiCalls: 0, duration: 0 }),
  ],
  pieces: [
    ...answers.map(answer => JSON.stringify(answer)),
    ...[
      '{"journal":2',
      '{"journal":3',
      '"total":6',
      '"total":1e9',
      '{"openids":["',
      '{"subscribe":1,"openid":"',
      `"${a}"`,
    ],
    ...[
      '{"kind":"',
      '"invalid"',
      '{"state":"running"',
      '{"still":[',
      '{"again":["failed"]}\n',
      '{"at":',
      '"counts":{',
      '}\n',
    ],
    ...[
      '{"at":1e309}\n',
      '{"at":-1}\n',
      '{"at":8.64e15}\n',
      '"subscribe_time":1e300',
      '"tagid_list":{}',
      '{"later":1}\n',
    ],
  ],
};

/** A journal of any bytes, through whatever reads journals. */
export const journal: Target = random => {
  const bytes = anyBytes(random);
  return {
    size: bytes.length,
    shown: () => JSON.stringify(bytes.toString('latin1')),
    async run() {
      const files = new MemoryFiles();
      const file = await files.open(path.join('/batches', 'b.ndjson'), 'wx');
      await file.appendFile(bytes);
      const store = new BatchStore('/batches', {
        retentionDays: () => 30,
        files,
        every: () => ({ dispose() {} }),
      });
      try {
        const { batches, unreadable } = await store.listAll();
        assert.equal(batches.length + unreadable.length, 1, 'it is neither listed nor told of');
        await orProblem(() => store.check('b'));
        await orProblem(() => store.holding(a, origin.appId));
        await orProblem(() => drained(store.answers()));
        await orProblem(() => openWhole(store));
      } finally {
        store.dispose();
      }
    },
  };
};

/** The only errors that whoever reads batches must know. */
async function orProblem(read: () => Promise<unknown>): Promise<void> {
  try {
    await read();
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}

async function openWhole(store: BatchStore): Promise<void> {
  const batch = await store.open('b');
  assert.ok(batch, 'it is there, and is not found');
  const { counts: counted } = batch;
  const sum = Object.values(counted).reduce((all, count) => all + count, 0);
  assert.equal(sum, batch.openids.length, 'the counts do not add up');
  for (let row = 0; row < Math.min(batch.openids.length, 100); row++) assert.ok(batch.outcomeAt(row));
  await drained(exportBatch(batch, 'json', { language: 'en' }));
}

async function drained(pieces: AsyncIterable<unknown>): Promise<void> {
  for await (const piece of pieces) assert.ok(piece !== undefined);
}

/** Text for the most part; some have bytes that are none. */
function anyBytes(random: Random): Buffer {
  const bytes = Buffer.from(anyText(random, vocabulary));
  for (let change = below(random, 3); change > 0 && bytes.length > 0; change--)
    bytes[below(random, bytes.length)] = below(random, 256);
  return bytes;
}
