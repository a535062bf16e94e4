import assert from 'node:assert/strict';
import { Values } from '../../../../src/openids/text/values';
import { Heard } from '../heard';
import { ada, bo, short, strange, union, union2 } from '../samples';
import { judged, noOpenid, nothing, standIn } from './judged';

const asWords = 'onlineSubscriptionIdentifier';

describe('Values.looksRandom', () => {
  const looks = (value: string) => judged(value, (values, start, end) => values.looksRandom(start, end));

  it('knows an openid by its looks, also where it is to be cleaned', () => {
    assert.deepEqual(looks(ada), { taken: true, ...nothing });
    assert.ok(looks(` "${ada}"\t`).taken);
  });

  it('takes neither words nor another shape for one', () => {
    assert.ok(!looks(asWords).taken);
    assert.ok(!looks(short).taken);
  });

  it('looks at no more than 200 characters', () => {
    assert.ok(looks(ada.padEnd(200)).taken);
    assert.ok(!looks(ada.padEnd(201)).taken);
  });
});

describe('Values.takeUsual', () => {
  const take = (value: string) => judged(value, (values, start, end) => values.takeUsual(start, end));

  it('takes what is of the usual shape, cleaned or behind the minus of a diff', () => {
    for (const value of [ada, ` '${ada}',`, `-${ada}`, asWords]) {
      const openid = value === asWords ? asWords : ada;
      assert.deepEqual(take(value), { ...nothing, taken: true, found: [openid] });
    }
  });

  it('takes no other', () => assert.deepEqual(take(short), { taken: false, ...nothing }));

  it('leaves out the stand-in of a manual', () => {
    assert.deepEqual(take(standIn), { taken: true, ...noOpenid });
  });

  it('takes no value of more than 200 characters', () => {
    assert.ok(take(ada.padEnd(200)).taken);
    assert.deepEqual(take(ada.padEnd(201)), { taken: false, ...nothing });
  });
});

describe('Values.takeFree', () => {
  const take = (value: string) => judged(value, (values, start, end) => values.takeFree(start, end));

  it('takes what nothing but an openid looks like', () => {
    assert.deepEqual(take(ada), { ...nothing, taken: true, found: [ada] });
    assert.deepEqual(take(`\u200b${ada}`), { ...nothing, taken: true, found: [ada] });
  });

  it('takes neither words nor another shape', () => {
    assert.deepEqual(take(asWords), { taken: false, ...nothing });
    assert.deepEqual(take(strange), { taken: false, ...nothing });
  });

  it('takes no piece of base64', () => {
    const heard = new Heard();
    assert.ok(!new Values(`${ada}==`, heard).takeFree(0, 28));
    assert.deepEqual(heard.found, []);
  });

  it('asks no openid without a name whether it is a stand-in', () => {
    assert.deepEqual(take(standIn), { ...nothing, taken: true, found: [standIn] });
  });
});

/** What is found and cut where a value stands at the edges of the text. */
function edge(text: string, start: number, end: number) {
  const heard = new Heard();
  const taken = new Values(text, heard).take(start, end, 'any');
  return [taken, heard.found, heard.cut];
}

describe('Values, at the edges of a text', () => {
  it('takes an odd value that begins the text for a piece', () => {
    assert.deepEqual(edge('abc ', 0, 3), [true, [], 1]);
    assert.deepEqual(edge(` ${short} `, 1, 28), [true, [short], 0]);
  });

  it('takes one that ends the text for a piece if it begins as an openid does', () => {
    assert.deepEqual(edge(` ${short}`, 1, 28), [true, [], 1]);
    assert.deepEqual(edge(' abo', 1, 4), [true, ['abo'], 0]);
  });

  it('takes what is as long as an openid, or has other characters, for no piece', () => {
    assert.deepEqual(edge(`${strange} `, 0, 28), [true, [strange], 0]);
    assert.deepEqual(edge('a.b ', 0, 3), [true, ['a.b'], 0]);
  });

  it('counts a first value without a name as cut, where the openid stands beside it', () => {
    const heard = new Heard();
    const values = new Values(`"${union}","openid":"${ada}"}`, heard);
    values.take(1, 29, 'named');
    values.take(41, 69, 'named');
    assert.deepEqual([heard.found, heard.cut], [[ada], 1]);
  });
});

describe('Values.within', () => {
  const text = `${ada} ${bo} x1`;

  it('takes nothing beyond the end of a part', () => {
    const heard = new Heard();
    const values = new Values(text, heard);
    values.within(57, () => {
      assert.ok(values.takeUsual(0, 28) && values.takeFree(29, 57));
      assert.ok(!values.take(58, 60, 'any'));
    });
    values.within(56, () => {
      assert.ok(!values.takeUsual(29, 57) && !values.takeFree(29, 57) && !values.take(29, 57, 'named'));
    });
    assert.deepEqual(heard.found, [ada, bo]);
  });

  it('goes no further in a part of a part, and as far as before behind them', () => {
    const values = new Values(text, new Heard());
    values.within(28, () => {
      values.within(60, () => assert.ok(!values.takeUsual(29, 57)));
      assert.ok(!values.takeUsual(29, 57));
      assert.ok(values.takeUsual(0, 28));
    });
    assert.ok(values.takeUsual(29, 57));
  });

  it('leaves out nothing beyond it', () => {
    const heard = new Heard();
    const values = new Values(text, heard);
    values.within(56, () => values.leaveOut('unionid', 0, 60));
    assert.deepEqual(heard.leftOut, [['unionid', ada, 0]]);
  });
});

describe('Values.leaveOut', () => {
  function leftOut(text: string, from = 0, to = text.length) {
    const heard = new Heard();
    new Values(text, heard).leaveOut('unionid', from, to);
    return heard.leftOut;
  }

  it('leaves out a value of the usual shape, also behind the minus of a diff', () => {
    assert.deepEqual(leftOut(union), [['unionid', union, 0]]);
    assert.deepEqual(leftOut(`-${union}`), [['unionid', union, 1]]);
  });

  it('leaves out each that stands in a longer text, and only what is of the usual shape', () => {
    assert.deepEqual(leftOut(` ${union}`), [['unionid', union, 1]]);
    assert.deepEqual(leftOut(`"a ${union}, ${union2}"x`, 1), [
      ['unionid', union, 3],
      ['unionid', union2, 33],
    ]);
    assert.deepEqual(leftOut(short), []);
    assert.deepEqual(leftOut(strange), []);
  });

  it('knows what follows it in a series, but for several at once', () => {
    const text = `${union}, ${union2}`;
    const values = new Values(text, new Heard());
    values.leaveOut('unionid', 0, text.length);
    assert.equal(values.series.kindAt(30), undefined);
    values.leaveOut('unionid', 0, 28);
    assert.equal(values.series.kindAt(30), 'unionid');
  });
});
