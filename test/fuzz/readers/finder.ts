import assert from 'node:assert/strict';

import { cleanOpenid, findOpenids, openidAt } from '../../../src/openids';
import { ada, bo, short, strange, union } from '../../unit/openids/samples';
import { writers } from '../../unit/openids/writers';
import { type Target } from '../target';
import { anyText, below, type Vocabulary } from '../texts';

const people = [
  { openid: ada, unionid: union },
  { openid: bo, unionid: 'ocMvosWk3_9TfHn2bLq7RzXy0-Ec' },
];

const vocabulary: Vocabulary = {
  samples: Object.values(writers).map(write => write(people)),
  pieces: [
    ...[
      ada,
      bo,
      short,
      strange,
      union,
      'openid',
      'unionid',
      'OPENID',
      'FromUserName',
      'touser',
      'access_token',
    ],
    ...[
      'INSERT INTO t (openid, unionid) VALUES (',
      'create table t (',
      'openid IN (',
      '<![CDATA[',
      ']]>',
      '<openid>',
    ],
    ...[
      '"openid":"',
      's:28:"',
      'Parameters: ',
      '| openid |',
      '+----+',
      'COPY t (openid) FROM stdin;\n',
      '\\.',
      '- openid: ',
    ],
  ],
};

/** The finder of openids, in whole texts and under a cursor. */
export const finder: Target = random => {
  const text = anyText(random, vocabulary);
  const cursor = below(random, text.length + 1);
  return {
    size: text.length,
    shown: () => JSON.stringify(text),
    async run() {
      const { openids, duplicates } = await findOpenids(text);
      assert.equal(new Set(openids.map(({ openid }) => openid)).size, openids.length, 'one stands twice');
      assert.ok(duplicates >= 0);
      let last = -1;
      for (const { openid, offset } of openids) {
        assert.ok(offset > last && offset < text.length, `${openid} stands at ${offset}`);
        last = offset;
        assert.equal(cleanOpenid(openid).openid, openid, 'it is not clean');
      }
      const line = text.slice(0, 5000);
      const at = openidAt(line, Math.min(cursor, line.length));
      if (at) assert.ok(at.openid.length > 0);
    },
  };
};
