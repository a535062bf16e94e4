import { type Addition, NotEnrichable, type Reading } from '../../../src/enriching';

/** Openids of one account: `person('a')` is always the same. */
export function person(letter: string): string {
  return `oABCDE${letter.repeat(22)}`;
}

/** Two columns: every openid follows, and has its last letter for a tag. */
export const addition: Addition = {
  names: ['outcome', 'tag'],
  valuesOf: openid => ['following', openid.slice(-1)],
};

export async function text(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

/** The file with the columns added, at the place of that name or at the first. */
export async function enriched(reading: Promise<Reading>, added = addition, name?: string): Promise<string> {
  const { places } = await reading;
  const place = name === undefined ? places[0] : places.find(each => each.name === name);
  if (!place) throw new Error(`There is no place “${name ?? ''}”.`);
  return text(place.enriched(added));
}

/** Why nothing can be added. */
export async function fault(reading: Promise<Reading>): Promise<string> {
  try {
    await reading;
  } catch (error) {
    if (error instanceof NotEnrichable) return [error.fault, error.line].join(' ').trim();
    throw error;
  }
  throw new Error('Something can be added.');
}
