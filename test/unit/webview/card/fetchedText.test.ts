import assert from 'node:assert/strict';

import { fetchedText } from '../../../../src/webview/card/fetchedText';
import { Formats } from '../../../../src/webview/text/formats';

const now = Date.UTC(2026, 10, 22);
const formats = new Formats('en', () => now);

describe('when an answer came', () => {
  it('is told at a glance and exactly', () => {
    const told = fetchedText({ fetchedAt: now - 3 * 3_600_000, notBefore: 1 }, formats);
    assert.equal(told?.text, 'Fetched 3 hours ago');
    assert.match(told.exactly, /2026/);
  });

  it('is no earlier than its batch where nobody noted it', () => {
    const told = fetchedText({ notBefore: now - 2 * 86_400_000 }, formats);
    assert.equal(told?.text, 'Fetched in a batch started 2 days ago');
    assert.match(told.exactly, /^The exact time is unknown\. Started .*2026/);
  });

  it('is not told of what was never asked', () => {
    assert.equal(fetchedText({}, formats), undefined);
  });
});
