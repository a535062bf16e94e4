import { type BrokenJson, type Damage, type RowDamage } from './faults';
import { isList, isRecord, parseJson } from './json';

type Row = Readonly<Record<string, unknown>>;

/** The body as the faults leave it; rows first, then the JSON text. */
export function damageBody(body: string, damages: readonly Damage[]): string {
  let damaged = body;
  for (const damage of damages) {
    if (damage.kind === 'rows') damaged = damageRows(damaged, damage.how, damage.where ?? (() => true));
  }
  for (const damage of damages) {
    if (damage.kind === 'json') damaged = breakJson(damaged, damage.how);
  }
  return damaged;
}

function damageRows(body: string, how: RowDamage, where: (openid: string) => boolean): string {
  const answer = parseJson(body);
  if (!isRecord(answer)) return body;
  const list = answer['user_info_list'];
  if (isList(list)) {
    return JSON.stringify({ ...answer, user_info_list: changeList(list.filter(isRecord), how, where) });
  }
  return typeof answer['openid'] === 'string' ? JSON.stringify(changeRow(answer, how, where)) : body;
}

function changeList(
  rows: readonly Row[],
  how: RowDamage,
  where: (openid: string) => boolean,
): readonly Row[] {
  switch (how) {
    case 'dropped':
      return rows.filter(row => !strikes(row, where));
    case 'duplicated':
      return rows.flatMap(row => (strikes(row, where) ? [row, row] : [row]));
    case 'reordered':
      return [...rows].reverse();
    case 'shifted':
      return shiftRows(
        rows,
        rows.findIndex(row => strikes(row, where)),
      );
    case 'withoutSubscribe':
    case 'withoutSubscribeTime':
      return rows.map(row => changeRow(row, how, where));
  }
}

function changeRow(row: Row, how: RowDamage, where: (openid: string) => boolean): Row {
  if (!strikes(row, where)) return row;
  if (how === 'withoutSubscribe') return { ...row, subscribe: undefined };
  if (how === 'withoutSubscribeTime' && row['subscribe'] === 1) return { ...row, subscribe_time: undefined };
  return row;
}

/** The last row looks as that of somebody who never followed. */
function shiftRows(rows: readonly Row[], first: number): readonly Row[] {
  const blank = { subscribe: 0, tagid_list: [] };
  return rows.map((row, at) =>
    first >= 0 && at >= first ? { ...(rows[at + 1] ?? blank), openid: row['openid'] } : row,
  );
}

function strikes(row: Row, where: (openid: string) => boolean): boolean {
  return where(String(row['openid']));
}

function breakJson(body: string, how: BrokenJson): string {
  switch (how) {
    case 'rawControls':
      return intoTexts(body, '\u0007\b\u0014\n');
    case 'strayBackslash':
      return intoTexts(body, '\\ \\张');
    case 'trailingComma':
      return body.replace(/\](\}*)$/, ',]$1').replace(/([^,\]])\}$/, '$1,}');
    case 'missingComma':
      return body.replaceAll(/("(?:unionid|errmsg|openid)":"[^"]*"),/g, '$1\n');
    case 'bom':
      return `\ufeff${body}`;
    case 'escapedSlashes':
      return body.replaceAll('/', '\\/');
  }
}

/** Puts raw characters at the beginning of the texts that people or WeChat write. */
function intoTexts(body: string, raw: string): string {
  return body.replaceAll(/"(remark|qr_scene_str|errmsg|name)":"/g, match => match + raw);
}
