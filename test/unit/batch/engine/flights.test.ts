import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';

import { Flights, type Slot } from '../../../../src/batch/engine/flights';

/** A call that the test ends. */
interface Call {
  readonly slot: Slot;
  readonly end: (value: string) => void;
  readonly fail: (error: Error) => void;
}

describe('flights', () => {
  function begin(most: number, calls: number): { flights: Flights<string>; made: Call[] } {
    const made: Call[] = [];
    const depart = () =>
      made.length === calls
        ? undefined
        : (slot: Slot) => new Promise<string>((end, fail) => made.push({ slot, end, fail }));
    return { flights: new Flights(most, depart), made };
  }

  it('are as many at once as may be, and one more for each that has landed', async () => {
    const { flights, made } = begin(2, 4);
    const first = flights.landed();
    assert.equal(made.length, 2);
    made[1]?.end('b');
    const landing = await first;
    assert.ok(landing && 'value' in landing && landing.value === 'b');
    flights.launch();
    assert.equal(made.length, 3);
  });

  it('all land, failed ones too', async () => {
    const { flights, made } = begin(1, 2);
    const failure = new Error('broken');
    const first = flights.landed();
    made[0]?.fail(failure);
    const landing = await first;
    assert.ok(landing && 'error' in landing && landing.error === failure);
    const second = flights.landed();
    made[1]?.end('b');
    assert.ok(await second);
    assert.equal(await flights.landed(), undefined);
  });

  it('make room when an answer has arrived, before it is read', async () => {
    const { flights, made } = begin(2, 5);
    const first = flights.landed();
    made[0]?.slot.free();
    made[1]?.slot.free();
    assert.equal(made.length, 4);
    made[0]?.end('a');
    await first;
    flights.launch();
    assert.equal(made.length, 4);
  });

  it('take room again when an answer that arrived is no good and is asked for again', async () => {
    const { flights, made } = begin(1, 4);
    const first = flights.landed();
    made[0]?.slot.free();
    assert.equal(made.length, 2);
    made[0]?.slot.take();
    made[1]?.slot.free();
    assert.equal(made.length, 2);
    made[1]?.end('b');
    await first;
    flights.launch();
    assert.equal(made.length, 2);
    made[0]?.slot.free();
    made[0]?.end('a');
    await flights.landed();
    flights.launch();
    assert.equal(made.length, 3);
  });

  it('do not depart while nobody waits for the next to land', async () => {
    const { flights, made } = begin(1, 3);
    const first = flights.landed();
    made[0]?.end('a');
    await first;
    flights.launch();
    made[1]?.slot.free();
    await setImmediate();
    assert.equal(made.length, 2);
    void flights.landed();
    assert.equal(made.length, 3);
  });
});
