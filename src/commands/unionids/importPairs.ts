import { l10n, Uri } from 'vscode';

import { type PairImporting } from '../../jobs/unionids/pairImport';
import { askForPairs, pairsOfFile } from '../../jobs/unionids/pairSource';
import { Hint } from '../../ui/problems/problem';
import { type Handler } from '../command';

/** `wechatOpenid.importPairs`: `uri`, or asks → openids of persons, joined by unionid, kept on this machine. */
export function importPairs(importing: Pick<PairImporting, 'run'>): Handler {
  return async (argument, more) => {
    if (Array.isArray(more) && more.filter(each => each instanceof Uri).length > 1)
      throw new Hint(l10n.t('Pairs are imported from one file at a time. Choose a single file.'));
    await importing.run(argument instanceof Uri ? await pairsOfFile(argument) : await askForPairs());
  };
}
