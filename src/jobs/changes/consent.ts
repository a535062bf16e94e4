import { window } from 'vscode';

import { Cancelled } from '../../ui/asking/steps';
import { setting } from '../../ui/settings';

const given = Symbol('given');

/**
 * That the user was asked, or wants not to be. Whatever changes something at WeChat takes one, and nothing but
 * {@link askConsent} makes one: no change goes out without the question.
 */
export interface Consent<Choice extends string = string> {
  readonly [given]: true;
  /** What the user chose. */
  readonly choice: Choice;
}

export interface ChangeQuestion<Choice extends string = string> {
  readonly message: string;
  readonly detail: string;
  /** The buttons. The first is what is meant by the command itself. */
  readonly choices: readonly [Choice, ...Choice[]];
  /** How many people are changed. */
  readonly people: number;
  /** Whether other code has called: it decides nothing in the user's place. */
  readonly isOfCall?: boolean;
}

/** `wechatOpenid.confirmChanges` never lets a change of more people than this go out unasked. */
const mostUnasked = 20;

/** @throws a cancellation where the user does not want it */
export async function askConsent<Choice extends string>({
  message,
  detail,
  choices,
  people,
  isOfCall = false,
}: ChangeQuestion<Choice>): Promise<Consent<Choice>> {
  const isUnasked = !setting('confirmChanges') && people <= mostUnasked && !isOfCall;
  const choice = isUnasked
    ? choices[0]
    : await window.showWarningMessage<string>(message, { modal: true, detail }, ...choices);
  const chosen = choices.find(each => each === choice);
  if (chosen === undefined) throw new Cancelled();
  return { [given]: true, choice: chosen };
}
