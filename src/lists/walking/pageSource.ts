import { blacklist, followers, type OpenidPage, tagMembers, type WeChatClient } from '../../wechat';

/** Which list of an account. */
export type ListKind =
  | { readonly kind: 'followers' }
  | { readonly kind: 'tag'; readonly tagId: number; readonly name: string }
  | { readonly kind: 'blacklist' };

/** Whether both name the same people of an account: a tag may have another name by now. */
export function isSameList(one: ListKind, other: ListKind): boolean {
  return one.kind === 'tag' && other.kind === 'tag' ? one.tagId === other.tagId : one.kind === other.kind;
}

/** What a walk asks. */
export interface PageSource {
  /** Openids on a page that is not the last, where that is known. */
  readonly fullPage: number | undefined;
  /**
   * The page behind a cursor, the first behind the empty one.
   * @throws {WeChatFailure}
   */
  page(cursor: string, options: { readonly signal: AbortSignal }): Promise<OpenidPage>;
}

/** The API that a walk calls, and how many openids a full page of it may hold. */
export function callOf({ kind }: ListKind): { readonly path: string; readonly page: number } {
  switch (kind) {
    case 'followers':
      return { path: followers.request('').path, page: 10_000 };
    case 'tag':
      return { path: tagMembers.request(0, '').path, page: 10_000 };
    case 'blacklist':
      return { path: blacklist.request('').path, page: 1_000 };
  }
}

/** The list as WeChat gives it to the account of the client. */
export function pagesOf(client: WeChatClient, list: ListKind): PageSource {
  switch (list.kind) {
    case 'followers':
      return {
        fullPage: 10_000,
        page: (cursor, options) => client.ask(followers, cursor, options),
      };
    case 'tag':
      return {
        // Documented nowhere, and the answer names no total either.
        fullPage: undefined,
        page: (cursor, options) => client.ask(tagMembers, list.tagId, cursor, options),
      };
    case 'blacklist':
      return {
        // 10 000 in older documentation: a page of 1 000 may have another after it, a shorter one has none.
        fullPage: 1_000,
        page: (cursor, options) => client.ask(blacklist, cursor, options),
      };
  }
}
