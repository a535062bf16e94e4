import { l10n, type Uri, workspace } from 'vscode';

import { sheetTexts, UnreadableWorkbook, type WorkbookFault } from '../../openids';
import { Problem } from '../problems/problem';
import { readBytes, readText } from './readText';

/** Archives hardly grow what they hold: a larger one holds more than is read. */
const largestWorkbook = 300 * 1024 * 1024;

/**
 * The texts that a file holds, one after the other, so that only one is in memory: one, or a table for each sheet
 * of an Excel workbook.
 * @throws {Problem} for a file that cannot be read
 */
export async function* readTexts(uri: Uri): AsyncGenerator<string> {
  if (!isWorkbook(uri)) {
    yield readText(uri);
    return;
  }
  const name = workspace.asRelativePath(uri);
  const bytes = await readBytes(uri, name, largestWorkbook, () => faultText('tooLarge', name));
  try {
    yield* sheetTexts(bytes);
  } catch (error) {
    throw error instanceof UnreadableWorkbook ? new Problem(faultText(error.fault, name)) : error;
  }
}

export function isWorkbook(uri: Uri): boolean {
  return /\.xlsx$/i.test(uri.path);
}

function faultText(fault: WorkbookFault, name: string): string {
  switch (fault) {
    case 'locked':
      return l10n.t(
        '{0} is protected with a password, or of an old Excel. Save it without a password as .xlsx or CSV and try again.',
        name,
      );
    case 'damaged':
      return l10n.t(
        '{0} is not a whole Excel workbook. Open it in Excel, save it again as .xlsx or CSV, and try again.',
        name,
      );
    case 'tooLarge':
      return l10n.t(
        '{0} holds more than 300 MB of cells. Save the sheet with the openids as CSV, or split it, and try again.',
        name,
      );
    case 'tooManyCells':
      return l10n.t(
        '{0} has more than 10 million cells. Save the column with the openids as CSV and try again.',
        name,
      );
  }
}
