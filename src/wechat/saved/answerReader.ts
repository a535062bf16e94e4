import { type RawProfile } from '../api/answers';
import { type WeChatFault } from '../errors/fault';
import { type BackslashReading } from '../json/repairJson';
import { safeText } from '../errors/safeText';
import { type Pace, type Work } from '../json/work';
import { undisguised } from './disguises';
import { ObjectWalk, type Range } from './objectWalk';
import { type OtherText } from './otherText';
import { isWhole, type Readable, readableIn } from './readable';
import { isProfile, whatItIs } from './whatItIs';

/** A text inside a text: a string that holds JSON, or what one level of disguise hid. */
interface Layer {
  readonly text: string;
  readonly depth: number;
  /** The API path that the text around names, as far as that was looked for. */
  readonly endpoint?: string | undefined;
}

/** JSON in JSON in a log in a ticket; nobody wraps an answer more often. Keeps hostile texts from costing time. */
const deepest = 6;
const maxErrmsg = 500;
/** What it costs to look at one value, told in UTF-16 units. */
const perValue = 16;
const apiPath = /\/cgi-bin\/[\w/]{1,60}/g;

/** Reads one text, layer by layer, and keeps what it finds. */
export class AnswerReader {
  readonly profiles = new Map<string, RawProfile>();
  duplicates = 0;
  /** Some JSON was read, whatever it holds. */
  readAny = false;
  /** The other reading of backslashes would read some of it otherwise. */
  isAmbiguous = false;
  private readonly faults = new Map<string, WeChatFault>();
  private readonly recognized = new Set<OtherText>();
  /** What is read next, when all that stands beside it was read. */
  private inner: Layer[] = [];

  constructor(
    private readonly reading: BackslashReading,
    private readonly pace: Pace,
  ) {}

  get isEmpty(): boolean {
    return this.profiles.size === 0 && this.faults.size === 0;
  }

  get isBroken(): boolean {
    return this.recognized.has('cut') || this.recognized.has('damaged');
  }

  get errors(): readonly WeChatFault[] {
    return [...this.faults.values()];
  }

  /** What WeChat names goes before what is wrong with the text, as it says more. */
  get others(): readonly OtherText[] {
    const broken = (['damaged', 'cut'] as const).filter(what => this.recognized.has(what));
    return [...[...this.recognized].filter(what => what !== 'cut' && what !== 'damaged'), ...broken];
  }

  *read(text: string): Work<this> {
    let layers: readonly Layer[] = [{ text, depth: 0 }];
    while (layers.length > 0) {
      this.inner = [];
      for (const layer of layers) yield* this.readLayer(layer);
      layers = this.inner;
    }
    return this;
  }

  private *readLayer(layer: Layer): Work<void> {
    const { text, depth } = layer;
    const walk = new ObjectWalk(text, this.reading);
    const gaps: string[] = [];
    let from = 0;
    for (const range of yield* this.outermost(walk)) {
      for (const { value, start, end } of yield* this.readable(text, range)) {
        gaps.push(text.slice(from, start));
        from = end;
        this.readAny = true;
        yield* this.readValue(value, layer, { start, end });
      }
    }
    gaps.push(text.slice(from));
    this.isAmbiguous ||= walk.isAmbiguous;
    const hidden = depth < deepest ? yield* undisguised(gaps.join('\n'), this.pace) : undefined;
    if (hidden !== undefined) this.goInto({ ...layer, text: hidden });
    else if (walk.isCut) this.recognized.add('cut');
  }

  private *outermost(walk: ObjectWalk): Work<readonly Range[]> {
    const whole: Range[] = [];
    for (const range of walk.objects(this.pace)) {
      if (!range) {
        yield;
        continue;
      }
      while ((whole.at(-1)?.start ?? -1) > range.start) whole.pop();
      whole.push(range);
    }
    return whole;
  }

  private *readable(text: string, { start, end }: Range): Work<readonly Readable[]> {
    const object = text.slice(start, end);
    const readable = yield* readableIn(object, this.reading, this.pace);
    if (!isWhole(readable, object) && /"(?:openid|errcode|user_info_list)"\s*:/.test(object))
      this.recognized.add('damaged');
    return readable.map(each => ({ value: each.value, start: start + each.start, end: start + each.end }));
  }

  private goInto(layer: Layer): void {
    if (layer.depth < deepest) this.inner.push({ ...layer, depth: layer.depth + 1 });
  }

  /** Every object in a JSON value, outer before inner, and the strings that may hold more JSON. */
  private *readValue(root: unknown, layer: Layer, range: Range): Work<void> {
    const waiting: unknown[] = [root];
    const endpoint = () => endpointNear(layer.text, range) ?? layer.endpoint;
    while (waiting.length > 0) {
      const value = waiting.pop();
      if (this.pace.isRestDue(typeof value === 'string' ? perValue + value.length : perValue)) yield;
      if (typeof value === 'string') {
        if (/\{|%7b/i.test(value)) this.goInto({ ...layer, text: value, endpoint: endpoint() });
      } else if (typeof value === 'object' && value !== null && !this.take(value, endpoint)) {
        const inner: readonly unknown[] = Object.values(value);
        for (let index = inner.length - 1; index >= 0; index--) waiting.push(inner[index]);
      }
    }
  }

  /** Keeps an answer. Whether nothing else has to be looked for inside. */
  private take(object: object, endpointOf: () => string | undefined): boolean {
    const found = Array.isArray(object) ? undefined : whatItIs(object);
    switch (found?.kind) {
      case 'profile':
        this.keep(found.profile);
        return true;
      case 'profiles':
        for (const row of found.rows) {
          if (isProfile(row)) this.keep(row);
          else this.recognized.add('rowWithoutOpenid');
        }
        return true;
      case 'error': {
        const { errcode } = found;
        const errmsg = safeText(found.errmsg, maxErrmsg);
        const key = `${errcode} ${errmsg}`;
        if (this.faults.has(key)) return false;
        const endpoint = endpointOf();
        this.faults.set(key, { errcode, errmsg, ...(endpoint && { endpoint }) });
        return false;
      }
      case 'other':
        this.recognized.add(found.what);
        return false;
      default:
        return false;
    }
  }

  private keep(profile: RawProfile): void {
    if (this.profiles.has(profile.openid)) this.duplicates++;
    this.profiles.set(profile.openid, profile);
  }
}

/** The only API path in the line of an answer: 40001 means one thing from a token endpoint and another elsewhere. */
function endpointNear(text: string, { start, end }: Range): string | undefined {
  const lineStart =
    Math.max(0, start - 2000) + text.slice(Math.max(0, start - 2000), start).lastIndexOf('\n') + 1;
  const paths = new Set(text.slice(lineStart, Math.min(end, start + 4000)).match(apiPath));
  return paths.size === 1 ? [...paths][0] : undefined;
}
