import { cleanOpenid } from '../openids';

/** What is known of a person in one column; undefined where nothing is. */
export type Value = string | number | readonly string[] | undefined;

/** The columns that a file gets. */
export interface Addition {
  /** The same in every language. One that the file has already gets a number. */
  readonly names: readonly string[];
  /** As many values as names, of a cleaned openid; undefined where nobody asked for it. */
  readonly valuesOf: (openid: string) => readonly Value[] | undefined;
}

/** A column or a key of a file under which openids stand. */
export interface Place {
  /** Empty where the file names no columns. */
  readonly name: string;
  /** The number of the column or of the sheet, from 1, where there is one. */
  readonly column?: number;
  readonly sheet?: number;
  /** The first few values. */
  readonly samples: readonly string[];
  /** What stands there, with its dirt, in the order of the file. */
  openids(): Promise<readonly string[]>;
  /** The file piece by piece: as it was, and the columns added. */
  enriched(addition: Addition): AsyncIterable<string>;
}

export interface Reading {
  /** At least one; those named like an openid where there are any. */
  readonly places: readonly Place[];
  /** Lines of NDJSON that are no JSON, and stay as they are. */
  readonly unreadable: number;
}

/** How many values a person sees of a place. */
export const shownSamples = 3;

/** UTF-16 units; longer values hold more than an openid and its dirt. */
export const longestOpenid = 100;
const shortestOpenid = 28;

/** Whether a value is an openid of the usual shape, but for dirt around it. */
export function isUsualOpenid(value: string): boolean {
  if (value.length < shortestOpenid || value.length > longestOpenid) return false;
  return cleanOpenid(value).shape === 'usual';
}
