import assert from 'node:assert/strict';

import { Redraws } from '../../../src/panels/redraws';
import { type Steps } from '../../../src/panels/steps';

/** A clock that goes only as far as it is told, and by what is drawn. */
class Clock {
  time = 0;
  private timers: { at: number; run: () => void }[] = [];
  private breaths: (() => void)[] = [];

  now(): number {
    return this.time;
  }

  after(milliseconds: number, run: () => void): () => void {
    const timer = { at: this.time + milliseconds, run };
    this.timers.push(timer);
    return () => (this.timers = this.timers.filter(other => other !== timer));
  }

  breathe(): Promise<void> {
    return new Promise(resolve => this.breaths.push(resolve));
  }

  /** Lets those who wait have their turn. */
  async breath(): Promise<void> {
    for (const resolve of this.breaths.splice(0)) resolve();
    await new Promise(resolve => setImmediate(resolve));
  }

  pass(milliseconds: number): void {
    this.time += milliseconds;
    const due = this.timers.filter(({ at }) => at <= this.time);
    this.timers = this.timers.filter(timer => !due.includes(timer));
    for (const { run } of due) run();
  }
}

describe('redraws', () => {
  function drawing(cost: number, steps = 1) {
    const clock = new Clock();
    const drawn: number[] = [];
    let begun = 0;
    function* draw(): Steps<void> {
      begun++;
      for (let step = 0; step < steps; step++) {
        clock.time += cost / steps;
        if (step < steps - 1) yield;
      }
      drawn.push(clock.time);
    }
    const redraws = new Redraws(draw, clock);
    return { clock, drawn, redraws, begun: () => begun };
  }

  it('come at once where somebody waits', () => {
    const { drawn, redraws } = drawing(3);
    redraws.now();
    assert.equal(drawn.length, 1);
  });

  it('gather changes, a quarter of a second apart at the least', async () => {
    const { clock, drawn, redraws } = drawing(1);
    for (let time = 0; time < 1000; time += 10) {
      redraws.soon();
      clock.pass(10);
      await clock.breath();
    }
    assert.ok(drawn.length >= 3 && drawn.length <= 4, `${drawn.length}`);
  });

  it('take a small part of the time, however much each costs', async () => {
    const { clock, drawn, redraws } = drawing(100);
    while (clock.time < 10_000) {
      redraws.soon();
      clock.pass(10);
      await clock.breath();
    }
    assert.ok(drawn.length >= 4 && drawn.length * 100 <= 0.07 * clock.time, `${drawn.length}`);
  });

  it('draw once more for what has changed while they drew', async () => {
    const { clock, drawn, redraws } = drawing(60, 6);
    redraws.now();
    redraws.soon();
    for (let breath = 0; breath < 6; breath++) await clock.breath();
    assert.equal(drawn.length, 1);
    clock.pass(60 * 16 + 1);
    for (let breath = 0; breath < 6; breath++) await clock.breath();
    assert.equal(drawn.length, 2);
  });

  it('let others have their turn while they draw, and make way for what is asked for meanwhile', async () => {
    const { clock, drawn, redraws, begun } = drawing(60, 6);
    redraws.now();
    assert.equal(drawn.length, 0);
    await clock.breath();
    redraws.now();
    for (let breath = 0; breath < 12; breath++) await clock.breath();
    assert.equal(begun(), 2);
    assert.equal(drawn.length, 1);
  });

  it('end when they are called off', async () => {
    const { clock, drawn, redraws } = drawing(60, 6);
    redraws.now();
    redraws.soon();
    redraws.cancel();
    clock.pass(5000);
    for (let breath = 0; breath < 6; breath++) await clock.breath();
    assert.equal(drawn.length, 0);
  });
});
