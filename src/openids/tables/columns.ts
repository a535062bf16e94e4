import { nameKind, type NameKind, type NeverKind } from '../text/names/names';
import { type Values } from '../text/values';

/**
 * How the cells of a column are read: all are openids, plausible ones are, they are read as text, or not at all,
 * since another column has the openids or the name says what they are.
 */
export type ColumnRule = 'openid' | 'list' | 'text' | 'otherColumn' | NeverKind;

const outerDirt = '[\\s"\'`\\u201c\\u201d\\ufeff()（）【】]*';
/** A name alone, at most with whose ids they are, that it is a list, that they follow, and a colon. */
const heading = new RegExp(
  `^${outerDirt}(?:用户|用戶|微信|粉丝|粉絲|会员|會員|对应|對應|以下|下面)*的?[ ]?((?:open|union)[ _-]?ids?|[\\w.-]+)[ ]?(?:列表|名单|名單)?(?:如下|是|为|為|有)?${outerDirt}(?:[:：]${outerDirt})?$`,
  'i',
);

/** Shorter text cannot hold an openid of the usual shape. */
const shortestText = 28;

/** Cells of one row, as alternating starts and ends in the text. */
export type Cells = readonly number[];

/**
 * What the names of columns say: if one is named like an openid only such columns count, otherwise all but
 * those that never hold openids. `undefined` if no name is known.
 */
export function columnRules(names: readonly string[]): ColumnRule[] | undefined {
  const kinds = names.map(columnKind);
  if (kinds.every(kind => kind === undefined)) return undefined;
  const others: ColumnRule = kinds.includes('openid') ? 'otherColumn' : 'text';
  return kinds.map(kind => kind ?? others);
}

/** What a line says that names a single column. A sentence may name it too, so it must say no more than the name. */
export function headingRules(line: string): ColumnRule[] | undefined {
  const name = heading.exec(line)?.[1];
  return name === undefined ? undefined : columnRules([name]);
}

/** A column's name may hold a Chinese part or an addition in brackets, but it is no sentence. */
export function columnKind(name: string): NameKind | undefined {
  const words = name.match(/[A-Za-z_]+/g) ?? [];
  return words.length <= 2 ? nameKind(words.join('')) : undefined;
}

/** Takes what the rules say from a row; `readText` reads a cell, or all of a row that does not fit its columns. */
export function takeRow(
  cells: Cells,
  rules: readonly ColumnRule[],
  values: Values,
  readText: (start: number, end: number) => void,
): void {
  if (cells.length > rules.length * 2 && isSelective(rules)) {
    if (!takeRagged(cells, rules, values)) readText(cells[0] ?? 0, cells.at(-1) ?? 0);
    return;
  }
  for (let column = 0; column * 2 < cells.length; column++) {
    const start = cells[column * 2] ?? 0;
    const end = cells[column * 2 + 1] ?? 0;
    const taken = takeCell(start, end, rules[column] ?? 'text', values);
    if (!taken && end - start >= shortestText) readText(start, end);
  }
}

/** Whether the table names both what to take and what to leave, so that it matters where a cell stands. */
function isSelective(rules: readonly ColumnRule[]): boolean {
  return rules.some(rule => !isTaken(rule) && rule !== 'text') && rules.some(isTaken);
}

/** What a rule says of a value that has the column for its name. */
export function kindOfRule(rule: ColumnRule): NameKind | undefined {
  return rule === 'list' || rule === 'text' || rule === 'otherColumn' ? undefined : rule;
}

function isTaken(rule: ColumnRule): boolean {
  return rule === 'openid' || rule === 'list';
}

function takeCell(start: number, end: number, rule: ColumnRule, values: Values): boolean {
  switch (rule) {
    case 'text':
      return false;
    case 'openid':
      return values.take(start, end, 'named');
    case 'list':
      return values.take(start, end, 'plausible');
    default:
      values.leaveOut(rule, start, end);
      return true;
  }
}

/** A row with a cell too many, as an unquoted comma makes it, may still have its openid in place. */
function takeRagged(cells: Cells, rules: readonly ColumnRule[], values: Values): boolean {
  let taken = false;
  rules.forEach((rule, column) => {
    const start = cells[column * 2];
    const end = cells[column * 2 + 1];
    if (!isTaken(rule) || start === undefined || end === undefined) return;
    if (values.takeUsual(start, end)) taken = true;
  });
  return taken;
}
