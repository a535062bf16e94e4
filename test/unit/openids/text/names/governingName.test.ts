import assert from 'node:assert/strict';
import { GoverningName } from '../../../../../src/openids/text/names/governingName';
import { Names } from '../../../../../src/openids/text/names/names';
import { ada, union } from '../../samples';

/** Tells of the words, signs, commas, brackets and line breaks of a text. */
function nameAfter(text: string, behind = ''): GoverningName {
  const name = new GoverningName(`${text}${behind}`, new Names(`${text}${behind}`));
  for (const { 0: token, index } of text.matchAll(/[\w-]+|=>|[:=：＝,\n([{]/g)) {
    const end = index + token.length;
    if (/[:=：＝>]/.test(token)) name.assign(index, end);
    else if (token === ',') name.endItem(index);
    else if (token === '\n') name.endLine(index);
    else if (/[([{]/.test(token)) name.enter();
    else name.set(index, end);
  }
  return name;
}

const state = ({ kind, assigned, neighbour, heading }: GoverningName) =>
  [kind, assigned && 'assigned', neighbour && 'neighbour', heading && 'heading']
    .filter(word => typeof word === 'string')
    .join(' ');

describe('GoverningName', () => {
  it('is none at the beginning', () => {
    const name = nameAfter('');
    assert.deepEqual(
      [name.present, name.start, name.end, name.beforeList, name.promises, name.isKey, name.isBare],
      [...[false, -1, -1], ...[false, false, false, false]],
    );
    assert.equal(state(name), '');
    assert.ok(!name.isOfLength(0, 0) && !name.isQuoted(1) && !name.endsBefore(0));
  });

  const states: Readonly<Record<string, string>> = {
    unionid: 'unionid',
    'unionid:': 'unionid assigned',
    'unionid =': 'unionid assigned',
    'unionid =>': 'unionid assigned',
    'unionid：': 'unionid assigned',
    'the unionid': 'unionid',
    'unionid x': '',
    'union id': 'unionid',
    'Open IDs:': 'openid assigned',
    'union  id': '',
    'union_id id': '',
    'union it': '',
    'a unionid,': '',
    '"unionid",': 'unionid neighbour',
    ' (unionid, ': 'unionid neighbour',
    'f(unionid, ': '',
    'f(unionid,': '',
    'x,unionid,': 'unionid neighbour',
    '"unionid": x,': '',
    '"name": "unionid",': '',
    '"customer",': '',
    'unionid\n': 'unionid neighbour heading',
    'x\n1. unionid\n': 'unionid neighbour heading',
    'the unionid\n': '',
    'customer\n': '',
    'unionid:\n': 'unionid assigned',
    'unionid(': '',
    'no unionid': '',
    'no unionid=': 'unionid assigned',
    token: '',
    'token:': 'token assigned',
    'invalid token:': 'assigned',
    access_token: 'token',
    's:7:"unionid': 'unionid',
    'eq(User::getUnionId, ': 'unionid neighbour',
    onid: 'unionid',
    'x onid': '',
  };
  for (const [text, expected] of Object.entries(states)) {
    it(`is ${expected === '' ? 'no known one' : expected} behind ${JSON.stringify(text)}`, () => {
      assert.equal(state(nameAfter(text)), expected);
    });
  }

  it('keeps its place through words that lead to a value', () => {
    for (const text of [
      'unionid not',
      'unionid is not',
      'unionid CDATA',
      'unionid": value',
      'unionid.toString',
      'unionid was',
    ])
      assert.equal(nameAfter(text).kind, 'unionid', text);
    for (const text of ['unionid xvalue', 'unionid, value', 'unionid  -- a value', 'unionid keywords'])
      assert.equal(nameAfter(text).kind, undefined, text);
  });

  it('hears a sign in words that compare', () => {
    for (const text of ['unionid like', 'unionid NOT LIKE', 'unionid.equals', 'unionid eq'])
      assert.equal(state(nameAfter(text)), 'unionid assigned', text);
  });

  it('hears IN, until another word follows', () => {
    assert.deepEqual(
      ['openid in', 'openid NOT IN', 'openid.in_', 'openid in is', 'openid is', 'openid in x'].map(
        text => nameAfter(text).beforeList,
      ),
      [true, true, true, false, false, false],
    );
  });

  it('passes over a note of its type before an equals sign', () => {
    for (const text of ['unionid: string =', 'unionid: Optional[str] =', 'unionid?: string | null ='])
      assert.equal(state(nameAfter(text, ` "${union}"`)), 'unionid assigned', text);
    assert.notEqual(nameAfter('unionid: Foo =', ' other').kind, 'unionid');
    assert.equal(nameAfter('unionid: openid =', ` "${ada}"`).kind, 'openid');
    assert.equal(nameAfter('unionid: a, b =', ` "${ada}"`).kind, undefined);
    assert.equal(nameAfter('unionid = a =', ` "${ada}"`).kind, undefined);
  });

  it('is not the name in an end tag, a length, or a class', () => {
    for (const text of ['</unionid', '<\\/unionid', '&lt;/unionid', '%3C%2Funionid']) {
      const name = new GoverningName(text, new Names(text));
      name.set(text.indexOf('unionid'), text.length);
      assert.ok(!name.present, text);
    }
  });

  it('knows the first of two names that stand together before two values', () => {
    const text = `openid/unionid: ${ada}/${union}`;
    const name = new GoverningName(text, new Names(text));
    name.set(7, 14);
    assert.equal(name.kind, 'openid');
  });
});

describe('GoverningName, of lines', () => {
  it('governs the items of a sequence, line after line, until it ends', () => {
    const name = nameAfter('openids:\n');
    name.startItem();
    assert.deepEqual([name.kind, name.promises, name.present], ['openid', true, false]);
    name.set(0, 6);
    name.clear();
    name.startItem();
    assert.deepEqual([name.kind, name.promises], ['openid', true]);
    name.endSequence();
    assert.deepEqual([name.kind, name.promises], [undefined, false]);
  });

  it('governs no items where no sign promised them', () => {
    const name = nameAfter('openids');
    name.startItem();
    assert.equal(name.kind, undefined);
  });

  it('governs again, as if a sign had followed', () => {
    const name = nameAfter('unionid x y');
    name.resume(0, 7);
    assert.equal(state(name), 'unionid assigned');
  });
});

describe('GoverningName, of Chinese words behind it', () => {
  const goOn = (words: string) => {
    const name = nameAfter('unionid', words);
    const end = name.goOn(7 + words.search(/\S/), 8);
    return `${end - 7} ${state(name)}`;
  };

  it('is assigned by a verb, kept by what leads to a sign, and lost by anything else', () => {
    assert.equal(goOn('为'), '1 unionid assigned');
    assert.equal(goOn(' 字段是'), '4 unionid assigned');
    assert.equal(goOn('字段：'), '2 unionid');
    assert.equal(goOn('的用户'), '3 ');
    assert.equal(goOn('字段'), '2 ');
  });

  it('hears nothing where they do not follow at once', () => {
    assert.equal(goOn('  为'), '1 unionid');
    assert.equal(goOn('x'), '1 unionid');
  });
});

describe('GoverningName, of what stands around it', () => {
  it('knows whether a function is asked for it', () => {
    for (const word of ['getUnionid', 'fetch_unionid', 'loadUnionId', 'openid_to_unionid', 'unionid_of'])
      assert.ok(nameAfter(word).asks, word);
    for (const word of ['unionid', 'getByUnionid', 'setUnionid', 'unionid_to_x', 'ofUnionid'])
      assert.ok(!nameAfter(word).asks, word);
  });

  it('knows whether it is a whole string', () => {
    assert.ok(nameAfter('"unionid', '"').isQuoted(9) && nameAfter("'unionid", '"}').isQuoted(9));
    assert.ok(
      !nameAfter('"unionid', '"').isQuoted(8) &&
        !nameAfter('unionid', '"').isQuoted(8) &&
        !nameAfter('"unionid', '     "').isQuoted(14),
    );
  });

  it('knows whether it is all that brackets hold, before a sign', () => {
    assert.ok(
      nameAfter('(unionid', '):').isBracketed(8, 9) && nameAfter('（unionid', '）＝').isBracketed(8, 9),
    );
    assert.ok(
      !nameAfter('(unionid', ')x').isBracketed(8, 9) && !nameAfter('[unionid', ']:').isBracketed(8, 9),
    );
    assert.ok(!nameAfter('(unionid', ' ):').isBracketed(9, 10));
  });

  it('knows whether it ends just before a place', () => {
    assert.ok(
      nameAfter('unionid', '<').endsBefore(7) &&
        nameAfter('unionid', ' : ').endsBefore(10) &&
        nameAfter('unionid', '：\n<').endsBefore(9),
    );
    assert.ok(
      !nameAfter('unionid', '    <').endsBefore(11) &&
        !nameAfter('unionid', 'x<').endsBefore(8) &&
        !nameAfter('unionid').endsBefore(6),
    );
  });

  it('knows whether it is an element, a key, or bare', () => {
    assert.ok(nameAfter('<unionid').isElement && !nameAfter('unionid').isElement);
    assert.ok(
      nameAfter('[unionid').isKey &&
        nameAfter('["unionid').isKey &&
        !nameAfter('[ "unionid').isKey &&
        !nameAfter('(unionid').isKey,
    );
    assert.ok(
      nameAfter('unionid', ' ').isBare &&
        !nameAfter('unionid', '"').isBare &&
        !nameAfter('unionid', '\\"').isBare,
    );
  });

  it('knows how long it is, and what it ends with', () => {
    const name = nameAfter('a unionid');
    assert.ok(name.isOfLength(7, 3) && name.isOfLength(3, 7) && !name.isOfLength(6, 8));
    assert.deepEqual([String.fromCharCode(name.lastCode), name.word], ['d', 'unionid']);
  });

  it('knows where a remark ends that stands between it and its sign', () => {
    assert.equal(nameAfter('unionid', '（开放平台）：').remarkEnd(7), 13);
    assert.equal(nameAfter('unionid', ' (wx) =').remarkEnd(8), 12);
    assert.equal(nameAfter('unionid', '  (wx) =').remarkEnd(9), undefined);
    assert.equal(nameAfter('unionid', '(wx) x').remarkEnd(7), undefined);
    assert.equal(nameAfter('', '(wx):').remarkEnd(0), undefined);
    assert.equal(nameAfter('', '(wx):').remarkEnd(-1), undefined);
  });
});
