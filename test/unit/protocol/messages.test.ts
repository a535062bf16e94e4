import assert from 'node:assert/strict';
import * as v from 'valibot';

import { fromBatch, toBatch } from '../../../src/protocol/messages/batchMessages';
import { wholeList } from '../../../src/protocol/views/batchView';
import { bounds } from '../../../src/protocol/bounds';
import { fromProfile } from '../../../src/protocol/messages/profileMessages';
import { pageState, startMessage } from '../../../src/protocol/start';

const accepted = (schema: v.GenericSchema, message: unknown) => v.safeParse(schema, message).success;
const slice = (length: number) => ({ type: 'slice', version: 1, offset: 0, length });

describe('messages of a page', () => {
  it('asks for slices of a bounded length only', () => {
    assert.ok(accepted(fromBatch, slice(bounds.sliceRows)));
    assert.ok(!accepted(fromBatch, slice(bounds.sliceRows + 1)));
    assert.ok(!accepted(fromBatch, slice(0)));
    assert.ok(!accepted(fromBatch, slice(1.5)));
    assert.ok(!accepted(fromBatch, { ...slice(10), offset: -1 }));
  });

  it('filters by a bounded text and by known columns and outcomes', () => {
    const query = (change: object) => ({ type: 'query', query: { ...wholeList, ...change }, turn: 1 });
    assert.ok(accepted(fromBatch, query({ text: 'x'.repeat(bounds.filterText) })));
    assert.ok(!accepted(fromBatch, query({ text: 'x'.repeat(bounds.filterText + 1) })));
    assert.ok(!accepted(fromBatch, query({ sort: { column: 'secret', descending: false } })));
    assert.ok(!accepted(fromBatch, query({ outcomes: ['gone'] })));
    assert.ok(!accepted(fromBatch, query({ period: { from: 'yesterday', to: 1 } })));
  });

  it('runs none but the named commands', () => {
    assert.ok(accepted(fromBatch, { type: 'command', command: 'resume' }));
    assert.ok(!accepted(fromBatch, { type: 'command', command: 'workbench.action.quit' }));
  });

  it('opens the console, and no page that it names', () => {
    assert.deepEqual(v.parse(fromBatch, { type: 'openConsole', url: 'https://evil.example' }), {
      type: 'openConsole',
    });
    const action = { type: 'openConsole', url: 'https://evil.example' };
    assert.deepEqual(v.parse(fromProfile, { type: 'action', action }), {
      type: 'action',
      action: { type: 'openConsole' },
    });
    assert.ok(!accepted(fromBatch, { type: 'openExternal', url: 'https://evil.example' }));
  });

  it('puts a text of bounded length on the clipboard', () => {
    const copy = (text: string) => ({ type: 'action', action: { type: 'copyText', text } });
    assert.ok(accepted(fromProfile, copy('o6_bmjrPTlm6_2sgVt7hMZOPfL2M')));
    assert.ok(!accepted(fromProfile, copy('x'.repeat(bounds.clipboardText + 1))));
  });

  it('is refused when it is not in the protocol', () => {
    for (const message of [undefined, null, 'ready', [], {}, { type: 'eval' }, { type: 7 }]) {
      assert.ok(!accepted(fromBatch, message));
      assert.ok(!accepted(fromProfile, message));
    }
  });

  it('keeps an id through a reload, and nothing else', () => {
    assert.deepEqual(v.parse(pageState, { id: 'b1', text: 'o6_bmjrPTlm6' }), { id: 'b1' });
  });
});

describe('messages to a page', () => {
  it('begin with the language and its texts', () => {
    const start = { type: 'start', generation: 1, state: { id: 'b1' }, locale: 'zh-cn' };
    assert.ok(accepted(startMessage, { ...start, l10n: { Done: '已完成' } }));
    assert.ok(accepted(startMessage, start));
    assert.ok(!accepted(startMessage, { ...start, l10n: { Done: 7 } }));
  });

  it('carry rows of known shape', () => {
    const rows = (row: object) => ({ type: 'rows', version: 1, offset: 0, rows: [row] });
    const row = { id: 0, openid: 'o', outcome: 'pending', tags: [], toAskAgain: false, selected: false };
    assert.ok(accepted(toBatch, rows(row)));
    assert.ok(!accepted(toBatch, rows({ ...row, outcome: 'lost' })));
    assert.ok(!accepted(toBatch, rows({ ...row, remark: 'x'.repeat(bounds.cellText + 1) })));
  });
});
