import assert from 'node:assert/strict';

import { findAnswers } from '../../../../src/wechat';
import { sized } from '../../../form';
import { ada, adas, bo, bos, escaped } from './samples';

const rows = `${adas},\n${bos},\n`;
const printed = adas.replaceAll('"', "'");
const megabytes = (count: number, piece: string) =>
  piece.repeat(Math.ceil((count * 1_000_000) / piece.length));

/** Texts of about so many megabytes in which reading anything twice for every part would show. */
const worst: Readonly<Record<string, (count: number) => string>> = {
  'a batch with one row that nobody can mend': count =>
    `{"user_info_list":[${megabytes(count, rows)}{"subscribe":1,"openid":oops}]}`,
  'a batch without its end': count => `{"user_info_list":[${megabytes(count, rows)}`,
  'a batch as Python prints it': count => `{'user_info_list': [${megabytes(count, `${printed}, `)}]}`,
  'lines of a log with an answer in each': count => megabytes(count, `10:00 INFO ${adas} (12 ms)\n`),
  'lines with an escaped answer in each': count => megabytes(count, `10:00 INFO "${escaped(adas)}"\n`),
  'lines with a broken answer in each': count => megabytes(count, '10:00 {"subscribe":1,"openid":oops}\n'),
  'rows with control characters': count =>
    `{"user_info_list":[${megabytes(count, `${bos.replace('"remark":""', '"remark":"a\nb"')},`)}]}`,
  'rows with a backslash at the end of a value': count =>
    `{"user_info_list":[${megabytes(count, `${bos.replace('"remark":""', '"remark":"a\\"')},`)}]}`,
  'broken objects in broken objects': count =>
    `${megabytes(count / 2, '{"openid":')}x${'}'.repeat(count * 50_000)}`,
  'small objects in a broken one': count => `{"openid":[${megabytes(count, '{"a":1},')}oops]}`,
  'one string with control characters': count => `{"openid":"${megabytes(count, '\u0007a')}"}`,
  'a string without its end': count => `{'a': '${megabytes(count, "\\'")}`,
  'opening brackets': count => megabytes(count, '['),
  'objects that never end': count => megabytes(count, '{"a":'),
  'ends that begin nowhere': count => megabytes(count, '}]'),
  'escaped quotes': count => megabytes(count, '\\"'),
};

describe('findAnswers, in long texts', function () {
  this.timeout(60_000);
  const size = sized(1, 0.5);

  for (const [what, text] of Object.entries(worst)) {
    it(`does twice the work for twice as much of ${what}`, async () => {
      const once = await breathsFor(text(size));
      const twice = await breathsFor(text(2 * size));
      assert.ok(once >= 3, `${once} breaths`);
      assert.ok(twice <= 2.2 * once + 2, `${once} breaths, then ${twice}`);
    });
  }

  it('reads a short text without a pause', async () =>
    assert.equal(await breathsFor(megabytes(0.1, `${adas}\n`)), 0));

  it('lets other work run while it reads a long one', async () => {
    let others = 0;
    const other = () => {
      others++;
      timer = setImmediate(other);
    };
    let timer = setImmediate(other);
    const { profiles, duplicates } = await findAnswers(megabytes(3, `${adas}\n`));
    clearImmediate(timer);
    assert.equal(profiles.length, 1);
    assert.ok(duplicates > 9000);
    assert.ok(others >= 10, `other work ran ${others} times`);
  });

  for (const bracket of ['[', '(', '{a=', '{"a":']) {
    it(`finds an answer behind thousands of ${bracket} that never end, and within them`, async () => {
      const open = bracket.repeat(3_000);
      const inner = await findAnswers(`{openid=${ada}, subscribe=1} ${open} ${printed} ${open} ${bos}`);
      assert.deepEqual(inner.profiles.map(({ openid }) => openid).sort(), [ada, bo].sort());
    });
  }

  it('does not begin once it is cancelled', async () => {
    const reason = new Error('closed');
    await assert.rejects(findAnswers(adas, { signal: AbortSignal.abort(reason) }), error => error === reason);
  });

  for (const [what, text] of Object.entries(worst)) {
    it(`stops at the next pause when it is cancelled in ${what}`, async () => {
      const reason = new Error('closed');
      const controller = new AbortController();
      let breaths = 0;
      const finding = findAnswers(text(size), {
        signal: controller.signal,
        breathe: () => {
          if (++breaths === 2) controller.abort(reason);
          return Promise.resolve();
        },
      });
      await assert.rejects(finding, error => error === reason);
      assert.equal(breaths, 2);
    });
  }
});

describe('findAnswers, in a batch with a row that nobody can mend', () => {
  const bad = '{"subscribe":1,"openid":oops}';

  it('reads the rows around it as they are', async () => {
    const remark = 'say "hi" \\ \u0007';
    const row = { subscribe: 1, openid: ada, remark, unknown: { list: [1, { deep: [] }], __proto__: null } };
    const { profiles, others } = await findAnswers(
      `{"user_info_list":[${bad},${JSON.stringify(row)},${bos}]}`,
    );
    assert.deepEqual(profiles, [JSON.parse(JSON.stringify(row)), JSON.parse(bos)]);
    assert.deepEqual(others, ['damaged']);
  });

  it('mends those that can be mended, however deep they stand', async () => {
    const damaged = adas.replace('"remark":""', '"remark":"a\nb\\","x":{"y":[{"z":1},],}');
    const text = `{"a":{"b":{"c":{"d":{"e":{"f":{"g":[${damaged},${bad}]}}}}}}}`;
    const { profiles } = await findAnswers(text);
    assert.deepEqual(profiles, [{ ...JSON.parse(adas), remark: 'a\nb\\', x: { y: [{ z: 1 }] } }]);
  });

  it('reads rows that end in a backslash', async () => {
    const row = (openid: string) => `{"subscribe":1,"openid":"${openid}","remark":"x\\"}`;
    const { profiles } = await findAnswers(`{"user_info_list":[${row(ada)},${row(bo)},${bad}]}`);
    assert.deepEqual(
      profiles.map(({ openid, remark }) => [openid, remark]),
      [
        [ada, 'x\\'],
        [bo, 'x\\'],
      ],
    );
  });
});

async function breathsFor(text: string): Promise<number> {
  let breaths = 0;
  await findAnswers(text, { breathe: () => Promise.resolve(breaths++) });
  return breaths;
}
