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

/** The vault no longer holds what the account's token server, or the relay to the API, wants to see. */
export class HeaderGone extends Error {
  constructor(
    readonly appId: string,
    readonly of: 'tokenServer' | 'relay',
  ) {
    super(`what the ${of} of ${appId} wants to see is gone`);
    this.name = 'HeaderGone';
  }
}

/** The user would have to be asked for the account's credential, by a call that may ask nobody. */
export class CredentialNeeded extends Error {
  constructor(readonly appId: string) {
    super(`the credential of ${appId} is not at hand`);
    this.name = 'CredentialNeeded';
  }
}
