import { TabInputWebview, window } from 'vscode';

import { viewContainer } from '../manifest';

/** Closes every page of ours in this window, those that a reload left asleep too. */
export async function closeAllPages(): Promise<void> {
  const tabs = window.tabGroups.all.flatMap(({ tabs: all }) => all);
  // VS Code writes `mainThreadWebview-` before a view type.
  const own = tabs.filter(
    ({ input }) => input instanceof TabInputWebview && input.viewType.includes(`${viewContainer}.`),
  );
  if (own.length > 0) await window.tabGroups.close(own, true);
}
