import { seeded } from '../prove/randomIds';
import { type Attempt, type Target } from './target';

/** An input that broke a promise. */
export class Finding extends Error {
  constructor(
    readonly number: number,
    attempt: Attempt,
    cause: unknown,
  ) {
    const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
    super(`input ${number}: ${why}\n${attempt.shown().slice(0, 4000)}`, { cause });
  }
}

/** The input of a number is always the same one of its seed, so that it can be made again by itself. */
export function attemptOf(target: Target, seed: number, number: number): Attempt {
  return target(seeded(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)));
}

/** @throws {Finding} */
export async function readOne(target: Target, seed: number, number: number): Promise<Attempt> {
  const attempt = attemptOf(target, seed, number);
  try {
    await attempt.run();
  } catch (error) {
    throw new Finding(number, attempt, error);
  }
  return attempt;
}
