import { l10n } from 'vscode';

import { requestOf, type Target } from '../../commands/arguments';
import { type Askers } from '../../commands/askers';
import { rejectionOf } from '../../commands/rejections';
import { cleanOpenid, findOpenids, gatherOpenids } from '../../openids';
import { type CallCode, CallRefused } from '../../ui/problems/problem';
import { type Problems } from '../../ui/problems/problems';
import { setting } from '../../ui/settings';
import { errorIn, findAnswers } from '../../wechat';
import { answerOf, batchOf, explanationOf, profileOf } from './answers';
import {
  type LensAnswer,
  type LensBatches,
  type LensDecoded,
  type LensError,
  type LensExplanation,
} from './lensApi';

/** What an extension may ask for, whatever it hands over. */
export interface Calls {
  lookup(request: unknown): Promise<LensAnswer>;
  batch(request: unknown): Promise<LensBatches>;
  decode(request: unknown): Promise<LensDecoded>;
  explain(request: unknown): Promise<LensExplanation>;
}

export function callsOf(
  { search, batchStart, explainer }: Pick<Askers, 'search' | 'batchStart' | 'explainer'>,
  problems: Pick<Problems, 'explain'>,
): Calls {
  /** Asks the setting first, at each call, and parses before anything is done. */
  const call =
    <T>(act: (request: Target) => Promise<T>) =>
    async (request: unknown): Promise<T> => {
      try {
        if (!setting('exportedApi.enabled')) throw disabled();
        return await act(requestOf(request ?? {}));
      } catch (error) {
        throw (await rejectionOf(error, problems)) satisfies LensError;
      }
    };
  return {
    lookup: call(async ({ openid: given, appId }) => {
      const { openid } = cleanOpenid(required(given, 'missingOpenid', 'openid'));
      if (openid === '') throw new CallRefused('invalidOpenid', l10n.t('"{0}" holds no openid.', 'openid'));
      return answerOf(await search.find(openid, { appId, quiet: true }));
    }),
    batch: call(async ({ openids, text, appId }) => {
      const found = openids
        ? gatherOpenids(openids)
        : await findOpenids(required(text, 'missingList', 'openids'));
      const source = l10n.t('List from another extension');
      const batches = await batchStart.runAll({
        ...{ found, source, show: false },
        ...(appId !== undefined && { appId }),
      });
      return { batches: batches.map(batchOf) };
    }),
    decode: call(async ({ text }) => {
      const { profiles, errors, failures } = await findAnswers(required(text, 'missingText', 'text'));
      return {
        profiles: profiles.map(profileOf),
        errors: errors.map(error => explanationOf(explainer.explain(error))),
        failures: failures.map(({ openid, message }) => ({ openid, ...(message !== '' && { message }) })),
      };
    }),
    explain: call(({ code }) => {
      const fault = errorIn(String(required(code, 'missingCode', 'code')));
      if (!fault)
        throw new CallRefused('invalidCode', l10n.t('"{0}" holds no error code of WeChat.', 'code'));
      return Promise.resolve(explanationOf(explainer.explain(fault)));
    }),
  };
}

function required<T>(value: T | undefined, code: CallCode, name: string): T {
  if (value === undefined) throw new CallRefused(code, l10n.t('"{0}" is missing.', name));
  return value;
}

function disabled(): CallRefused {
  return new CallRefused(
    'apiDisabled',
    l10n.t('The user lets no other extension use Lens (setting {0}).', 'wechatOpenid.exportedApi.enabled'),
  );
}
