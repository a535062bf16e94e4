import path from 'node:path';

import { errorCode, type FileLayer, keepWhole, remove } from '../../files';
import { type Account } from '../account/account';
import { AccountNotUnderstood } from '../account/accountErrors';
import { formatAccount, parseAccount } from '../account/accountFile';

/** A file of the folder; `account` is undefined where this version does not understand it. */
export interface ReadFile {
  readonly appId: string;
  readonly account: Account | undefined;
}

/** The accounts on disk: one JSON file each, so that two windows can add and edit at once. */
export class AccountFiles {
  constructor(
    private readonly folder: string,
    private readonly disk: FileLayer,
  ) {}

  async makeFolder(): Promise<void> {
    await this.disk.mkdir(this.folder);
  }

  async all(): Promise<ReadFile[]> {
    const names = (await this.disk.readdir(this.folder)).filter(name => name.endsWith('.json'));
    const files = names.map(async name => {
      const appId = path.basename(name, '.json');
      try {
        return [{ appId, account: parseAccount(await this.disk.readFile(path.join(this.folder, name))) }];
      } catch (error) {
        // A file may go between the listing and the reading: another window removed the account.
        if (errorCode(error) === 'ENOENT') return [];
        throw error;
      }
    });
    return (await Promise.all(files)).flat();
  }

  /**
   * What is there now, whatever was read before.
   * @throws {AccountNotUnderstood}
   */
  async read(appId: string): Promise<Account | undefined> {
    try {
      const account = parseAccount(await this.disk.readFile(this.fileOf(appId)));
      if (!account) throw new AccountNotUnderstood(appId);
      return account;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async write(account: Account): Promise<void> {
    await keepWhole(this.disk, this.fileOf(account.appId), formatAccount(account));
  }

  async remove(appId: string): Promise<void> {
    await remove(this.disk, this.fileOf(appId));
  }

  private fileOf(appId: string): string {
    return path.join(this.folder, `${appId}.json`);
  }
}
