import { type Random } from '../prove/randomIds';

/** One input that is ready to be read. */
export interface Attempt {
  /** Characters or bytes. */
  readonly size: number;
  /** The input as a text, to be looked at. */
  readonly shown: () => string;
  /** @throws where what reads it breaks a promise */
  readonly run: () => Promise<void>;
}

/** Makes inputs for one reader. */
export type Target = (random: Random) => Attempt;
