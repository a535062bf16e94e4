import assert from 'node:assert/strict';
import { cleanOpenid } from '../../../../src/openids';
import { ada, short, strange } from '../samples';

const half = ada.slice(0, 14);
const rest = ada.slice(14);

describe('cleanOpenid', () => {
  const dirty: readonly (readonly [string, readonly string[]])[] = [
    [ada, []],
    [` ${ada}\t`, ['spaces']],
    [`\u3000${ada}\u00a0`, ['spaces']],
    [`${ada}\r\n`, ['lineBreaks']],
    [`"${ada}",`, ['quotes', 'separators']],
    [`'${ada}';`, ['quotes', 'separators']],
    [`“${ada}”，`, ['quotes', 'separators']],
    [`「${ada}」、`, ['quotes', 'separators']],
    [`["${ada}"]`, ['brackets', 'quotes']],
    [`【${ada}】`, ['brackets']],
    [`\u200b${half}\u200b${rest}\u200e`, ['zeroWidth']],
    [`\ufeff${ada}`, ['byteOrderMark']],
    [`${half}\ufeff${rest}\0`, ['byteOrderMark', 'controls']],
    [`\\"${ada}\\r\\n\\"`, ['quotes', 'lineBreaks']],
    [`%22${ada}%22`, ['quotes']],
    [`&quot;${ada}&#34;`, ['quotes']],
  ];
  for (const [text, cleaned] of dirty) {
    it(`cleans ${JSON.stringify(text)}`, () => {
      assert.deepEqual(cleanOpenid(text), { openid: ada, shape: 'usual', cleaned });
    });
  }

  it('keeps an oddly shaped openid as it is', () => {
    for (const openid of [short, strange, 'OPENID1', `${half} ${rest}`, '微信']) {
      assert.deepEqual(cleanOpenid(openid), { openid, shape: 'odd', cleaned: [] });
    }
  });

  it('leaves nothing of mere dirt', () => {
    assert.deepEqual(cleanOpenid(''), { openid: '', shape: 'odd', cleaned: [] });
    assert.deepEqual(cleanOpenid(' "",'), {
      openid: '',
      shape: 'odd',
      cleaned: ['spaces', 'quotes', 'separators'],
    });
  });
});
