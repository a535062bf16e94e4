import * as v from 'valibot';
import { bounds } from '../bounds';

const text = v.pipe(v.string(), v.maxLength(bounds.fieldText));
const label = v.pipe(v.string(), v.maxLength(bounds.cellText));

/** How a step of a report stands; `waiting` and `running` only while it is being made. */
export const stepState = v.picklist(['waiting', 'running', 'pass', 'warn', 'fail', 'skipped']);
export type StepState = v.InferOutput<typeof stepState>;

/** Everything that a report may offer to do. What each does is the panel's business. */
export const reportAction = v.picklist([
  'again',
  'copyMarkdown',
  'copyIp',
  'openConsole',
  'openPlatform',
  'editAccount',
  'clearQuota',
  'forceRefresh',
  'proxySettings',
  'extensionSettings',
  'resume',
  'cancel',
  'undo',
  'export',
]);
export type ReportAction = v.InferOutput<typeof reportAction>;

const button = v.object({ action: reportAction, label });
export type ReportButton = v.InferOutput<typeof button>;

const step = v.object({
  title: label,
  state: stepState,
  /** The state in words, for those who do not see the icon. */
  stateLabel: label,
  detail: text,
  buttons: v.array(button),
});
export type ReportStep = v.InferOutput<typeof step>;

const fact = v.object({ label, value: text });
const block = v.object({ title: label, text });

const table = v.object({
  columns: v.pipe(v.array(v.object({ label, isCode: v.optional(v.boolean()) })), v.maxLength(10)),
  rows: v.pipe(
    v.array(v.object({ state: stepState, cells: v.pipe(v.array(label), v.maxLength(10)) })),
    v.maxLength(bounds.reportRows),
  ),
  /** What is to be known of it, such as that it has the first rows only. */
  note: v.optional(text),
});
export type ReportTable = v.InferOutput<typeof table>;

/** A report that people read and act on: texts are in the display language already and hold no secret. */
export const reportView = v.object({
  title: label,
  /** What it is about and when it was made. */
  origin: v.array(label),
  /** The result in a sentence. */
  summary: v.optional(v.object({ state: stepState, text })),
  /** Whether it is still being made. */
  busy: v.boolean(),
  steps: v.pipe(v.array(step), v.maxLength(bounds.fields)),
  facts: v.pipe(v.array(fact), v.maxLength(bounds.fields)),
  table: v.optional(table),
  /** Longer texts, as they came, in the editor's font. */
  blocks: v.pipe(v.array(block), v.maxLength(bounds.fields)),
  /** For the report as a whole. */
  buttons: v.array(button),
});
export type ReportView = v.InferOutput<typeof reportView>;
