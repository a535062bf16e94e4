/**
 * What takes long has two forms. `npm run prove` runs it whole; `npm test` runs a short one, with smaller sizes and a
 * part of all cases, the same part each time.
 */
export const isWhole = process.env.OPENID_LENS_FORM === 'whole';

export function sized(whole: number, short: number): number {
  return isWhole ? whole : short;
}
