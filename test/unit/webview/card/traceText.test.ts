import assert from 'node:assert/strict';

import { traceText } from '../../../../src/webview/card/traceText';
import { Formats } from '../../../../src/webview/text/formats';

const formats = new Formats('en');
const problem = { code: '40003', cause: 'Refused.', nextStep: 'Check it.' };
const rid = '62e14637-0aa1bb2c-3dd4ee5f';
const ridTime = Date.UTC(2022, 6, 27, 14, 5, 43) / 1000;

describe('trace of an error', () => {
  it('names the code, the rid and about when it was', () => {
    const time = formats.localTime(ridTime * 1000);
    assert.match(time, /2022/);
    assert.equal(
      traceText({ ...problem, rid, ridTime }, formats),
      `Error 40003 · rid ${rid} (about ${time})`,
    );
  });

  it('names an older id without a time', () => {
    assert.equal(
      traceText({ ...problem, rid: 'Xq9.Za0423vr31' }, formats),
      'Error 40003 · rid Xq9.Za0423vr31',
    );
  });

  it('names what there is', () => {
    assert.equal(traceText(problem, formats), 'Error 40003');
    assert.equal(traceText({ cause: '', nextStep: '' }, formats), '');
  });
});
