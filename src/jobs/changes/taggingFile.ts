import { bom, csvLines } from '../../batch';
import { type TagRun } from '../../changes';
import { explainError, isWeChatFault } from '../../wechat';

const rowsAtOnce = 1_000;

/** What became of each person, as a CSV file. Names of columns and outcomes are for programs: always the same. */
export async function* taggingCsv(run: TagRun): AsyncGenerator<string> {
  const columns = ['openid', 'outcome', 'at', 'known_at', 'error_code', 'error_message', 'error_explained'];
  yield bom + csvLines([columns]);
  for (let from = 0; from < run.people.length; from += rowsAtOnce) {
    const rows = run.people.slice(from, from + rowsAtOnce).map(({ openid }, offset) => {
      return [openid, ...cellsOf(run, from + offset)];
    });
    yield csvLines(rows);
    await Promise.resolve();
  }
}

function cellsOf(run: TagRun, index: number): string[] {
  const outcome = run.outcomeAt(index);
  const fault = outcome.kind === 'refused' ? outcome.fault : undefined;
  const isOfWeChat = fault !== undefined && isWeChatFault(fault);
  return [
    outcome.kind,
    'at' in outcome ? new Date(outcome.at).toISOString() : '',
    'knownAt' in outcome ? new Date(outcome.knownAt).toISOString() : '',
    isOfWeChat ? String(fault.errcode) : '',
    isOfWeChat ? fault.errmsg : '',
    fault ? explainError(fault, 'en').cause : '',
  ];
}
