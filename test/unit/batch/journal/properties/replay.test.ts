import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type JournalBlock } from '../../../../../src/batch/journal/journalReader';
import { parseRecord, wholeRecord } from '../../../../../src/batch/journal/journalRecord';
import { Replay } from '../../../../../src/batch/journal/replay';
import { OutcomeTable } from '../../../../../src/batch/rows/outcomeTable';
import { asLine } from '../../scenario';

const openids = ['oA', 'oB', 'oC', 'o_d-4'];
const text = fc.oneof(
  fc.constantFrom('', '"openid":"oB"', '\\', '张', '🎉', ',"subscribe":0', '}', '{', 'ADD_SCENE_SEARCH'),
  fc.string({ unit: 'binary', maxLength: 6 }),
);
const number = fc.oneof(fc.constantFrom(0, 1, 4_294_967_295, 4_294_967_296), fc.integer(), fc.double());

/** A member as WeChat may write it, or never would. */
const member = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...openids).map(openid => `"openid":"${openid}"`) },
  fc.constantFrom(0, 1, 2).map(state => `"subscribe":${state}`),
  fc
    .tuple(fc.constantFrom('unionid', 'remark', 'qr_scene', 'subscribe_scene', 'open\\u0069d'), text)
    .map(([key, value]) => `"${key}":${JSON.stringify(value)}`),
  fc
    .tuple(fc.constantFrom('subscribe_time', 'qr_scene', 'groupid', 'unionid'), number)
    .map(([key, value]) => `"${key}":${JSON.stringify(value)}`),
  fc
    .tuple(fc.constantFrom('tagid_list', 'more', 'openid'), fc.jsonValue({ maxDepth: 2 }))
    .map(([key, value]) => `"${key}":${JSON.stringify(value)}`),
  fc.constantFrom(
    '"remark":"\t"',
    '"a":01',
    '"a" :1',
    '"a":',
    '"a"',
    '"subscribe_time":007',
    ' "b":2',
    '"c":1 ',
  ),
);

const profile = fc
  .record({
    start: fc.constantFrom('{"subscribe":1', '{"subscribe":1', '{"subscribe":0', '{"subscribe":10'),
    members: fc.array(member, { maxLength: 6 }),
    end: fc.constantFrom('}', '}', '}', '}', '', '}}', '} ', ',}'),
  })
  .map(({ start, members, end }) => [start, ...members].join(',') + end);

const other = fc.constantFrom(
  '{"at":5}',
  '{"at":7}',
  '{"still":["notFollowing"]}',
  '{"kind":"notReturned","openid":"oB"}',
  '{"later":1}',
  '{"kind":',
);

/** So that what was learnt of a line is used again. */
const journal = fc
  .array(fc.oneof({ weight: 5, arbitrary: profile }, other), { minLength: 1, maxLength: 12 })
  .chain(lines => fc.array(fc.constantFrom(...lines), { minLength: 1, maxLength: 40 }));

function blockOf(lines: readonly string[]): JournalBlock {
  let at: number | undefined;
  const records = lines.map(line => {
    const record = parseRecord(asLine(line), at);
    if (record.kind === 'at') at = record.at;
    return record;
  });
  const origin = { id: 'b', appId: 'wx1', accountName: 'A', source: 's', lang: 'en', startedAt: 0 } as const;
  const head = { version: 2, origin, total: openids.length, line: '', end: 0 } as const;
  return {
    isAnew: true,
    records: [{ kind: 'openids', openids }, ...records],
    position: { head, offset: 0, listed: openids.length },
  };
}

function rowsOf(table: OutcomeTable) {
  return openids.map((_, row) => [table.at(row), table.answeredAt(row), table.isToAskAgain(row)]);
}

describe('Replay', () => {
  it('makes of any journal what comes of parsing each line by itself', () => {
    fc.assert(
      fc.property(journal, lines => {
        const block = blockOf(lines);
        const parsed = new OutcomeTable(openids);
        let damaged = 0;
        for (const record of block.records.map(wholeRecord)) {
          if (record.kind === 'answer') parsed.record(record.outcome, record.at);
          if (record.kind === 'still') parsed.askAgain(record.kinds);
          if (record.kind === 'damaged') damaged++;
        }
        const replay = new Replay();
        replay.take(block);
        const { table } = replay.end();
        assert.deepEqual(rowsOf(table), rowsOf(parsed));
        assert.deepEqual([table.counts, replay.damaged], [parsed.counts, damaged]);
      }),
      { numRuns: 500 },
    );
  });
});
