import * as v from 'valibot';
import { reportAction, reportView } from '../views/reportView';

export const toReport = v.variant('type', [v.object({ type: v.literal('report'), report: reportView })]);
export type ToReport = v.InferOutput<typeof toReport>;

export const fromReport = v.variant('type', [v.object({ type: v.literal('act'), action: reportAction })]);
export type FromReport = v.InferOutput<typeof fromReport>;
