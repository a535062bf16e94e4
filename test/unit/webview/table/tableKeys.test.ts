import assert from 'node:assert/strict';

import { type Keys, tableAction } from '../../../../src/webview/table/tableKeys';

const at = { active: 50, count: 100, page: 20 };
const press = (key: string, held: Partial<Keys> = {}, place: Partial<typeof at> = {}) =>
  tableAction(
    { key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held },
    { ...at, ...place },
  );
const moves = (to: number, pick = 'only') => ({ kind: 'move', to, pick });

describe('keys of the table', () => {
  it('move by rows, by pages, and to either end', () => {
    assert.deepEqual(press('ArrowDown'), moves(51));
    assert.deepEqual(press('ArrowUp'), moves(49));
    assert.deepEqual(press('PageDown'), moves(70));
    assert.deepEqual(press('PageUp'), moves(30));
    assert.deepEqual(press('Home'), moves(0));
    assert.deepEqual(press('End'), moves(99));
    assert.deepEqual(press('End', { ctrlKey: true }), moves(99));
  });

  it('stop at the ends', () => {
    assert.deepEqual(press('ArrowDown', {}, { active: 99 }), moves(99));
    assert.deepEqual(press('PageUp', {}, { active: 3 }), moves(0));
  });

  it('go from the first row to the header', () => {
    assert.deepEqual(press('ArrowUp', {}, { active: 0 }), { kind: 'toHeader' });
  });

  it('extend the selection with Shift', () => {
    assert.deepEqual(press('ArrowDown', { shiftKey: true }), moves(51, 'extend'));
    assert.deepEqual(press('ArrowUp', { shiftKey: true }, { active: 0 }), moves(0, 'extend'));
  });

  it('pick, copy, open, close and ask for the menu', () => {
    assert.deepEqual(press(' '), { kind: 'toggle' });
    assert.deepEqual(press('a', { ctrlKey: true }), { kind: 'all' });
    assert.deepEqual(press('c', { metaKey: true }), { kind: 'copy', as: 'rows' });
    assert.deepEqual(press('C', { ctrlKey: true, shiftKey: true }), { kind: 'copy', as: 'rowsWithHeader' });
    assert.deepEqual(press('f', { ctrlKey: true }), { kind: 'find' });
    assert.deepEqual(press('Enter'), { kind: 'open' });
    assert.deepEqual(press('Escape'), { kind: 'close' });
    assert.deepEqual(press('ContextMenu'), { kind: 'menu' });
    assert.deepEqual(press('F10', { shiftKey: true }), { kind: 'menu' });
  });

  it('go past rows that are not to be picked, and pick them apart, with Ctrl', () => {
    assert.deepEqual(press('ArrowDown', { ctrlKey: true }), moves(51, 'none'));
    assert.deepEqual(press('ArrowUp', { ctrlKey: true }), moves(49, 'none'));
    assert.deepEqual(press(' ', { ctrlKey: true }), { kind: 'toggle' });
  });

  it('begin the text filter where they type something', () => {
    for (const key of ['o', 'A', '7', '_', '张', '𠮷'])
      assert.deepEqual(press(key), { kind: 'type', text: key });
  });

  it('are left to VS Code otherwise', () => {
    assert.equal(press('p', { ctrlKey: true }), undefined);
    assert.equal(press('F1'), undefined);
    assert.equal(press('F10'), undefined);
    assert.equal(press('Tab'), undefined);
    assert.equal(press('x', { altKey: true }), undefined);
    assert.equal(press('Shift', { shiftKey: true }), undefined);
  });
});
