import { openidPrefix, openidShape } from '../../../openids';
import { type Table } from '../tables/table';
import { type AccountKind, namedColumn } from './columnNames';
import { type ColumnMeaning, type PlannedColumn, type Whose } from './columnPlan';

/** An account that openids may belong to. */
export interface KnownAccount {
  readonly appId: string;
  /** Whether it is one of those without API, as Mini Programs and apps are kept. */
  readonly takesPartOnly: boolean;
}

/** What earlier answers taught of how ids begin. */
export interface Beginnings {
  /** AppIDs of the accounts whose openids begin like this one, those of whom it is certain first. */
  accountsOf(openid: string): Promise<readonly string[]>;
  /** Whether unionids that were seen begin like this id. */
  looksLikeUnionid(id: string): Promise<boolean>;
}

/** What a proposal rests on, or what speaks against it. */
export type Sign =
  | 'byName'
  /** The ids begin like those of the account, or like unionids seen. */
  | 'byBeginning'
  /** Named unionid, and holding openids of an account; or the other way round. */
  | 'nameDisagrees'
  /** Ids of one kind or the other: only a person can say which. */
  | 'idsOfUnknownKind'
  | 'none';

/** What a column probably holds, and why that is thought. */
export interface ProposedColumn extends PlannedColumn {
  readonly sign: Sign;
  /** Of the first rows, for people to look at. */
  readonly examples: readonly string[];
}

const lookedAt = 1_000;
const shownRows = 10;

/** What each column of a table probably means, for a person to correct. */
export async function proposePlan(
  table: Table,
  accounts: readonly KnownAccount[],
  beginnings: Beginnings,
): Promise<ProposedColumn[]> {
  const rows = firstRows(table);
  const named = table.columns.map(name => (table.hasNames ? namedColumn(name) : undefined));
  const hasAppId = named.some(column => column?.kind === 'appId');
  const columns = await Promise.all(
    table.columns.map(async (name, index): Promise<ProposedColumn> => {
      const cells = rows.map(row => row[index] ?? '');
      const says = named[index];
      const holds = await whatIsHeld(cells, accounts, beginnings);
      const examples = cells.slice(0, shownRows);
      if (says?.kind === 'appId') return { name, meaning: { kind: 'appId' }, sign: 'byName', examples };
      if (says?.kind === 'unionid') {
        const meaning: ColumnMeaning = holds?.kind === 'openid' ? holds : { kind: 'unionid' };
        return { name, meaning, sign: holds?.kind === 'openid' ? 'nameDisagrees' : 'byName', examples };
      }
      if (says?.kind === 'openid') {
        if (holds?.kind === 'unionid') return { name, meaning: holds, sign: 'nameDisagrees', examples };
        const of =
          holds?.of ?? (hasAppId && says.of === undefined ? { kind: 'row' } : only(accounts, says.of));
        return { name, meaning: { kind: 'openid', of }, sign: holds ? 'byBeginning' : 'byName', examples };
      }
      if (holds) return { name, meaning: holds, sign: 'byBeginning', examples };
      const sign = mostlyIds(cells) ? 'idsOfUnknownKind' : 'none';
      return { name, meaning: { kind: 'leaveOut' }, sign, examples };
    }),
  );
  return withoutSpares(columns);
}

function firstRows(table: Table): (readonly string[])[] {
  const rows: (readonly string[])[] = [];
  for (const slice of table.slices()) {
    for (const row of slice) if (row.kind === 'cells') rows.push(row.cells);
    if (rows.length >= lookedAt) break;
  }
  return rows.slice(0, lookedAt);
}

function mostlyIds(cells: readonly string[]): boolean {
  const held = cells.filter(cell => cell !== '');
  return held.length > 0 && held.filter(cell => openidShape(cell) === 'usual').length >= held.length * 0.8;
}

/** What a column of ids holds, where all that is known of how they begin agrees. */
async function whatIsHeld(
  cells: readonly string[],
  accounts: readonly KnownAccount[],
  beginnings: Beginnings,
): Promise<{ kind: 'unionid' } | { kind: 'openid'; of: Whose } | undefined> {
  if (!mostlyIds(cells)) return undefined;
  const samples = new Map(
    cells.filter(cell => openidShape(cell) === 'usual').map(cell => [openidPrefix(cell), cell]),
  );
  const appIds = new Set<string>();
  let unionids = 0;
  for (const sample of [...samples.values()].slice(0, 20)) {
    const [first, second] = await beginnings.accountsOf(sample);
    if (first !== undefined && second === undefined) appIds.add(first);
    else if (await beginnings.looksLikeUnionid(sample)) unionids++;
  }
  const [appId, other] = appIds;
  if (appId === undefined) return unionids > 0 ? { kind: 'unionid' } : undefined;
  const isKnown = accounts.some(account => account.appId === appId);
  return other === undefined && unionids === 0 && isKnown
    ? { kind: 'openid', of: { kind: 'account', appId } }
    : undefined;
}

/** The only account of that kind, if there is only one. */
function only(accounts: readonly KnownAccount[], kind: AccountKind | undefined): Whose {
  if (kind === undefined) return { kind: 'unknown' };
  const [account, second] = accounts.filter(each => each.takesPartOnly === (kind === 'miniProgram'));
  return account && !second ? { kind: 'account', appId: account.appId } : { kind: 'unknown' };
}

/** One column of unionids, and one for each account: a second is for a person to choose. */
function withoutSpares(columns: readonly ProposedColumn[]): ProposedColumn[] {
  const taken = new Set<string>();
  return columns.map(column => {
    const { meaning } = column;
    if (meaning.kind !== 'unionid' && meaning.kind !== 'openid') return column;
    if (meaning.kind === 'openid' && meaning.of.kind === 'unknown') return column;
    const key =
      meaning.kind === 'unionid'
        ? 'unionid'
        : `openid ${meaning.of.kind === 'account' ? meaning.of.appId : ''}`;
    if (!taken.has(key)) {
      taken.add(key);
      return column;
    }
    const spare: ColumnMeaning =
      meaning.kind === 'unionid' ? { kind: 'leaveOut' } : { kind: 'openid', of: { kind: 'unknown' } };
    return { ...column, meaning: spare };
  });
}
