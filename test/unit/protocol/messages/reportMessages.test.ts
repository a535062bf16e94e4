import assert from 'node:assert/strict';
import * as v from 'valibot';

import { fromReport } from '../../../../src/protocol/messages/reportMessages';

describe('messages of a report page', () => {
  it('name an action that reports have, and no other', () => {
    assert.ok(v.is(fromReport, { type: 'act', action: 'copyMarkdown' }));
    assert.ok(!v.is(fromReport, { type: 'act', action: 'removeAccount' }));
    assert.ok(!v.is(fromReport, { type: 'act' }));
  });
});
