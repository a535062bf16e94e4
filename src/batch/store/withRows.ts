/** What a batch needs that has its rows: loaded with the first one that is made or opened. */
export { Batch } from '../batch';
export { Replay } from '../journal/replay';
export { OutcomeTable } from '../rows/outcomeTable';
