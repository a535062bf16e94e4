import { type Pace, type Work } from '../../json/work';
import { isWeChatName } from '../answers/spelling';
import { openidShape, type PrintedObject } from './frame';
import { valueOf } from './words';

/** YAML, MySQL's `\G`, PowerShell's list, a browser's console; in quotes only before PHP's arrow: JSON would be cut. */
const fieldLine =
  /^[ \t]*(?:[-▿] )?(?:([A-Za-z_]\w{0,40})[ \t]*[:=：|]|["']([A-Za-z_]\w{0,40})["'][ \t]*(?:=>|=))(?=[\s"'[({\d-]|[\w-]*[,;]?\s*$)(.*)/;
/** The signs of a list may have been taken for prefixes. */
const itemLine = /^[ \t]*(?:- )?(\d{1,9})\r?$/;
/** `subscribe=1 openid=…`: what stands between such fields are blanks and commas alone. */
const inLine =
  /(?<![\w.-])([A-Za-z_]\w{0,40})[=:：] ?("(?:[^"\\\n]|\\.){0,500}"|'[^'\n]{0,500}'|\[[^\]\n]{0,500}\]|[^\s"'[,;&=]{0,200})(?![^\s,;])/g;
const betweenFields = /^[\s,;]*$/;
const list = /^(?:\(\d{1,6}\) ?|Array\(\d{1,6}\) ?)?[[({]([\d\s,]{0,1000})[\])}]$/;
/** Debuggers tell the type before a value, and PHP's the length of a text behind it. */
const type =
  /^(?:\{[\w.*[\]| ]{1,60}\}|(?:int|string|float|boolean)(?:\(\d{1,6}\))?) |\s\(length=\d{1,6}\)$/g;
/** No line of an answer is longer. */
const longestLine = 4000;

/**
 * Reads names and values that stand in no bracket, one a line or all in one. What belongs together stands together, and a
 * name that comes again begins the next object. Whether it is an answer is for others to say.
 */
export function* looseFields(text: string, pace: Pace): Work<readonly PrintedObject[]> {
  if (!/open_?id/i.test(text)) return [];
  const block = new Record();
  const found: PrintedObject[] = [];
  for (let start = 0; start <= text.length;) {
    const lineEnd = text.indexOf('\n', start);
    const end = lineEnd < 0 ? text.length : lineEnd;
    const line = end - start > longestLine ? '' : text.slice(start, end);
    readLine(line, start, block, found);
    if (pace.isRestDue(end - start + 1)) yield;
    start = end + 1;
  }
  block.end(found);
  return found;
}

function readLine(line: string, start: number, block: Record, found: PrintedObject[]): void {
  const before = found.length;
  if (/open_?id/i.test(line)) readFields(line, start, found);
  const isRead = found.length > before;
  const [, bare, quoted, value = ''] = (isRead ? undefined : fieldLine.exec(line)) ?? [];
  const name = bare ?? quoted;
  const item = isRead || name !== undefined ? undefined : itemLine.exec(line)?.[1];
  const end = start + line.length;
  if (name !== undefined) {
    if (block.has(name)) block.end(found);
    block.add(name, value.trim().replace(/\s*[,;|]$/, ''), start, end);
  } else if (item === undefined || !block.addItem(item, end)) block.end(found);
}

/** Those that stand side by side in one line. */
function readFields(line: string, start: number, found: PrintedObject[]): void {
  const fields = new Record();
  let last = 0;
  for (const match of line.matchAll(inLine)) {
    const [all, name = '', value = ''] = match;
    if (fields.has(name) || !betweenFields.test(line.slice(last, match.index))) fields.end(found);
    last = match.index + all.length;
    fields.add(name, value, start + match.index, start + last);
  }
  fields.end(found);
}

/** Fields that stand together. */
class Record {
  private fields = new Map<string, unknown>();
  private start = 0;
  private until = 0;
  private last = '';
  private items: number[] | undefined;

  has(name: string): boolean {
    return this.fields.has(name);
  }

  add(name: string, text: string, start: number, end: number): void {
    if (this.fields.size === 0) {
      // What a log says before is none of its fields.
      if (!isWeChatName(name)) return;
      this.start = start;
    }
    this.fields.set(name, plain(text));
    this.last = name;
    this.items = undefined;
    this.until = end;
  }

  /** Whether this line is an item of the list that the last name begins. */
  addItem(item: string, end: number): boolean {
    if (!this.items && this.fields.get(this.last) !== '') return false;
    if (!this.items) this.fields.set(this.last, (this.items = []));
    this.items.push(Number(item));
    this.until = end;
    return true;
  }

  end(found: PrintedObject[]): void {
    const value = this.fields.size > 1 ? Object.fromEntries(this.fields) : undefined;
    if (value && Object.entries(value).some(isOpenid))
      found.push({ value, start: this.start, end: this.until });
    if (this.fields.size > 0) this.fields = new Map();
    this.items = undefined;
  }
}

/** A word of code or of a type is none. */
function isOpenid([name, value]: [string, unknown]): boolean {
  return /^open_?id$/i.test(name) && openidShape.test(String(value));
}

function plain(text: string): unknown {
  const value = text.replace(type, '');
  const items = list.exec(value)?.[1];
  if (items !== undefined) return (items.match(/\d+/g) ?? []).map(Number);
  const quoted = /^(["'])(.*)\1$/.exec(value)?.[2];
  return quoted ?? valueOf(value);
}
