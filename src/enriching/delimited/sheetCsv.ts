import { safeForSpreadsheets } from '../../batch';

const needsQuotes = /[",]|^\s|\s$/;
const plainNumber = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;

/**
 * A sheet of a workbook, as tab-separated lines without quotes, as CSV. What Excel keeps as a text would become a
 * formula where it begins like one; numbers stay numbers, below zero too.
 */
export function sheetCsv(table: string): string {
  return table
    .split('\n')
    .map(line => line.split('\t').map(cell).join(','))
    .join('\r\n');
}

function cell(text: string): string {
  const safe = plainNumber.test(text) ? text : safeForSpreadsheets(text);
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
