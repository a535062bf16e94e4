import { fraction, hash } from './hash';
import { FIRST_STRANGER, IdCode } from './idCode';
import { SCENE_COUNT, sceneOf } from './scenes';
import { HOSTILE, type Texts } from './texts';

export interface Person {
  readonly index: number;
  readonly openid: string;
  /** The same for the same human in every account of the Open Platform account. */
  readonly unionid: string;
  readonly following: boolean;
  /** Unix seconds of the last follow. */
  readonly followedAt: number;
  readonly scene: string;
  readonly qrScene: number;
  readonly qrSceneStr: string;
  readonly remark: string;
  readonly tagIds: readonly number[];
}

const UNFOLLOWED = 0.05;
const CAMPAIGN = 0.15;
const FIRST_FOLLOW = Date.UTC(2013, 0, 1) / 1000;
const LAST_FOLLOW = Date.UTC(2025, 10, 30) / 1000;
const CAMPAIGN_DAYS = [Date.UTC(2018, 5, 18), Date.UTC(2021, 10, 11), Date.UTC(2024, 3, 20)].map(
  ms => ms / 1000,
);
const OWN_HUMANS = 2 ** 24;
const FIRST_UNKNOWN = FIRST_STRANGER + 2 ** 28;

// One salt a question, so that the answers do not hang together.
const SALT = { state: 11, scene: 12, time: 13, campaign: 14, qr: 15, tags: 16, withTags: 17 };

/**
 * The people of one account, each derived from the index alone: a hundred thousand cost nothing until they are asked
 * for, and the first hundred are the same people whatever the size.
 */
export class Population {
  readonly size: number;
  readonly openids: IdCode;
  readonly #seed: number;
  readonly #number: number;
  #unionids: IdCode;
  readonly #owner: number;

  /** `number` is the account's place under its Open Platform account; those of the same `seed` share people. */
  constructor(
    seed: number,
    number: number,
    size: number,
    readonly texts: Texts = HOSTILE,
  ) {
    if (size >= OWN_HUMANS)
      throw new RangeError(`A simulated account holds fewer than ${OWN_HUMANS} people.`);
    this.size = size;
    this.#number = number;
    this.#seed = hash(seed, number, 21);
    this.openids = new IdCode(hash(seed, number, 22));
    this.#owner = seed;
    this.#unionids = new IdCode(hash(seed, 0, 23));
  }

  /** Binds the account to another Open Platform account of its owner; 0 is the first one. Openids stay. */
  bindTo(platform: number): void {
    this.#unionids = new IdCode(hash(this.#owner, platform, 23));
  }

  /** The index of a person of this account; undefined for strangers and for what is no openid of this account. */
  indexOf(openid: string): number | undefined {
    const index = this.openids.decode(openid);
    return index !== undefined && index < this.size ? index : undefined;
  }

  /** A well-formed openid of this account that never followed it. */
  stranger(index: number): string {
    return this.openids.encode(FIRST_STRANGER + index);
  }

  /** An openid with this account's prefix that WeChat never gave to anybody. */
  unknown(index: number): string {
    return this.openids.encode(FIRST_UNKNOWN + index);
  }

  /** Whether an openid is this account's, whether or not its person ever followed. */
  knows(openid: string): boolean {
    return this.openids.owns(openid) && (this.openids.decode(openid) ?? 0) < FIRST_UNKNOWN;
  }

  isFollowing(index: number): boolean {
    return index < SCENE_COUNT || this.#chance(index, SALT.state) >= UNFOLLOWED;
  }

  sceneOf(index: number): string {
    return sceneOf(index, this.#chance(index, SALT.scene));
  }

  tagIdsOf(index: number): readonly number[] {
    if (this.#chance(index, SALT.withTags) < 0.5) return [];
    const bits = hash(this.#seed, index, SALT.tags);
    return this.texts.tags.filter((_, place) => ((bits >>> (2 * place)) & 3) === 0).map(tag => tag.id);
  }

  person(index: number): Person {
    const scene = this.sceneOf(index);
    return {
      index,
      openid: this.openids.encode(index),
      unionid: this.#unionids.encode(this.#human(index)),
      following: this.isFollowing(index),
      followedAt: this.#followedAt(index),
      scene,
      ...this.#qrCode(index, scene),
      remark: index % 3 === 1 ? textAt(this.texts.remarks, Math.floor(index / 3)) : '',
      tagIds: this.tagIdsOf(index),
    };
  }

  /** Every second person of a further account is also a person of the first, and of all others. */
  #human(index: number): number {
    return index % 2 === 0 ? index : this.#number * OWN_HUMANS + index;
  }

  #followedAt(index: number): number {
    const chance = this.#chance(index, SALT.time);
    const campaign = this.#chance(index, SALT.campaign) / CAMPAIGN;
    const day = campaign < 1 ? CAMPAIGN_DAYS[Math.floor(campaign * CAMPAIGN_DAYS.length)] : undefined;
    if (day !== undefined) return day + Math.floor(chance * 86_400);
    return FIRST_FOLLOW + Math.floor(Math.sqrt(chance) * (LAST_FOLLOW - FIRST_FOLLOW));
  }

  /** Codes with a number, codes with a text, and the OTHERS that still carry the number of a code. */
  #qrCode(index: number, scene: string): Pick<Person, 'qrScene' | 'qrSceneStr'> {
    const draw = hash(this.#seed, index, SALT.qr);
    const number = { qrScene: 1 + (draw % 100_000), qrSceneStr: '' };
    if (scene === 'ADD_SCENE_OTHERS') return draw % 3 === 0 ? number : NO_CODE;
    if (scene !== 'ADD_SCENE_QR_CODE') return NO_CODE;
    if (draw % 2 === 0) return number;
    return { qrScene: 0, qrSceneStr: textAt(this.texts.sceneStrings, draw >>> 1) };
  }

  #chance(index: number, salt: number): number {
    return fraction(this.#seed, index, salt);
  }
}

function textAt(texts: readonly string[], place: number): string {
  return texts[place % texts.length] ?? '';
}

const NO_CODE = { qrScene: 0, qrSceneStr: '' };
