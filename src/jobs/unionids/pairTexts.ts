import { l10n } from 'vscode';

import {
  type ColumnMeaning,
  type ImportCounts,
  type LeftOutReason,
  leftOutReasons,
  mostKeys,
  type PlannedColumn,
  type PlanProblem,
  type Sign,
} from '../../people';
import { countText } from '../../ui/texts/formats';
import { plainText } from '../../ui/texts/plainText';

/** @param nameOf what an account is called */
export function meaningText(meaning: ColumnMeaning, nameOf: (appId: string) => string): string {
  switch (meaning.kind) {
    case 'unionid':
      return l10n.t('UnionID');
    case 'appId':
      return l10n.t('AppID of the account');
    case 'key':
      return l10n.t('Business key');
    case 'leaveOut':
      return l10n.t('Leave out');
    case 'openid':
      switch (meaning.of.kind) {
        case 'account':
          return l10n.t('OpenID of {0}', nameOf(meaning.of.appId));
        case 'row':
          return l10n.t('OpenID of the account whose AppID is in the row');
        case 'unknown':
          return l10n.t('OpenID, of which account?');
      }
  }
}

/** What the meaning of a column rests on. */
export function signText(sign: Sign): string {
  switch (sign) {
    case 'byName':
      return l10n.t('by its name');
    case 'byBeginning':
      return l10n.t('by how its values begin');
    case 'nameDisagrees':
      return l10n.t('by how its values begin, though its name says otherwise');
    case 'idsOfUnknownKind':
      return l10n.t('holds openids or unionids: say which');
    case 'none':
      return '';
  }
}

export function planProblemText(problem: PlanProblem, plan: readonly PlannedColumn[]): string {
  const name = 'column' in problem ? plainText(plan[problem.column]?.name ?? '', 60) : '';
  switch (problem.kind) {
    case 'noUnionid':
      return l10n.t('No column is the unionid yet: pick the one that is.');
    case 'noOpenid':
      return l10n.t('No column holds openids yet: pick the one that does.');
    case 'twoUnionids':
      return l10n.t('"{0}" is a second column of unionids: leave one of them out.', name);
    case 'whoseOpenid':
      return l10n.t('Whose openids does "{0}" hold? Pick the column and choose the account.', name);
    case 'sameAccount':
      return l10n.t(
        '"{0}" is a second column of openids of the same account: leave one of them out, or choose its account.',
        name,
      );
    case 'noAppId':
      return l10n.t(
        'No column holds the AppIDs by which "{0}" is read: pick it, or choose an account.',
        name,
      );
    case 'tooManyKeys':
      return l10n.t('At most {0} columns can be business keys: leave some of them out.', mostKeys);
  }
}

export function reasonText(reason: LeftOutReason): string {
  switch (reason) {
    case 'empty':
      return l10n.t('neither openid nor unionid');
    case 'withoutOpenid':
      return l10n.t('no openid');
    case 'notAnId':
      return l10n.t('neither an openid nor a unionid can look so');
    case 'sameId':
      return l10n.t('openid and unionid are the same');
    case 'tornRow':
      return l10n.t('row cannot be read');
    case 'withoutAppId':
      return l10n.t('no AppID');
    case 'unusableKey':
      return l10n.t('business key that is too long');
  }
}

/** How many rows were left out, by reason; undefined where none was. */
export function leftOutText({ leftOut }: ImportCounts): string | undefined {
  const reasons = leftOutReasons.filter(reason => (leftOut[reason] ?? 0) > 0);
  if (reasons.length === 0) return undefined;
  const total = reasons.reduce((sum, reason) => sum + (leftOut[reason] ?? 0), 0);
  const each = reasons.map(reason => l10n.t('{0}: {1}', reasonText(reason), countText(leftOut[reason] ?? 0)));
  return l10n.t('Rows left out: {0} ({1}).', countText(total), each.join(' · '));
}
