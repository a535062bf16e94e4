import path from 'node:path';
import * as v from 'valibot';

import { type FileLayer, keepWhole, remove, unless } from '../../files';

/** A secret that this profile wrote, or was about to write, to a keychain that others share. */
export interface LedgerEntry {
  readonly appId: string;
  readonly secretId: string;
  /** `removed`: it is to be deleted wherever it may be, as soon as its stores answer. */
  readonly state: 'kept' | 'removed';
  /** Milliseconds since 1970. */
  readonly at: number;
}

const idPattern = /^[\w-]{1,64}$/;

const EntryFile = v.object({
  version: v.literal(1),
  appId: v.pipe(v.string(), v.regex(idPattern)),
  secretId: v.pipe(v.string(), v.regex(idPattern)),
  state: v.picklist(['kept', 'removed']),
  at: v.number(),
});

/**
 * Which secrets are ours, one file each, written before the secret is: a window that is killed in between, or a
 * keychain that is away when an account is removed, leaves none that nobody knows. It holds ids and no secret.
 */
export class SecretLedger {
  constructor(
    private readonly folder: string,
    private readonly disk: FileLayer,
    private readonly now: () => number = Date.now,
  ) {}

  async note(secret: { readonly appId: string; readonly secretId: string }): Promise<void> {
    await this.write(secret, 'kept');
  }

  async noteRemoval(secret: { readonly appId: string; readonly secretId: string }): Promise<void> {
    await this.write(secret, 'removed');
  }

  /** The secret is nowhere any more. */
  async strike(secretId: string): Promise<void> {
    await remove(this.disk, this.fileOf(secretId));
  }

  /** A file that cannot be read names nothing that could be deleted, and is passed over. */
  async entries(): Promise<readonly LedgerEntry[]> {
    const names = await this.disk.readdir(this.folder).catch(unless('ENOENT', []));
    const read = names
      .filter(name => name.endsWith('.json'))
      .map(async name => {
        try {
          const { appId, secretId, state, at } = v.parse(
            EntryFile,
            JSON.parse(await this.disk.readFile(path.join(this.folder, name))),
          );
          return [{ appId, secretId, state, at }];
        } catch {
          return [];
        }
      });
    return (await Promise.all(read)).flat();
  }

  private async write(
    { appId, secretId }: { readonly appId: string; readonly secretId: string },
    state: LedgerEntry['state'],
  ): Promise<void> {
    const entry = { version: 1, appId, secretId, state, at: this.now() };
    await keepWhole(this.disk, this.fileOf(secretId), `${JSON.stringify(entry)}\n`);
  }

  private fileOf(secretId: string): string {
    return path.join(this.folder, `${secretId}.json`);
  }
}
