import { l10n } from 'vscode';

import { type MappingExport } from '../../jobs/unionids/mapping/mappingExport';
import { CallRefused } from '../../ui/problems/problem';
import { isUnionids, targetOf } from '../arguments';
import { type Handler } from '../command';

/**
 * `wechatOpenid.exportMapping`: `{ platform?, accounts?, unionids? }`, what is missing is asked for → who is who across
 * accounts, in a file. `unionids` is a list of texts, or an async iterable of such lists.
 */
export function exportMapping(mapping: Pick<MappingExport, 'run'>): Handler {
  return async argument => {
    const { platform, accounts, unionids } = targetOf(argument);
    await mapping.run({ platform, accounts, unionids: unionids && portionsOf(unionids) });
  };
}

/** What comes later is no better known than what comes at once. */
async function* portionsOf(
  unionids: readonly string[] | AsyncIterable<unknown>,
): AsyncGenerator<readonly string[]> {
  if (isUnionids(unionids)) {
    yield unionids;
    return;
  }
  for await (const portion of unionids) {
    if (!isUnionids(portion))
      throw new CallRefused(
        'invalidUnionids',
        l10n.t('"{0}" gave something else than unionids.', 'unionids'),
      );
    yield portion;
  }
}
