/** One thing the user can do about a problem. */
export interface Action {
  readonly label: string;
  run(): unknown;
}

/**
 * What the messages of rejected calls begin with. Other extensions tell by it what has failed, so that none is ever
 * renamed; the README explains them.
 */
export type CallCode =
  | `invalid${'Argument' | 'AppId' | 'Openid' | 'Openids' | 'Unionid' | 'Unionids' | 'BusinessKey' | 'Platform' | 'Accounts' | 'Text' | 'Code' | 'Rid' | 'Path' | 'BatchId' | 'LookupId' | 'ListId' | 'TagId' | 'Show'}`
  | `missing${'Openid' | 'List' | 'Text' | 'Code' | 'BatchId'}`
  | `unknown${'Account' | 'Batch' | 'List' | 'Profile'}`
  | 'apiDisabled'
  | 'toolsDisabled'
  | 'unsupportedVersion'
  | 'ambiguousAccount'
  | 'noAccount'
  | 'noOpenid'
  | 'secretNeeded'
  | 'confirmationNeeded'
  | 'interactiveOnly'
  | 'nothingToDo'
  | 'busy'
  | 'cancelled'
  | 'wechatError'
  | 'networkError'
  | 'failed';

/** A failure with a sentence for the user, in the display language, that names the next step. */
export class Problem extends Error {
  constructor(
    readonly sentence: string,
    readonly actions: readonly Action[] = [],
    /** For other code that called. */
    readonly code: CallCode = 'failed',
  ) {
    super(sentence);
    this.name = 'Problem';
  }
}

/** Nothing has failed: there is nothing to do, and the sentence says what to do first. */
export class Hint extends Problem {}

/** A call of other code that was wrong: it is told so, and the user is not. */
export class CallRefused extends Problem {
  constructor(code: CallCode, sentence: string) {
    super(sentence, [], code);
    this.name = 'CallRefused';
  }
}
