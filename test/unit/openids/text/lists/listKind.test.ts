import assert from 'node:assert/strict';
import { listKind } from '../../../../../src/openids/text/lists/listKind';
import { type ListKind, Nesting } from '../../../../../src/openids/text/lists/nesting';
import { GoverningName } from '../../../../../src/openids/text/names/governingName';
import { Names } from '../../../../../src/openids/text/names/names';

interface Around {
  /** The brackets that are open, and what is in them. */
  readonly open?: string;
  readonly kind?: ListKind;
  readonly bare?: boolean;
}

/** What is in the bracket that a text ends with, behind the words and signs before it. */
function kindIn(text: string, { open = '', kind = 'free', bare = false }: Around = {}): ListKind {
  const name = new GoverningName(text, new Names(text));
  for (const { 0: token, index } of text.slice(0, -1).matchAll(/\w+|[:=,]/g)) {
    const end = index + token.length;
    if (/[:=]/.test(token)) name.assign(index, end);
    else if (token === ',') name.endItem(index);
    else name.set(index, end);
  }
  const nesting = new Nesting('undecided');
  for (const bracket of open) nesting.push(bracket, kind);
  return listKind(text, text.length - 1, text.slice(-1), name, nesting, bare);
}

describe('listKind', () => {
  it('knows a list of openids by its name', () => {
    assert.deepEqual(
      ['openids: [', 'openid in (', 'openid in [', 'openids: ('].map(text => kindIn(text)),
      [...['every', 'every', 'every', 'free']],
    );
    assert.equal(kindIn('openids ['), 'undecided');
  });

  it('rules out what the name of something else is before', () => {
    for (const text of [
      'unionids: [',
      'unionid in (',
      'unionid(',
      'unionids [',
      'access_token = (',
      '"unionid", (',
    ]) {
      assert.equal(kindIn(text), 'none', text);
    }
  });

  it('rules out nothing in the brackets of a function that is asked for it', () => {
    assert.equal(kindIn('getUnionid('), 'free');
    assert.equal(kindIn('x, unionid_of('), 'free');
    assert.equal(kindIn('getUnionid = ('), 'none');
    assert.equal(kindIn('getUnionid['), 'none');
    assert.equal(kindIn('getByUnionid('), 'none');
  });

  it('rules out what is in a list that is ruled out, unless it has a name', () => {
    const within = { open: '[', kind: 'none' } as const;
    for (const text of ['[', '(', 'customer: [']) assert.equal(kindIn(text, within), 'none');
    assert.equal(kindIn('openids: [', within), 'every');
  });

  it('takes every string of a list that begins a text for an openid', () => {
    assert.equal(kindIn('[', { bare: true }), 'every');
    assert.equal(kindIn('customer: [', { bare: true }), 'undecided');
    assert.equal(kindIn('[', { bare: true, open: '{' }), 'undecided');
    assert.equal(kindIn('('), 'free');
  });

  it('leaves it to the first string of any other list, but of a row', () => {
    assert.equal(kindIn('['), 'undecided');
    assert.equal(kindIn('[', { open: '(' }), 'undecided');
    assert.equal(kindIn('[', { open: '[' }), 'free');
    assert.equal(kindIn('in (', { open: '[' }), 'free');
  });

  it('reads an object as text, unless it is a unionid or stands in what is ruled out', () => {
    const within = { open: '[', kind: 'none' } as const;
    assert.equal(kindIn('openid: {'), 'free');
    assert.equal(kindIn('unionid: {'), 'none');
    assert.equal(kindIn('unionid {'), 'free');
    assert.equal(kindIn('access_token: {'), 'free');
    assert.equal(kindIn(' {', within), 'none');
    assert.equal(kindIn('openid: {', within), 'free');
  });

  it('takes an object in the first column for a new text', () => {
    const within = { open: '[', kind: 'none' } as const;
    for (const text of ['{', '\n{', '\r{']) assert.equal(kindIn(text, within), 'free');
  });
});
