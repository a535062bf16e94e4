import { l10n } from 'vscode';

import { type Account, type Clients, type TagListing } from '../../accounts';
import { withProgress } from '../../ui/asking/progress';
import { createTag, renameTag, type Tag } from '../../wechat';
import { type Consent } from './consent';

/** The tags of accounts as the sidebar lists them, to choose from and to change. */
export class TagBook {
  constructor(
    private readonly clients: Pick<Clients, 'for'>,
    private readonly listing: Pick<TagListing, 'of' | 'known' | 'forget' | 'note'>,
    private readonly log: { info(message: string): void },
  ) {}

  async of({ appId, name }: Account, { anew = false } = {}): Promise<readonly Tag[]> {
    if (anew) this.listing.forget(appId);
    const known = await this.listing.known(appId);
    return known ?? withProgress(l10n.t('Reading the tags of {0}', name), () => this.listing.of(appId));
  }

  /** Makes a tag. @throws WeChatFailure */
  async create(_: Consent, account: Account, name: string, signal: AbortSignal): Promise<Tag> {
    const { appId } = account;
    const tags = await this.of(account);
    const tag = await this.clients.for(appId).ask(createTag, name, { signal });
    this.log.info(`changed ${appId}: 1 tag was created`);
    await this.listing.note(appId, [...tags, tag]);
    return tag;
  }

  /** Calls a tag otherwise. @throws WeChatFailure */
  async rename(_: Consent, account: Account, { id }: Tag, name: string, signal: AbortSignal): Promise<void> {
    const { appId } = account;
    const tags = await this.of(account);
    await this.clients.for(appId).ask(renameTag, id, name, { signal });
    this.log.info(`changed ${appId}: 1 tag was renamed`);
    await this.listing.note(
      appId,
      tags.map(tag => (tag.id === id ? { ...tag, name } : tag)),
    );
  }

  /** Somebody else may have changed them: the next who wants them asks WeChat. */
  forget(appId: string): void {
    this.listing.forget(appId);
  }
}
