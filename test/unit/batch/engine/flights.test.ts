import assert from 'node:assert/strict';

import { Flights } from '../../../../src/batch/engine/flights';

/** A call that the test ends. */
interface Call {
  readonly end: (value: string) => void;
  readonly fail: (error: Error) => void;
}

describe('flights', () => {
  function begin(most: () => number, calls: number): { flights: Flights<string>; made: Call[] } {
    const made: Call[] = [];
    const depart = () =>
      made.length === calls ? undefined : new Promise<string>((end, fail) => void made.push({ end, fail }));
    return { flights: new Flights(most, depart), made };
  }

  it('are as many at once as may be, and one more for each that has landed', async () => {
    const { flights, made } = begin(() => 2, 4);
    const first = flights.landed();
    assert.equal(made.length, 2);
    made[1]?.end('b');
    assert.deepEqual(await first, { value: 'b' });
    flights.launch();
    assert.equal(made.length, 3);
  });

  it('become more or fewer with what may be', async () => {
    let most = 1;
    const { flights, made } = begin(() => most, 9);
    let landing = flights.landed();
    most = 3;
    made[0]?.end('a');
    await landing;
    flights.launch();
    assert.equal(made.length, 4);
    most = 2;
    landing = flights.landed();
    made[1]?.end('b');
    await landing;
    flights.launch();
    assert.equal(made.length, 4);
  });

  it('all land, failed ones too', async () => {
    const { flights, made } = begin(() => 1, 2);
    const failure = new Error('broken');
    const first = flights.landed();
    made[0]?.fail(failure);
    assert.deepEqual(await first, { error: failure });
    const second = flights.landed();
    made[1]?.end('b');
    assert.deepEqual(await second, { value: 'b' });
    assert.equal(await flights.landed(), undefined);
  });

  it('land one by one where several have come to their end', async () => {
    const { flights, made } = begin(() => 3, 3);
    const first = flights.landed();
    for (const [at, { end }] of made.entries()) end(`${at}`);
    assert.deepEqual(await first, { value: '0' });
    assert.deepEqual(await flights.landed(), { value: '1' });
    assert.deepEqual(await flights.landed(), { value: '2' });
    assert.equal(await flights.landed(), undefined);
  });

  it('do not depart while nobody waits for the next to land', async () => {
    const { flights, made } = begin(() => 1, 3);
    const first = flights.landed();
    made[0]?.end('a');
    await first;
    assert.equal(made.length, 1);
    void flights.landed();
    assert.equal(made.length, 2);
  });
});
