import { type MappingRequest } from './peopleSources';
import { type PeopleView } from './peopleView';
import { type PersonTable } from './table/personTable';

/** Everybody of the group, or those who are picked, or else those whom the filters let through. */
export function mappingRequest(view: PeopleView, table: PersonTable | undefined): MappingRequest {
  const all = { platform: view.beginning, appIds: view.accounts.map(({ appId }) => appId) };
  const unionids = table?.source('unionid');
  if (!table || !unionids) return all;
  const picked = table.rowsOf('picked');
  const rows = picked.length > 1 ? picked : table.rowsOf('filtered');
  if (rows.length === table.length && table.holdsEverybody && !view.isComparison) return all;
  const wanted = rows.slice();
  const each = function* () {
    for (const row of wanted) yield unionids.text(table.positionAt(row));
  };
  return { ...all, persons: { count: wanted.length, unionids: each } };
}
