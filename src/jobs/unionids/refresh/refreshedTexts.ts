import { l10n } from 'vscode';

import { type RefreshedKind } from '../../../people';

export function partLabel(kind: RefreshedKind): string {
  switch (kind) {
    case 'changed':
      return l10n.t('Changed');
    case 'given':
      return l10n.t('New');
    case 'gone':
      return l10n.t('Gone');
    case 'same':
      return l10n.t('Unchanged');
    case 'without':
      return l10n.t('Without');
    case 'open':
      return l10n.t('Not answered');
  }
}

export function partExplanation(kind: RefreshedKind): string {
  switch (kind) {
    case 'changed':
      return l10n.t('They have another unionid now. Export them as UPDATE statements for your database.');
    case 'given':
      return l10n.t('They have a unionid now, and none was known here before.');
    case 'gone':
      return l10n.t('They had a unionid, and WeChat gives none any more: as a rule they do not follow now.');
    case 'same':
      return l10n.t('They have the unionid that was known. Export them to see who they are.');
    case 'without':
      return l10n.t('They have no unionid, as before.');
    case 'open':
      return l10n.t('They were not asked for again yet, or WeChat has not answered.');
  }
}
