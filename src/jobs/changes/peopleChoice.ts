import { l10n, type QuickPickItem, window } from 'vscode';

import { findOpenids } from '../../openids';
import { ask, Cancelled } from '../../ui/asking/steps';
import { selectedText } from '../../ui/files/editorText';
import { Problem } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { type KeptPeople } from '../lists/keptPeople';

/** Who is meant by a command, and of which account, where that is known. */
export interface ChosenPeople {
  readonly openids: readonly string[];
  readonly appId?: string | undefined;
}

interface SourceItem extends QuickPickItem {
  readonly read: () => Promise<ChosenPeople>;
}

/** Asks who is meant: pasted openids, those of the selection, or the people of a kept list or batch. */
export async function askForPeople(title: string, kept: KeptPeople, appId?: string): Promise<ChosenPeople> {
  const selection = await selected();
  const all = await kept.sources('followers', appId);
  const paste: SourceItem = {
    label: `$(clippy) ${l10n.t('Paste OpenIDs…')}`,
    alwaysShow: true,
    read: async () => ({ openids: await pasted(title), appId }),
  };
  const items: SourceItem[] = [...(selection ? [selectionItem(selection, appId)] : []), paste, ...all];
  // Where there is nothing to choose between, nobody is asked to.
  const picked = items.length === 1 ? paste : await window.showQuickPick(items, { placeHolder: title });
  if (!picked) throw new Cancelled();
  return picked.read();
}

interface Selected {
  readonly openids: readonly string[];
  readonly source: string;
}

function selectionItem({ openids, source }: Selected, appId: string | undefined): SourceItem {
  return {
    label: `$(selection) ${l10n.t('Selection in {0}', source)}`,
    description: l10n.t('openids: {0}', countText(openids.length)),
    read: () => Promise.resolve({ openids, appId }),
  };
}

async function selected(): Promise<Selected | undefined> {
  try {
    const { text, source } = selectedText();
    const openids = await openidsIn(text);
    return openids.length > 0 ? { openids, source } : undefined;
  } catch (error) {
    if (error instanceof Problem) return undefined; // no editor, or nothing selected in it
    throw error;
  }
}

async function pasted(title: string): Promise<readonly string[]> {
  const answer = await ask({
    title,
    prompt: l10n.t('Paste one or more openids. Quotes, commas and spaces around them do not matter.'),
    placeholder: 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M',
    check: text => (text.trim() === '' ? l10n.t('Type or paste an openid.') : undefined),
  });
  const openids = await openidsIn(typeof answer === 'string' ? answer : '');
  if (openids.length === 0) throw new Problem(l10n.t('There is no openid in this text.'), [], 'noOpenid');
  return openids;
}

async function openidsIn(text: string): Promise<readonly string[]> {
  return (await findOpenids(text)).openids.map(({ openid }) => openid);
}
