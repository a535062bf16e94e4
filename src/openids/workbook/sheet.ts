import { UnreadableWorkbook } from './unreadableWorkbook';

/** The elements that matter, whatever prefix a program gives them. */
const element = /<(\/?)(?:\w+:)?(row|c|v|t|si|rPh)(?=[\s/>])([^>]*)>/g;
const reference = /\sr\s*=\s*["']([A-Z]{1,3})\d+["']/;
const sharedType = /\st\s*=\s*["']s["']/;
const entity = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(quot|apos|lt|gt|amp));/gi;
const named = new Map([
  ['quot', '"'],
  ['apos', "'"],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
]);

/** Excel's last column is XFD. */
const mostColumns = 16_384;

/** The strings that cells refer to by number. */
export function readSharedStrings(xml: string): readonly string[] {
  const strings: string[] = [];
  let parts = '';
  let textStart = -1;
  let phonetic = false;
  for (const { 0: tag, 1: end, 2: name, 3: rest, index } of xml.matchAll(element)) {
    const closes = end !== '' || (rest ?? '').endsWith('/');
    if (name === 'rPh') phonetic = !closes;
    else if (name === 't') {
      if (!closes) textStart = index + tag.length;
      else if (end !== '' && textStart >= 0) {
        // How names are pronounced is no part of them.
        if (!phonetic) parts += plain(xml.slice(textStart, index));
        textStart = -1;
      }
    } else if (name === 'si' && closes) {
      strings.push(parts);
      parts = '';
    }
  }
  return strings;
}

/** A sheet as tab-separated lines, and how many cells it has. */
export function readSheet(
  xml: string,
  strings: readonly string[],
  mostCells: number,
): { readonly table: string; readonly cells: number } {
  const lines: string[] = [];
  let row: (string | undefined)[] = [];
  let column = -1;
  let shared = false;
  let valueStart = -1;
  let cells = 0;
  for (const { 0: tag, 1: end, 2: name, 3: rest = '', index } of xml.matchAll(element)) {
    if (name === 'row') {
      if (end !== '' || rest.endsWith('/')) {
        // The last line ends too, lest its end pass for that of a selection.
        lines.push(`${Array.from(row, cell => cell ?? '').join('\t')}\n`);
        row = [];
        column = -1;
      }
    } else if (name === 'c' && end === '') {
      const before = column;
      column = columnOf(rest) ?? column + 1;
      // Empty cells before it cost as much.
      cells += Math.max(1, Math.min(column, mostColumns) - before);
      if (cells > mostCells) throw new UnreadableWorkbook('tooManyCells');
      shared = sharedType.test(rest);
    } else if (name === 'v' || name === 't') {
      if (end === '') valueStart = rest.endsWith('/') ? -1 : index + tag.length;
      else if (valueStart >= 0 && column >= 0 && column < mostColumns) {
        const value = plain(xml.slice(valueStart, index));
        row[column] = (row[column] ?? '') + oneLine(shared ? (strings[Number(value)] ?? '') : value);
        valueStart = -1;
      }
    }
  }
  return { table: lines.join(''), cells };
}

function columnOf(attributes: string): number | undefined {
  const letters = reference.exec(attributes)?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 0x40;
  return column - 1;
}

/** Tabs and line breaks within a cell would part it. */
function oneLine(value: string): string {
  return /[\t\r\n]/.test(value) ? value.replace(/[\t\r\n]+/g, ' ').trim() : value;
}

function plain(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(entity, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named.get(name.toLowerCase()) ?? whole;
    const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
