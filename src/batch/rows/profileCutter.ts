import { parseJson } from '../json';
import { beginsWith, type Line, textOf } from '../line';
import { Members } from './members';
import { SharedTexts } from './sharedTexts';
import { Ways } from './ways';

/** What differs from person to person, and the way of the texts that are left. */
export class CutProfile {
  /** Where texts stand among the bytes of their line; there is none that ends at 0. */
  openidFrom = 0;
  openidTo = 0;
  unionidFrom = 0;
  unionidTo = 0;
  /** -1 where there is none. */
  time = -1;
  qrScene = -1;

  constructor(
    readonly isFollowing: boolean,
    public way: number,
  ) {}
}

/** Of a text among the values. */
export const longestText = 31;
const largestNumber = 0xffff_ffff;

const following = Buffer.from('{"subscribe":1');
const notFollowing = Buffer.from('{"subscribe":0');

/**
 * Cuts profiles as WeChat wrote them into values that differ from person to person, and members that many share. A
 * member is parsed once, when it is seen first: an object whose members are sound, each by itself, is sound.
 */
export class ProfileCutter {
  readonly #members = new Members();
  readonly #texts: SharedTexts;
  readonly #ways: Ways;
  readonly #following: number;
  readonly #notFollowing: number;
  /** Texts: keys whose values are kept apart. */
  readonly #openid: number;
  readonly #unionid: number;
  readonly #time: number;
  readonly #qrScene: number;

  /** @param most how many ways there may be, and texts; a line that would need more is not cut */
  constructor(most: number) {
    this.#texts = new SharedTexts(most);
    this.#ways = new Ways(most);
    this.#following = this.#start(following);
    this.#notFollowing = this.#start(notFollowing);
    this.#openid = this.#key('"openid":');
    this.#unionid = this.#key('"unionid":');
    this.#time = this.#key('"subscribe_time":');
    this.#qrScene = this.#key('"qr_scene":');
  }

  /** Undefined for a line that had better be parsed: it is odd, or no profile at all. */
  cut(line: Line): CutProfile | undefined {
    const isFollowing = beginsWith(line, following);
    if (!isFollowing && !beginsWith(line, notFollowing)) return undefined;
    const cut = new CutProfile(isFollowing, isFollowing ? this.#following : this.#notFollowing);
    const members = this.#members;
    members.begin(line, following.length);
    while (members.next()) {
      cut.way = this.#asBefore(line.bytes, cut) || this.#anew(line.bytes, cut);
      if (cut.way === 0) return undefined;
    }
    return cut.openidTo > 0 && members.isOver() ? cut : undefined;
  }

  /** The object of which it was cut, letter by letter. The values are as they are written. */
  textOf(way: number, openid: string, unionid: string, time: string, qrScene: string): string {
    const values = new Map([
      [this.#openid, openid],
      [this.#unionid, unionid],
      [this.#time, time],
      [this.#qrScene, qrScene],
    ]);
    const texts = this.#ways.textsOf(way);
    const latin1 = texts.map(text => this.#texts.latin1(text) + (values.get(text) ?? '')).join(',');
    return Buffer.from(`${latin1}}`, 'latin1').toString('utf8');
  }

  #start(beginning: Buffer): number {
    return this.#ways.on(0, this.#texts.add(0, beginning, 0, beginning.length));
  }

  #key(key: string): number {
    const bytes = Buffer.from(key);
    this.#members.begin({ bytes, from: 0, to: bytes.length }, 0);
    this.#members.key();
    return this.#texts.add(this.#members.hash, bytes, 0, bytes.length);
  }

  /** Goes on as the last one did that had come this way: most do. 0 where this one does not. */
  #asBefore(bytes: Buffer, cut: CutProfile): number {
    const members = this.#members;
    const way = this.#ways.lastOn(cut.way);
    const text = this.#ways.textAt(way);
    const from = members.at;
    members.at = text && this.#texts.endAt(text, bytes, from);
    if (members.at > 0 && (this.#isKey(text) ? this.#takeValue(text, cut) : members.isAtEnd())) return way;
    members.at = from;
    return 0;
  }

  /** Looks where the member ends. 0 where it is odd, or one too many. */
  #anew(bytes: Buffer, cut: CutProfile): number {
    const members = this.#members;
    const from = members.at;
    if (!members.key()) return 0;
    const key = this.#texts.find(members.hash, bytes, from, members.at);
    if (key !== 0 && this.#takeValue(key, cut)) return this.#ways.on(cut.way, key);
    if (!members.value()) return 0;
    const text = this.#textOf(members.hash, bytes, from, members.at);
    return text && this.#ways.on(cut.way, text);
  }

  #isKey(text: number): boolean {
    return text >= this.#openid && text <= this.#qrScene;
  }

  /** Takes the first value behind a key; stays before a second one, and before one that is not as they usually are. */
  #takeValue(key: number, cut: CutProfile): boolean {
    const members = this.#members;
    const from = members.at + 1;
    switch (key) {
      case this.#openid:
        if (cut.openidTo > 0) return false;
        cut.openidFrom = from;
        cut.openidTo = members.plainText(longestText);
        return cut.openidTo > 0;
      case this.#unionid:
        if (cut.unionidTo > 0) return false;
        cut.unionidFrom = from;
        cut.unionidTo = members.plainText(longestText);
        return cut.unionidTo > 0;
      case this.#time:
        if (cut.time >= 0) return false;
        cut.time = members.plainNumber(largestNumber);
        return cut.time >= 0;
      case this.#qrScene:
        if (cut.qrScene >= 0) return false;
        cut.qrScene = members.plainNumber(largestNumber);
        return cut.qrScene >= 0;
      default:
        return false;
    }
  }

  /** The text of a member; 0 where it cannot be kept. */
  #textOf(hash: number, bytes: Buffer, from: number, to: number): number {
    const known = this.#texts.find(hash, bytes, from, to);
    if (known !== 0) return known;
    return isSound({ bytes, from, to }) ? this.#texts.add(hash, bytes, from, to) : 0;
  }
}

/** Whose row it is, and whether they follow, is for nobody but the values to say. */
function isSound(member: Line): boolean {
  const parsed = parseJson(`{${textOf(member)}}`);
  const [key, ...more] = Object.keys(parsed ?? {});
  return key !== undefined && more.length === 0 && key !== 'openid' && key !== 'subscribe';
}
