import { type Batch, type BatchEntry, type Outcome } from '../batch';
import { type Overlay } from '../changes';

/** What can be let go of: a `vscode.Disposable`, or the like of one. */
export interface Subscription {
  dispose(): void;
}

export interface PanelLog {
  warn(message: string): void;
  error(message: string, error?: unknown): void;
}

/** A single look-up, as it is kept. */
export interface ShownLookup {
  readonly id: string;
  readonly appId: string;
  readonly accountName: string;
  readonly outcome: Outcome;
  /** Milliseconds since 1970; absent where nobody noted it. */
  readonly fetchedAt?: number | undefined;
  /** Where that is unknown: when its batch was started. */
  readonly notBefore?: number | undefined;
  /** Whether WeChat is to be asked again. */
  readonly toAskAgain?: boolean | undefined;
  /** What a batch is called that knows more than the lookup. */
  readonly batchName?: string | undefined;
}

export interface LookupSource {
  open(id: string): Promise<ShownLookup | undefined>;
  /** Asks WeChat again. Errors are shown to the user by the source; undefined when nothing came of it. */
  refresh(id: string, signal: AbortSignal): Promise<ShownLookup | undefined>;
  /** Undefined tells that lookups were removed. */
  onDidChange(listener: (lookup: ShownLookup | undefined) => void): Subscription;
}

/** What a panel shows of a batch. Changes are announced often; the panel draws when it suits. */
export type ShownBatch = Pick<
  Batch,
  | 'id'
  | 'appId'
  | 'accountName'
  | 'source'
  | 'startedAt'
  | 'state'
  | 'stoppedBy'
  | 'counts'
  | 'toAskAgain'
  | 'apiCalls'
  | 'duration'
  | 'verified'
  | 'shifted'
  | 'pausedUntil'
  | 'storageFailure'
  | 'isInMemory'
  | 'isLoading'
  | 'openids'
  | 'outcomeAt'
  | 'answeredAt'
  | 'changeOf'
  | 'isToAskAgain'
  | 'indexOf'
  | 'onDidRecord'
  | 'onDidChange'
>;

export interface BatchSource {
  /** What is known without reading its rows: at once, however many there are. */
  entry(id: string): Promise<BatchEntry | undefined>;
  open(id: string): Promise<ShownBatch | undefined>;
  /** Before all rows of a large one are there: they follow while it `isLoading`. */
  openSoon(id: string): Promise<ShownBatch | undefined>;
}

/** Names of an account's tags by id, where they can be had; numbers are shown otherwise. Cheap to ask again. */
export type TagNameSource = (appId: string) => Promise<ReadonlyMap<number, string> | undefined>;

/** What was changed at WeChat from here, laid over older answers wherever a person is shown. */
export interface ChangeSource {
  /** Undefined for answers that belong to no account, and where it cannot be read. */
  overlay(appId: string): Promise<Overlay | undefined>;
  /** Told of an account whose people are shown otherwise from now on: by a change, or by the name of a tag. */
  onDidChange(listener: (appId: string) => void): Subscription;
}

interface RelatedOpenid {
  readonly openid: string;
  readonly appId: string;
  readonly accountName: string;
}

/** Who else an openid may stand for, found without asking WeChat. */
export interface RelatedPeople {
  /** The same person in other registered accounts, found by unionid. */
  readonly samePerson: readonly RelatedOpenid[];
  /** Whether people were put together, so that batches and imports count. */
  readonly hasIndex?: boolean;
  /** Other registered accounts whose openids begin alike. */
  readonly likelyOwners: readonly RelatedOpenid[];
  /** It begins like unionids seen in profiles, and like no account's openids. */
  readonly looksLikeUnionid?: boolean;
}

/** A kept batch that holds an openid. */
export interface RelatedList {
  readonly batchId: string;
  readonly source: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
}

export interface RelationSource {
  people(openid: string, appId: string, unionid?: string): Promise<RelatedPeople>;
  /** The latest first. */
  lists(openid: string, appId: string): Promise<readonly RelatedList[]>;
}
