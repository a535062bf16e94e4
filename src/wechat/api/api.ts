import type * as v from 'valibot';
import { type HttpRequest } from '../exchange/httpExchange';

/** What a question to an API is made of: texts, numbers and lists. An object among them is the call's options. */
export type Argument = string | number | readonly string[];

/** One API of WeChat: how it is asked, and how its answer is read. `WeChatClient.ask` asks it. */
export interface Api<Args extends readonly Argument[], T> {
  readonly request: (...args: Args) => HttpRequest;
  readonly answer: v.GenericSchema<unknown, T>;
}

type Form<Args extends readonly Argument[]> =
  | { readonly method: 'GET'; readonly query?: (...args: Args) => Readonly<Record<string, string>> }
  | { readonly method: 'POST'; readonly body: (...args: Args) => unknown };

/**
 * Describes an API: one file each in this folder.
 *
 * @param description `timeoutMs` where the API is known to take longer than others; the user's own limit counts where
 * it is longer still
 */
export function api<Args extends readonly Argument[], T>({
  path,
  answer,
  timeoutMs,
  ...form
}: Form<Args> & {
  readonly path: string;
  readonly answer: v.GenericSchema<unknown, T>;
  readonly timeoutMs?: number;
}): Api<Args, T> {
  const patience = timeoutMs === undefined ? {} : { timeoutMs };
  switch (form.method) {
    case 'GET':
      return {
        request: (...args) => ({ method: 'GET', path, ...patience, query: form.query?.(...args) ?? {} }),
        answer,
      };
    case 'POST':
      return {
        request: (...args) => ({ method: 'POST', path, ...patience, body: form.body(...args) }),
        answer,
      };
  }
}

/** WeChat takes long over lists: 5 s are often too few, and what the answer costs grows with the account. */
export const listPatience = 45_000;
