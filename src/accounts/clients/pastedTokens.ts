/** Access tokens that somebody pasted, of this window, by AppID: in memory only, until WeChat refuses them. */
export class PastedTokens {
  private readonly tokens = new Map<string, string>();
  private readonly refused = new Set<string>();

  of(appId: string): string | undefined {
    return this.tokens.get(appId);
  }

  /** Whether the last one was refused, and none was pasted since. */
  wasRefused(appId: string): boolean {
    return this.refused.has(appId);
  }

  put(appId: string, token: string): void {
    this.tokens.set(appId, token);
    this.refused.delete(appId);
  }

  forget(appId: string): void {
    this.tokens.delete(appId);
    this.refused.delete(appId);
  }

  forgetAll(): void {
    this.tokens.clear();
    this.refused.clear();
  }

  /** Forgets a token that WeChat refused, unless another one was pasted since. */
  drop(appId: string, refused: string): void {
    if (this.tokens.get(appId) !== refused) return;
    this.tokens.delete(appId);
    this.refused.add(appId);
  }
}
