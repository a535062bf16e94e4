import assert from 'node:assert/strict';
import { Changes } from '../../../src/batch/changes';

describe('Changes', () => {
  it('tells every listener what has changed, in the order in which they came', () => {
    const changes = new Changes<number>();
    const told: string[] = [];
    changes.subscribe(what => told.push(`a${what}`));
    changes.subscribe(what => told.push(`b${what}`));
    changes.notify(1);
    changes.notify(2);
    assert.deepEqual(told, ['a1', 'b1', 'a2', 'b2']);
  });

  it('is heard as long as somebody listens', () => {
    const changes = new Changes();
    assert.equal(changes.areHeard, false);
    const [one, two] = [changes.subscribe(() => undefined), changes.subscribe(() => undefined)];
    assert.equal(changes.areHeard, true);
    one.dispose();
    assert.equal(changes.areHeard, true);
    two.dispose();
    two.dispose();
    assert.equal(changes.areHeard, false);
  });

  it('tells a listener that came twice until it has gone twice', () => {
    const changes = new Changes();
    let told = 0;
    const listener = () => {
      told++;
    };
    const [first, second] = [changes.subscribe(listener), changes.subscribe(listener)];
    changes.notify();
    assert.equal(told, 2);
    first.dispose();
    changes.notify();
    assert.equal(told, 3);
    second.dispose();
    changes.notify();
    assert.equal(told, 3);
  });

  it('tells those who were there when it happened, though one of them brings another', () => {
    const changes = new Changes();
    const told: string[] = [];
    changes.subscribe(() => {
      told.push('old');
      changes.subscribe(() => void told.push('new'));
    });
    changes.notify();
    assert.deepEqual(told, ['old']);
  });
});
