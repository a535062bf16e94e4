import type { VSCodeWindow } from '../window';

/** Registers an Official Account through the input boxes, as its owner would. */
export async function addOfficialAccount(
  window: VSCodeWindow,
  account: { readonly appId: string; readonly secret: string; readonly name: string },
): Promise<void> {
  await window.run('WeChat: Add Official Account…');
  await window.quickInput.enter('Add Official Account (1/3)', account.appId);
  await window.quickInput.enter('Add Official Account (2/3)', account.secret);
  await window.quickInput.enter('Add Official Account (3/3)', account.name);
  await window.notifications.message(`${account.name} is ready`);
}
