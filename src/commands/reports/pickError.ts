import { env, l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';

import { Cancelled } from '../../ui/asking/steps';
import {
  displayLanguage,
  errorCodes,
  errorIn,
  errorPlaces,
  explainError,
  type WeChatFault,
} from '../../wechat';

interface ErrorItem extends QuickPickItem {
  readonly fault?: WeChatFault;
}

/**
 * The whole table of errors, searched by code and by words of their causes. A text that is pasted instead of a
 * code, or stands selected in the editor, is read for its error, which then is the first in the list.
 */
export async function pickError(): Promise<WeChatFault> {
  const table = errorItems();
  const codes = new Set(table.map(({ fault }) => fault?.errcode));
  const selected = faultIn(selection());
  const box = window.createQuickPick<ErrorItem>();
  box.title = l10n.t('Explain WeChat Error');
  box.placeholder = l10n.t('Type a code or words, or paste an error or a log line');
  box.matchOnDescription = true;
  box.matchOnDetail = true;
  const list = () => {
    const typed = faultIn(box.value);
    // The list finds a known code itself.
    const isInList = typed !== undefined && codes.has(typed.errcode) && typed.errmsg === '';
    const named = typed && !isInList ? found(l10n.t('In what you typed'), typed) : [];
    const chosen = selected && box.value === '' ? found(l10n.t('In the selection'), selected) : [];
    box.items = [...named, ...chosen, ...table];
  };
  list();
  try {
    return await new Promise<WeChatFault>((resolve, reject) => {
      box.onDidChangeValue(list);
      box.onDidAccept(() => {
        const fault = box.selectedItems[0]?.fault;
        if (fault) resolve(fault);
      });
      box.onDidHide(() => reject(new Cancelled()));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

/** A code that means two things is there for each. */
function errorItems(): ErrorItem[] {
  return errorCodes().flatMap(errcode => [
    itemOf({ errcode, errmsg: '' }),
    ...errorPlaces(errcode).map(endpoint => {
      const item = itemOf({ errcode, errmsg: '', endpoint });
      return { ...item, label: `${item.label} · ${endpoint}` };
    }),
  ]);
}

function itemOf(fault: WeChatFault): ErrorItem {
  const { code, cause, nextStep } = explainError(fault, displayLanguage(env.language));
  return { label: String(code), description: cause, detail: nextStep, fault };
}

/** Shown whatever the words of the filter are: these are the text itself. */
function found(label: string, fault: WeChatFault): ErrorItem[] {
  const separator = { label, kind: QuickPickItemKind.Separator };
  return [
    separator,
    { ...itemOf(fault), alwaysShow: true },
    { label: '', kind: QuickPickItemKind.Separator },
  ];
}

function faultIn(text: string): WeChatFault | undefined {
  return text.trim() === '' ? undefined : errorIn(text);
}

function selection(): string {
  const editor = window.activeTextEditor;
  return editor ? editor.document.getText(editor.selection) : '';
}
