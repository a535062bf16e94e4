import { l10n } from 'vscode';

import { type SecretStoreName } from '../../accounts';

/** What people call the place where an AppSecret lives. */
export function storeLabel(store: SecretStoreName, platform: NodeJS.Platform = process.platform): string {
  if (store === 'vscode') return l10n.t("VS Code's secret storage");
  switch (platform) {
    case 'darwin':
      return l10n.t('macOS Keychain');
    case 'win32':
      return l10n.t('Windows Credential Manager');
    default:
      return l10n.t('Secret Service (GNOME Keyring, KWallet)');
  }
}

/** What to expect of VS Code's secret storage, said wherever an account uses it. */
export function fallbackNotice(): string {
  return l10n.t(
    "VS Code's secret storage may forget the AppSecret when the window closes, where this machine has no keychain; you are then asked for it again.",
  );
}
