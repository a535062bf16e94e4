import { l10n } from 'vscode';

import { Rejection } from '../../commands/command';
import { type Calls } from './calls';
import { type LensApi, type LensExports } from './lensApi';

/** What `activate` gives to other extensions. Its code is loaded with the first call. */
export function exportedApi(load: () => Promise<Calls>): LensExports {
  const api: LensApi = Object.freeze({
    version: 1,
    lookup: async request => (await load()).lookup(request),
    batch: async request => (await load()).batch(request),
    decode: async request => (await load()).decode(request),
    explain: async request => (await load()).explain(request),
  } satisfies LensApi);
  return Object.freeze({
    versions: Object.freeze([1]),
    getApi(version: unknown): LensApi {
      if (version === 1) return api;
      const sentence = l10n.t('Lens gives version {0} of its interface.', 1);
      throw new Rejection('unsupportedVersion', sentence);
    },
  });
}
