import { strToU8, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export type Rows = readonly (readonly (string | number | undefined)[])[];

/** An Excel workbook of these sheets, with the parts that Excel itself writes; strings are shared, numbers are not. */
export function workbook(...sheets: readonly Rows[]): Uint8Array {
  const strings = new Map<string, number>();
  const numbered = (text: string) => {
    if (!strings.has(text)) strings.set(text, strings.size);
    return strings.get(text);
  };
  const parts: Record<string, string> = {};
  sheets.forEach((rows, index) => {
    const lines = rows.map((cells, y) => {
      const written = cells.map((value, x) => {
        if (value === undefined) return '';
        const at = `r="${letters(x)}${y + 1}"`;
        return typeof value === 'number'
          ? `<c ${at}><v>${value}</v></c>`
          : `<c ${at} t="s"><v>${numbered(value)}</v></c>`;
      });
      return `<row r="${y + 1}">${written.join('')}</row>`;
    });
    parts[`xl/worksheets/sheet${index + 1}.xml`] =
      `${head}<worksheet ${main}><sheetData>${lines.join('')}</sheetData></worksheet>`;
  });
  parts['xl/sharedStrings.xml'] =
    `${head}<sst ${main}>${[...strings.keys()].map(text => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`;
  parts['xl/workbook.xml'] =
    `${head}<workbook ${main} xmlns:r="${relations}"><sheets>${sheets.map((_, i) => `<sheet name="S${i + 1}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`;
  return archive(parts);
}

export function archive(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}
