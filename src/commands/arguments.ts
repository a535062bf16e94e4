import { l10n, Uri } from 'vscode';
import * as v from 'valibot';

import { maxOpenids } from '../openids';
import { isByHand } from '../ui/asking/byHand';
import { countText } from '../ui/texts/formats';
import { type CallCode, CallRefused } from '../ui/problems/problem';

const longest = 512;
const longestError = 10_000;

/** Bounded, since anything may call a command with anything. */
const Text = v.pipe(v.string(), v.maxLength(longest));

const Texts = v.pipe(v.array(Text), v.maxLength(maxOpenids));

const Target = v.object({
  appId: v.optional(Text),
  openid: v.optional(Text),
  unionid: v.optional(Text),
  businessKey: v.optional(Text),
  openids: v.optional(Texts),
  /** The beginning of the unionids of one Open Platform account. */
  platform: v.optional(Text),
  /** AppIDs. */
  accounts: v.optional(Texts),
  /** Or lists of them, for which whoever reads them has to wait. */
  unionids: v.optional(v.union([Texts, v.custom<AsyncIterable<unknown>>(isAwaited)])),
  /** Saved answers and lists are of any length; whoever reads them says what is too long. */
  text: v.optional(v.string()),
  /** A code, or a text with one: an error body, a line of a log. */
  code: v.optional(v.union([v.number(), v.pipe(v.string(), v.maxLength(longestError))])),
  batchId: v.optional(Text),
  lookupId: v.optional(Text),
  listId: v.optional(Text),
  rid: v.optional(Text),
  path: v.optional(Text),
  tagId: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  show: v.optional(v.boolean()),
});

export type Target = v.InferOutput<typeof Target>;
type Key = keyof Target;

const keys = Object.keys(Target.entries) as Key[];

const refusals: Readonly<Record<Key, CallCode>> = {
  appId: 'invalidAppId',
  openid: 'invalidOpenid',
  unionid: 'invalidUnionid',
  businessKey: 'invalidBusinessKey',
  openids: 'invalidOpenids',
  platform: 'invalidPlatform',
  accounts: 'invalidAccounts',
  unionids: 'invalidUnionids',
  text: 'invalidText',
  code: 'invalidCode',
  batchId: 'invalidBatchId',
  lookupId: 'invalidLookupId',
  listId: 'invalidListId',
  rid: 'invalidRid',
  path: 'invalidPath',
  tagId: 'invalidTagId',
  show: 'invalidShow',
};

/**
 * What a tree node, a webview or a caller points at; nothing where the command was called without.
 * @throws {CallRefused} where other code called with an object that is wrong
 */
export function targetOf(argument: unknown): Target {
  return isCall(argument) ? requestOf(argument) : (parsed(argument).output ?? {});
}

/**
 * What other code asks for, whatever it hands over.
 * @throws {CallRefused} where it is wrong
 */
export function requestOf(argument: unknown): Target {
  const { output, wrong } = parsed(argument);
  if (output) return output;
  throw wrong === undefined
    ? new CallRefused('invalidArgument', l10n.t('The object of the call cannot be read.'))
    : new CallRefused(refusals[wrong], expectation(wrong));
}

/** The same of several nodes that are selected together, the one that was clicked first. */
export function targetsOf(argument: unknown, selected: unknown): Target[] {
  const others = Array.isArray(selected) ? selected.filter(node => node !== argument) : [];
  return [targetOf(argument), ...others.map(node => targetOf(node))];
}

/**
 * Whether other code has called: with an object that names something a command knows, or that wants nothing shown.
 * Menus and views of VS Code pass nodes, Uris and objects of their own.
 */
export function isCall(argument: unknown): boolean {
  if (isQuiet(argument)) return true;
  if (typeof argument !== 'object' || argument === null || Array.isArray(argument)) return false;
  if (argument instanceof Uri || isByHand(argument)) return false;
  try {
    return !('toTreeItem' in argument) && keys.some(key => key in argument);
  } catch {
    return true; // a proxy that throws is no object of VS Code's
  }
}

/** Whether nothing may be opened: no box, no page, no message. */
export function isQuiet(argument: unknown): boolean {
  if ((typeof argument !== 'object' && typeof argument !== 'function') || argument === null) return false;
  try {
    return 'show' in argument && argument.show === false;
  } catch {
    return true;
  }
}

function parsed(argument: unknown): { readonly output?: Target; readonly wrong?: Key } {
  try {
    const { success, output, issues } = v.safeParse(Target, argument);
    if (success) return { output };
    const at = issues[0].path?.[0]?.key;
    const wrong = keys.find(key => key === at);
    return wrong === undefined ? {} : { wrong };
  } catch {
    return {}; // a getter that throws
  }
}

function expectation(key: Key): string {
  switch (key) {
    case 'show':
      return l10n.t('"{0}" takes true or false.', key);
    case 'tagId':
      return l10n.t('"{0}" takes a whole number.', key);
    case 'text':
      return l10n.t('"{0}" takes a text.', key);
    case 'code':
      return l10n.t(
        '"{0}" takes a number, or a text of at most {1} characters.',
        key,
        countText(longestError),
      );
    case 'openids':
    case 'accounts':
    case 'unionids':
      return l10n.t(
        '"{0}" takes at most {1} texts of at most {2} characters each.',
        key,
        countText(maxOpenids),
        countText(longest),
      );
    default:
      return l10n.t('"{0}" takes a text of at most {1} characters.', key, countText(longest));
  }
}

export function isUnionids(value: unknown): value is readonly string[] {
  return v.is(Texts, value);
}

function isAwaited(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

/** A value without which a command has to ask, missing in a call that wants nothing opened. */
export function missing(code: CallCode, key: Key): CallRefused {
  return new CallRefused(code, l10n.t('With "show": false nothing is asked: "{0}" is missing.', key));
}
