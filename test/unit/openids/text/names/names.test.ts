import assert from 'node:assert/strict';
import { findOpenids } from '../../../../../src/openids';
import { ada, bo, union, union2 } from '../../samples';
import { namedListTexts } from '../../texts/namedLists';
import { nameTexts } from '../../texts/names';
import { printedTableTexts } from '../../texts/printedTables';
import { statementTexts } from '../../texts/statements';

const all = { ...nameTexts, ...namedListTexts, ...statementTexts, ...printedTableTexts };

describe('findOpenids, by names wherever they stand', () => {
  for (const [kind, texts] of Object.entries(all)) {
    const samples = Object.entries(texts);
    describe(`${kind} (${samples.length} texts)`, () => {
      for (const [name, text] of samples) {
        it(name, async () => {
          const { openids, cleaned } = await findOpenids(text);
          assert.deepEqual(
            openids.map(({ openid, offset }) => ({ openid, at: text.slice(offset, offset + 28) })),
            [ada, bo]
              .filter(openid => text.includes(openid))
              .sort((a, b) => text.indexOf(a) - text.indexOf(b))
              .map(openid => ({ openid, at: openid })),
          );
          assert.deepEqual(cleaned, {});
        });
      }
    });
  }
});

describe('findOpenids, of what it leaves out', () => {
  const leftOut = async (text: string) => (await findOpenids(text)).leftOut;

  it('counts each unionid once, and tells where the first of them stand', async () => {
    const text = `{"unionid":"${union}"} {"unionid":"${union2}"} {"unionid":"${union}"}`;
    assert.deepEqual(await leftOut(text), [
      { kind: 'unionid', count: 2, offsets: [text.indexOf(union), text.indexOf(union2)] },
    ]);
  });

  it('tells no more than five places', async () => {
    const rows = Array.from({ length: 8 }, (_, i) => `unionid=${union.slice(0, -1)}${i}`);
    const [unionids] = await leftOut(rows.join('\n'));
    assert.deepEqual([unionids?.count, unionids?.offsets.length], [8, 5]);
  });

  const forms: Readonly<Record<string, readonly [string, string]>> = {
    'a string under a key': [`{"access_token":"${union}"}`, 'token'],
    'a word': [`app_secret=${union}`, 'secret'],
    'a session key': [`session_key: ${union}`, 'sessionKey'],
    'a ticket of XML': [`<Ticket><![CDATA[${union}]]></Ticket>`, 'ticket'],
    'an AppID': [`appid=${union}`, 'appid'],
    'a column of CSV': [`id,unionid\n1,${union}\n`, 'unionid'],
    'another column': [`openid,friend\nabc,${union}\n`, 'otherColumn'],
    'a cell of HTML': [`<table><tr><td>unionid</td></tr><tr><td>${union}</td></tr></table>`, 'unionid'],
    'an element of XML': [`<unionid><b>${union}</b></unionid>`, 'unionid'],
    'a tuple of SQL': [`INSERT INTO t (unionid) VALUES ('${union}')`, 'unionid'],
    'a list': [`{"unionids":["${union}"]}`, 'unionid'],
    'a string among others': [`{"unionid":"a ${union} b"}`, 'unionid'],
    'a bind': [`where unionid = ? [${union}]`, 'unionid'],
    'what cannot be an openid': ['{"openid":"用户"}', 'notOpenid'],
    'what is too long for one': [`{"openid":"${'字'.repeat(150)}"}`, 'notOpenid'],
  };
  for (const [form, [text, kind]] of Object.entries(forms)) {
    it(`counts ${form}`, async () => {
      const [found, ...others] = await leftOut(text);
      assert.deepEqual([found?.kind, found?.count, others], [kind, 1, []]);
      if (kind !== 'notOpenid') assert.deepEqual(found?.offsets, [text.indexOf(union)]);
    });
  }

  it('names the commonest kind first', async () => {
    const kinds = await leftOut(`token=${union}\nunionid=${union}\nunionid=${union2}`);
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['unionid', 'token'],
    );
  });

  it('leaves out nothing of a text of openids', async () => {
    assert.deepEqual(await leftOut(`["${ada}", "${bo}"]\nopenid=${ada}`), []);
  });
});
