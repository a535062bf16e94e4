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

/** The account has no credential for WeChat's API: it only takes part in joins. */
export class AccountWithoutApi extends Error {
  constructor(readonly appId: string) {
    super(`account ${appId} does not use the API`);
    this.name = 'AccountWithoutApi';
  }
}

/** The vault no longer holds the header that the account's token server wants. */
export class HeaderGone extends Error {
  constructor(readonly appId: string) {
    super(`the header for the token server of ${appId} is gone`);
    this.name = 'HeaderGone';
  }
}
