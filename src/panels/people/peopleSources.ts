import { type People } from '../../people';

/** Values of business keys, which are read from their files when a table shows them. */
export interface BusinessKeys {
  readonly names: readonly string[];
  /** By the position of a person among the unionids. */
  read(signal: AbortSignal): Promise<(person: number, name: string) => readonly string[]>;
}

/** People as they were known at one moment. */
export interface KnownPeople {
  readonly people: People;
  /** Unix milliseconds. */
  readonly at: number;
  readonly nameOf: (appId: string) => string;
  /** Whether WeChat can be asked for its people. */
  readonly usesApi: (appId: string) => boolean;
  readonly keys: BusinessKeys;
}

/** What an export is to hold. */
export interface MappingRequest {
  /** The beginning of the unionids of one group of accounts. */
  readonly platform: string;
  /** Where it is not for everybody of the group: the unionids that are wanted, in the order in which they are shown. */
  readonly persons?: { readonly count: number; readonly unionids: () => Iterable<string> };
  /** The accounts that the page shows. */
  readonly appIds: readonly string[];
}

export interface ProfileFacts {
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** Whether its profile can be shown. */
  readonly hasProfile: boolean;
}

/** What a page of people can ask for. */
export interface PeopleActs {
  /** Reads what came since; undefined where it was cancelled, or failed and was told. */
  again(): Promise<KnownPeople | undefined>;
  /** Scene, tags and remark, which are in no index. */
  factsOf(appId: string, openid: string): Promise<ProfileFacts>;
  open(appId: string, openid: string): Promise<unknown>;
  exportMapping(request: MappingRequest): Promise<unknown>;
  compare(): Promise<unknown>;
  importPairs(): Promise<unknown>;
  /** Asks WeChat again for openids of an account. */
  askAgain(appId: string, openids: readonly string[]): Promise<unknown>;
}

/** A part of the page to begin with. */
export type PeoplePlace =
  /** Those who are in several accounts. */
  { readonly kind: 'several' } | { readonly kind: 'findings' };

/** A page of people: of all that is known, or of some accounts that are compared. */
export interface PeoplePage {
  readonly known: KnownPeople;
  /** AppIDs, in their order. */
  readonly compared?: readonly string[];
  readonly place?: PeoplePlace;
  readonly acts: PeopleActs;
}
