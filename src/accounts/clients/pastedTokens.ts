/** Access tokens that somebody pasted, of this window, by AppID: in memory only, until WeChat refuses them. */
export class PastedTokens {
  private readonly tokens = new Map<string, string>();

  of(appId: string): string | undefined {
    return this.tokens.get(appId);
  }

  put(appId: string, token: string): void {
    this.tokens.set(appId, token);
  }

  forget(appId: string): void {
    this.tokens.delete(appId);
  }

  /** Forgets a token that WeChat refused, unless another one was pasted since. */
  drop(appId: string, refused: string): void {
    if (this.tokens.get(appId) === refused) this.tokens.delete(appId);
  }
}
