import * as v from 'valibot';
import { comparedPart, comparedRows, comparisonView } from '../views/comparisonView';
import { bounds } from '../bounds';

const page = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000));

export const toComparison = v.variant('type', [
  v.object({ type: v.literal('comparison'), comparison: comparisonView }),
  v.object({ type: v.literal('rows'), part: comparedPart, page, rows: comparedRows }),
]);
export type ToComparison = v.InferOutput<typeof toComparison>;

export const fromComparison = v.variant('type', [
  v.object({ type: v.literal('ask'), part: comparedPart, page }),
  v.object({ type: v.literal('open'), openid: v.pipe(v.string(), v.maxLength(bounds.cellText)) }),
  v.object({ type: v.literal('export'), part: comparedPart }),
]);
export type FromComparison = v.InferOutput<typeof fromComparison>;
