import assert from 'node:assert/strict';

import {
  openSheet,
  openTable,
  PairReader,
  planProblem,
  proposePlan,
  type PlannedColumn,
  type Table,
} from '../../../src/people';
import { type Random } from '../../prove/randomIds';
import { id } from '../../unit/people/scenario';
import { type Target } from '../target';
import { anyText, below, type Vocabulary } from '../texts';

const rows = Array.from({ length: 5 }, (_, n) => ({
  unionid: id('oUnion', n),
  openid: id('oOffic', n),
  mini_openid: id('oMini', n),
  user_id: String(n),
  appid: 'wx0123456789abcdef',
}));
const columns = ['unionid', 'openid', 'mini_openid', 'user_id', 'appid'] as const;
const cells = (separator: string) =>
  [columns.join(separator), ...rows.map(row => columns.map(name => row[name]).join(separator))].join('\n');
const values = rows.map(row => `('${columns.map(name => row[name]).join("', '")}')`).join(',\n');

const vocabulary: Vocabulary = {
  samples: [
    ...[',', '\t', ';', '|'].map(cells),
    ...[JSON.stringify(rows), JSON.stringify({ data: { list: rows } }, null, 1)],
    ...[
      rows.map(row => JSON.stringify(row)).join('\n'),
      `INSERT INTO \`t\` (${columns.join(', ')}) VALUES ${values};`,
    ],
    cells(',').replaceAll(',', '","').replaceAll('\n', '"\n"'),
  ],
  pieces: [
    ...[
      ...columns,
      id('oUnion', 9),
      id('oOffic', 9),
      'wx0123456789abcdef',
      'UnionID',
      'openId',
      'user id',
      'NULL',
      '\\N',
      "N'",
    ],
    ...[
      'INSERT INTO t VALUES (',
      "('",
      "','",
      "'),",
      ');',
      '""',
      '"\n',
      '{"unionid":"',
      '"openid":',
      '[[',
      '{}',
      '[]',
      "\\'",
      "''",
    ],
  ],
};

/** The importer of pairs: any text as a table, by the plan that is proposed or any other. */
export const pairs: Target = random => {
  const text = anyText(random, vocabulary);
  const asSheet = below(random, 8) === 0;
  return {
    size: text.length,
    shown: () => JSON.stringify(text),
    async run() {
      const table = asSheet ? openSheet(text) : await openTable(text);
      if (!table) return;
      const proposed = await proposePlan(table, accounts, beginnings);
      assert.equal(proposed.length, table.columns.length, 'a column has no plan');
      if (planProblem(proposed) === undefined) await readAll(table, proposed);
      const guessed = anyPlan(random, table.columns);
      if (planProblem(guessed) === undefined) await readAll(table, guessed);
    },
  };
};

const accounts = [
  { appId: 'wx-official', takesPartOnly: false },
  { appId: 'wx-mini', takesPartOnly: true },
];
const beginnings = {
  accountsOf: (openid: string) =>
    Promise.resolve(
      openid.startsWith('oOffic') ? ['wx-official'] : openid.startsWith('oMini') ? ['wx-mini'] : [],
    ),
  looksLikeUnionid: (text: string) => Promise.resolve(text.startsWith('oUnion')),
};

/** Each row is a pair, an openid without a unionid, or left out for a reason. */
async function readAll(table: Table, plan: readonly PlannedColumn[]): Promise<void> {
  const reader = new PairReader(table, plan);
  let given = 0;
  for await (const slice of reader.slices()) {
    given += slice.length;
    for (const { openids } of slice) assert.ok(openids.length > 0, 'a pair has no openid');
  }
  const { rows: read, pairs: paired, withoutUnionid, leftOut } = reader.counts();
  const left = Object.values(leftOut).reduce((all, count) => all + count, 0);
  assert.equal(given, paired + withoutUnionid);
  assert.equal(read, given + left, 'rows are lost');
}

function anyPlan(random: Random, names: readonly string[]): PlannedColumn[] {
  const unionid = below(random, names.length);
  const openid = below(random, names.length);
  return names.map((name, column): PlannedColumn => {
    if (column === unionid) return { name, meaning: { kind: 'unionid' } };
    if (column === openid)
      return { name, meaning: { kind: 'openid', of: { kind: 'account', appId: 'wx-official' } } };
    return { name, meaning: { kind: column < 5 ? 'key' : 'leaveOut' } };
  });
}
