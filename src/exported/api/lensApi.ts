/**
 * What WeChat OpenID Lens gives to other extensions, version 1. This file imports nothing: copy it into your extension.
 *
 *     const lens = vscode.extensions.getExtension<LensExports>('wechat-openid-lens.wechat-openid-lens');
 *     const api = (await lens?.activate())?.getApi(1);
 *     const found = await api?.lookup({ openid });
 *
 * Nothing is opened and nobody is asked. The user decides in `wechatOpenid.exportedApi.enabled` whether other extensions
 * may call at all; it is off by default, and read at each call. No secret and no access token is ever given out.
 */
export interface LensExports {
  /** The versions of the interface that this Lens gives. */
  readonly versions: readonly number[];
  /**
   * Names of a version stay; it may get further optional ones.
   * @throws {LensError} `unsupportedVersion`
   */
  getApi(version: 1): LensApi;
}

/**
 * All of it rejects with a {@link LensError}: `apiDisabled` where the user lets no extension call, `invalid…` and
 * `missing…` where the request is wrong. The other codes stand in the README of Lens.
 */
export interface LensApi {
  readonly version: 1;
  /**
   * Asks WeChat about one openid: one call of user/info, or a few more where its account is not known for sure.
   * The answer is kept among the user's recent lookups.
   */
  lookup(request: LookupRequest): Promise<LensAnswer>;
  /**
   * Asks WeChat about a list, 100 openids a call. At most as many as the user lets pass without a question
   * (`wechatOpenid.confirmAbove`, 1000 by default): of more it rejects with `confirmationNeeded`. The batches stand in
   * the user's sidebar, where they can be cancelled and resumed.
   */
  batch(request: BatchRequest): Promise<LensBatches>;
  /** Reads a saved answer of WeChat, in a log or other JSON too: no account, no network. At most 30 million characters. */
  decode(request: DecodeRequest): Promise<LensDecoded>;
  /** What an error of WeChat means and what to do: no account, no network. */
  explain(request: ExplainRequest): Promise<LensExplanation>;
}

export interface LookupRequest {
  /** Dirt around it is cleaned. */
  readonly openid: string;
  /** Which of the user's accounts is asked; without it the one whose openids begin alike, or `ambiguousAccount`. */
  readonly appId?: string;
}

/** `openids`, or a `text` in which they are found. */
export interface BatchRequest {
  readonly openids?: readonly string[];
  readonly text?: string;
  readonly appId?: string;
}

export interface DecodeRequest {
  readonly text: string;
}

export interface ExplainRequest {
  /** An errcode, or a text with one: an answer, a line of a log. */
  readonly code: number | string;
}

export interface LensError extends Error {
  /** Never renamed. The message begins with it and a colon, and goes on in the user's language. */
  readonly code: string;
}

/** `pending` was not asked for: the batch was cancelled or stopped. `notReturned` was asked for twice and never answered. */
export type LensOutcome = 'following' | 'notFollowing' | 'invalid' | 'notReturned' | 'failed' | 'pending';

/** What became of one openid. */
export interface LensAnswer {
  readonly openid: string;
  readonly appId: string;
  readonly outcome: LensOutcome;
  /** When WeChat gave it, in milliseconds since 1970. */
  readonly fetchedAt?: number;
  readonly profile?: LensProfile;
  /** Of `invalid` and `failed`. */
  readonly error?: LensExplanation;
}

/** A decoded answer. Every text in it comes from WeChat or from people, is of any length, and is never markup. */
export interface LensProfile {
  readonly openid: string;
  readonly state: 'following' | 'notFollowing' | 'unknown';
  readonly unionid?: string;
  /** Seconds since 1970. */
  readonly subscribeTime?: number;
  /** The label in the user's language. */
  readonly scene?: { readonly code: string; readonly label: string };
  readonly qrScene?: string;
  readonly qrSceneStr?: string;
  readonly remark?: string;
  readonly tagIds: readonly number[];
  readonly language?: { readonly code: string; readonly label: string };
  /** As WeChat sent it. */
  readonly raw: Readonly<Record<string, unknown>>;
}

/** One batch; several where the list held openids of several accounts. */
export interface LensBatches {
  readonly batches: readonly LensBatch[];
}

export interface LensBatch {
  /** For `wechatOpenid.openBatch` and `wechatOpenid.resumeBatch`, as `batchId`. */
  readonly id: string;
  readonly appId: string;
  readonly state: 'done' | 'cancelled' | 'stopped' | 'interrupted' | 'running';
  /** Why it stopped. */
  readonly stoppedBy?: LensExplanation;
  /** They add up to the number of distinct openids. */
  readonly counts: Readonly<Record<LensOutcome, number>>;
  /** One for each distinct openid, in the order of the list; decoded as they are read. */
  answers(): Iterable<LensAnswer>;
}

export interface LensDecoded {
  readonly profiles: readonly LensProfile[];
  readonly errors: readonly LensExplanation[];
  /** Rows of changeopenid that failed, in a call that succeeded. */
  readonly failures: readonly { readonly openid: string; readonly message?: string }[];
}

export interface LensExplanation {
  /** WeChat's errcode, or a word for why no usable answer came. */
  readonly code: number | string;
  /** `retry` · `token` · `config` · `network` · `data` · `quota` · `bug` */
  readonly kind: string;
  /** In the user's language, as the next step is. */
  readonly cause: string;
  readonly nextStep: string;
  /** The user's address as WeChat saw it, where the error names it. */
  readonly ip?: string;
  readonly rid?: string;
}
