import { env, l10n, type Uri, type WebviewPanel } from 'vscode';

import { noAccount } from '../../batch';
import {
  type FromProfile,
  fromProfile,
  type ProfileAction,
  type ToProfile,
} from '../../protocol/messages/profileMessages';
import { type PageState } from '../../protocol/start';
import { shortOpenid } from '../../ui/texts/shortOpenid';
import { displayLanguage } from '../../wechat';
import { PageChannel } from '../channel';
import { type ProfileActions } from './profileActions';
import { profileViewOf, unionidOf, type ViewContext } from './profileView';
import { rawAnswer } from './rawAnswer';
import {
  type ChangeSource,
  type LookupSource,
  type PanelLog,
  type RelationSource,
  type ShownLookup,
  type TagNameSource,
} from '../sources';

export interface ProfileContext {
  readonly lookups: LookupSource;
  readonly tagNames: TagNameSource;
  readonly changes?: ChangeSource;
  readonly relations?: RelationSource;
  readonly actions: ProfileActions;
  readonly log: PanelLog;
}

/** One profile in its own editor. */
export class ProfilePanel {
  private readonly channel: PageChannel<FromProfile, ToProfile>;
  private readonly closed = new AbortController();
  private refreshing = false;
  /** Names, changes and relations as last read, so that a page that is drawn again does not go back for a moment. */
  private around: Partial<ViewContext> = {};

  constructor(
    readonly panel: WebviewPanel,
    private readonly state: PageState,
    private lookup: ShownLookup | undefined,
    extensionUri: Uri,
    private readonly context: ProfileContext,
  ) {
    this.channel = new PageChannel(
      panel,
      {
        script: 'profile',
        state,
        schema: fromProfile,
        onReady: () => this.send(),
        onMessage: ({ action }) => this.act(action),
      },
      extensionUri,
      context.log,
    );
  }

  update(lookup: ShownLookup): void {
    this.lookup = lookup;
    // It may have been let go of before.
    this.panel.title = shortOpenid(lookup.outcome.openid);
    this.send();
  }

  /** The people of an account are shown otherwise: by a change from here, or by the name of a tag. */
  changed(appId: string): void {
    if (this.lookup?.appId === appId) this.send();
  }

  /** The person is no longer kept: neither the page nor its tab shows who it was. */
  letGo(): void {
    this.lookup = undefined;
    this.panel.title = l10n.t('Profile');
    this.send();
  }

  dispose(): void {
    this.closed.abort();
  }

  /** What is at hand at once, then again with the names and relations that may take a moment. */
  private send(): void {
    const { lookup } = this;
    if (!lookup) {
      this.channel.post({ type: 'gone', text: goneText(this.state) });
      return;
    }
    const { outcome, appId, accountName, fetchedAt, notBefore, toAskAgain, batchName } = lookup;
    // When WeChat gave a saved answer nobody knows.
    const asked = fetchedAt === undefined ? notBefore !== undefined && { notBefore } : { fetchedAt };
    const known = {
      appId,
      accountName,
      ...(toAskAgain && { toAskAgain }),
      ...(batchName !== undefined && { batchName }),
      ...(appId !== noAccount && asked),
      language: displayLanguage(env.language),
    };
    this.channel.post({ type: 'profile', profile: profileViewOf(outcome, { ...this.around, ...known }) });
    this.channel.post({ type: 'refreshing', busy: this.refreshing });
    void this.more(lookup).then(more => {
      if (this.lookup !== lookup || this.closed.signal.aborted) return;
      this.around = more;
      this.channel.post({ type: 'profile', profile: profileViewOf(outcome, { ...more, ...known }) });
    });
  }

  private async more({ outcome, appId }: ShownLookup): Promise<Partial<ViewContext>> {
    const { tagNames, changes, relations, log } = this.context;
    const raw = rawAnswer(outcome);
    const failed = (error: unknown) => {
      if (!this.closed.signal.aborted) log.error('names and relations of a profile', error);
      return undefined;
    };
    const { openid } = outcome;
    const [names, overlay, people, lists] = await Promise.all([
      raw && tagNames(appId).catch(failed),
      raw && changes?.overlay(appId).catch(failed),
      relations?.people(openid, appId, unionidOf(outcome)).catch(failed),
      relations?.lists(openid, appId).catch(failed),
    ]);
    return {
      ...(names && { tagNames: names }),
      ...(overlay && { changes: overlay }),
      ...(people && { people }),
      ...(lists && { lists }),
    };
  }

  private async act(action: ProfileAction): Promise<void> {
    const { lookup } = this;
    if (action.type === 'refresh') await this.refresh();
    else if (lookup) await this.context.actions.run(action, lookup, { kind: 'lookup', id: lookup.id });
  }

  private async refresh(): Promise<void> {
    if (this.refreshing) return;
    this.refreshing = true;
    this.channel.post({ type: 'refreshing', busy: true });
    try {
      const lookup = await this.context.lookups.refresh(this.state.id, this.closed.signal);
      if (lookup) this.lookup = lookup;
    } catch (error) {
      if (!this.closed.signal.aborted) this.context.log.error('refresh of a profile', error);
    } finally {
      this.refreshing = false;
      if (!this.closed.signal.aborted) this.send();
    }
  }
}

function goneText({ isAnswer }: PageState): string {
  return isAnswer
    ? l10n.t('A decoded response is not kept over a reload. Decode it again to see it here.')
    : l10n.t('This profile is no longer kept. Look the openid up again.');
}
