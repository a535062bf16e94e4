import { type FileLayer, patiently } from '../../files';
import { headLine, openidLines, readHead } from './journalHead';
import { parseRecord, stillLine } from './journalRecord';
import { beginsWith, type Line, textOf } from '../line';
import { lineBlocks } from './lineBlocks';
import { openidList } from './openidList';

/**
 * A journal of version 1 as one of version 2, piece by piece: the same records in the same order, those that cannot be
 * read included.
 */
export async function* rewritten(
  files: FileLayer,
  path: string,
  id: string,
): AsyncGenerator<string, void, undefined> {
  const file = await patiently(files, () => files.open(path, 'r'));
  try {
    const { origin, total, end } = await readHead(file, id);
    yield headLine(origin, total);
    let offset = end;
    for await (const block of openidList(file, end)) {
      offset = block.end;
      yield [...openidLines(block.openids)].join('');
    }
    for await (const { lines } of lineBlocks(file, offset)) {
      yield lines.map(marked).join('');
    }
  } finally {
    await file.close();
  }
}

const againBegins = Buffer.from('{"again"');

function marked(line: Line): string {
  const record = beginsWith(line, againBegins) && parseRecord(line);
  return record && record.kind === 'still' ? stillLine(record.kinds) : `${textOf(line)}\n`;
}
