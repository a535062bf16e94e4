import { type ExportedChange, type OpenidSource } from '../../lists';
import {
  type ComparedPart,
  type ComparedPartView,
  type ComparedRowView,
} from '../../protocol/views/comparisonView';

/** What a part of a comparison is written to a file as. */
export type ExportedPart =
  | { readonly kind: 'openids'; readonly source: OpenidSource }
  | { readonly kind: 'changes'; readonly changes: Iterable<ExportedChange> };

/** What a comparison has found, in words. */
export interface Compared {
  readonly parts: readonly ComparedPartView[];
  readonly fields: readonly { readonly label: string; readonly count: number }[];
  rows(part: ComparedPart, from: number, count: number): readonly ComparedRowView[];
  exported(part: ComparedPart): ExportedPart;
}
