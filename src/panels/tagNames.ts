import { type PanelLog, type TagNameSource } from './sources';

type Names = ReadonlyMap<number, string>;

/** Asks for an account's tag names once. A failure is not kept: the next panel tries again. */
export class TagNames {
  private readonly known = new Map<string, Promise<Names | undefined>>();
  private readonly end = new AbortController();

  constructor(
    private readonly source: TagNameSource,
    private readonly log: PanelLog,
  ) {}

  /** Undefined where the names cannot be had; numbers are shown then. */
  of(appId: string): Promise<Names | undefined> {
    const known = this.known.get(appId);
    if (known) return known;
    const asked = this.source(appId, this.end.signal).catch((error: unknown) => {
      this.known.delete(appId);
      if (!this.end.signal.aborted)
        this.log.warn(`tag names: ${error instanceof Error ? error.message : 'failed'}`);
      return undefined;
    });
    this.known.set(appId, asked);
    return asked;
  }

  /** The account's tags are to be read anew. */
  forget(appId: string): void {
    this.known.delete(appId);
  }

  dispose(): void {
    this.end.abort();
  }
}
