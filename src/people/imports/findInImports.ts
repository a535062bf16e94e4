import { ImportError } from './importError';
import { type ImportStore } from './importStore';
import { keyIn, readLines } from './pairLine';

/** A row of an import in which something was found. */
export interface FoundRow {
  readonly importId: string;
  readonly importName: string;
  readonly unionid: string | undefined;
  readonly openids: readonly { readonly appId: string; readonly openid: string }[];
  readonly keys: readonly { readonly name: string; readonly value: string }[];
}

/** Whom to look for: by a business key, or by a unionid or openid. */
export type Wanted =
  | { readonly kind: 'key'; readonly value: string }
  /** A unionid or an openid. */
  | { readonly kind: 'id'; readonly id: string };

const mostFound = 100;

/**
 * The rows of imports with this business key, or this id: read from file, since business keys are in no memory. At
 * most 100. An import that cannot be read gives nothing.
 */
export async function findInImports(
  imports: Pick<ImportStore, 'imports' | 'rows'>,
  wanted: Wanted,
  signal?: AbortSignal,
): Promise<FoundRow[]> {
  const found: FoundRow[] = [];
  for (const { id, name, accounts, keys } of (await imports.imports()).imports) {
    try {
      for await (const bytes of imports.rows(id)) {
        signal?.throwIfAborted();
        if (!bytes.includes(needleOf(wanted))) continue;
        readLines(bytes, (start, unionidEnd, fields) => {
          const row: FoundRow = {
            importId: id,
            importName: name,
            unionid: unionidEnd > start ? bytes.toString('latin1', start, unionidEnd) : undefined,
            openids: fields.flatMap(field => {
              const appId = field.kind === 'openid' ? accounts[field.place] : undefined;
              return appId === undefined
                ? []
                : [{ appId, openid: bytes.toString('latin1', field.start, field.end) }];
            }),
            keys: fields.flatMap(field => {
              const key = field.kind === 'key' ? keys[field.place] : undefined;
              return key === undefined ? [] : [{ name: key, value: keyIn(bytes, field) }];
            }),
          };
          if (found.length < mostFound && holds(row, wanted)) found.push(row);
        });
      }
    } catch (error) {
      if (!(error instanceof ImportError)) throw error;
    }
  }
  return found;
}

/** What must stand in a piece, lest its rows be read: the longest part of the value that is written as it is. */
function needleOf(wanted: Wanted): string {
  if (wanted.kind === 'id') return wanted.id;
  return wanted.value.split(/[\\\t\n\r\u0000-\u001f]/).reduce((a, b) => (b.length > a.length ? b : a));
}

function holds(row: FoundRow, wanted: Wanted): boolean {
  return wanted.kind === 'key'
    ? row.keys.some(({ value }) => value === wanted.value)
    : row.unionid === wanted.id || row.openids.some(({ openid }) => openid === wanted.id);
}
