import assert from 'node:assert/strict';
import { Distinct } from '../../../src/openids/distinct';

const add = (distinct: Distinct, value: string) => distinct.add(value, value, 0, value.length);

describe('Distinct', () => {
  it('tells values that are new, wherever in a text they stand', () => {
    const distinct = new Distinct();
    const text = 'one two one';
    assert.deepEqual(
      [
        distinct.add('one', text, 0, 3),
        distinct.add('two', text, 4, 7),
        distinct.add('one', text, 8, 11),
        add(distinct, 'two'),
        add(distinct, 'eno'),
      ],
      [true, true, false, false, true],
    );
  });

  it('tells them also where it has had to grow', () => {
    const distinct = new Distinct();
    const values = Array.from({ length: 20_000 }, (_, index) => `o${index}`);
    assert.ok(values.every(value => add(distinct, value)));
    assert.ok(values.every(value => !add(distinct, value)));
  });

  it('remembers no more than it is told to: later ones are always new', () => {
    const distinct = new Distinct(2);
    assert.deepEqual(
      ['a', 'b', 'c', 'c', 'a'].map(value => add(distinct, value)),
      [true, true, true, true, false],
    );
  });
});
