/** The account was removed, here or in another window, while something still wanted it. */
export class AccountGone extends Error {
  constructor(readonly appId: string) {
    super(`account ${appId} is not registered`);
    this.name = 'AccountGone';
  }
}

/** The account's file was written by a newer version, or is damaged: it is left as it is. */
export class AccountNotUnderstood extends Error {
  constructor(readonly appId: string) {
    super(`the file of account ${appId} is not understood`);
    this.name = 'AccountNotUnderstood';
  }
}
