import { type RawProfile } from '../api/answers';
import { type WeChatFault } from '../errors/fault';
import { safeText } from '../errors/safeText';
import { exactJson } from '../json/parseAnswer';
import { type BackslashReading } from '../json/repairJson';
import { type Pace, type Work } from '../json/work';
import { type OtherText, wrongTexts } from './answers/looks';
import { type FailedRow } from './answers/userAnswers';
import { profileIn, whatItIs } from './answers/whatItIs';
import { byteEscapes, textOfBytes } from './bytes';
import { undisguised, withoutColours } from './disguises';
import { LogLines } from './json/logLines';
import { ObjectWalk, type Range } from './json/objectWalk';
import { isWhole, type Readable, readableIn } from './json/readable';
import { type PrintedObject, unread } from './printed/frame';
import { looseFields } from './printed/looseFields';
import { readAlready } from './printed/notation';
import { PrintedObjects } from './printed/printedObjects';
import { serializedArrays } from './printed/serialized';
import { apiOf } from './words/apiPath';
import { namedErrors } from './words/namedErrors';
import { unwrapped } from './wrappedLines';

/** A text inside a text: a string that holds an object, or what one level of disguise hid. */
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

/** What stands in an object may be an answer, too, unless that is all of it. */
type Taken = 'nothing' | 'some' | 'all';

/**
 * Reads one text, layer by layer, and keeps what it finds. Of each layer the JSON is read first, then what programs
 * print otherwise, then what is left without one disguise more; what nobody could read is judged in the last.
 */
export class AnswerReader {
  readonly profiles = new Map<string, RawProfile>();
  readonly openids = new Set<string>();
  readonly failures: FailedRow[] = [];
  duplicates = 0;
  /** The text is JSON and nothing else, whatever it holds. */
  isJson = false;
  /** The other reading of backslashes would read some of it otherwise. */
  isAmbiguous = false;
  private readonly faults = new Map<string, WeChatFault>();
  private readonly recognized = new Set<OtherText>();
  /** What is read next, when all that stands beside it was read. */
  private inner: Layer[] = [];
  /** Texts without objects, in which a code may be named. */
  private readonly words: Layer[] = [];

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
    return [
      ...[...this.recognized].filter(what => !wrongTexts.includes(what)),
      ...wrongTexts.filter(what => this.recognized.has(what)),
    ];
  }

  *read(text: string): Work<this> {
    let layers: readonly Layer[] = [{ text, depth: 0 }];
    while (layers.length > 0) {
      this.inner = [];
      for (const layer of layers) yield* this.readLayer(layer);
      layers = this.inner;
    }
    const inObjects = this.faults.size;
    for (const layer of this.words) yield* this.readWords(layer);
    if (inObjects > 0 && this.faults.size > inObjects) yield* this.putInOrder(text);
    return this;
  }

  private *readLayer(outer: Layer): Work<void> {
    const plain = yield* withoutColours(outer.text, this.pace);
    const layer = { ...outer, text: yield* unwrapped(plain, this.pace) };
    const rest = yield* this.readPrints({ ...layer, text: yield* this.readJson(layer) });
    this.words.push({ ...layer, text: rest.text });
    const hidden = layer.depth < deepest ? yield* undisguised(rest.text, this.pace) : undefined;
    if (hidden !== undefined) this.goInto({ ...layer, text: hidden });
    else if (rest.wrong.length === 0) yield* this.readLoose({ ...layer, text: rest.text });
    else for (const what of rest.wrong) this.recognized.add(what);
  }

  /** Reads the JSON in a text. What is left, with a sign for each part that was read. */
  private *readJson(layer: Layer): Work<string> {
    const { text, depth } = layer;
    const walk = new ObjectWalk(text, this.reading);
    const lines = new LogLines();
    const gaps: string[] = [];
    let from = 0;
    for (const range of yield* this.outermost(walk)) {
      for (const { value, start, end } of yield* this.readable(text, range)) {
        gaps.push(text.slice(from, start));
        from = end;
        if (!lines.take(value)) yield* this.readValue(value, layer, { start, end });
      }
    }
    if (lines.text) this.goInto({ ...layer, text: lines.text });
    gaps.push(text.slice(from));
    this.isAmbiguous ||= walk.isAmbiguous;
    if (depth === 0) this.isJson = gaps.length > 1 && gaps.every(gap => /^[\s,;\uFEFF]*$/.test(gap));
    return gaps.join(readAlready);
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

  /** JSON that has a comment or a call in it is read as a print, where that leaves nothing of it out. */
  private *readable(text: string, { start, end }: Range): Work<readonly Readable[]> {
    const object = text.slice(start, end);
    const isQuoted = text[start - 1] === "'" && text[end] === "'";
    const inString = isQuoted ? valueInString(object) : undefined;
    if (inString) return [{ value: inString, start, end }];
    const readable = yield* readableIn(object, this.reading, this.pace);
    const [first] = readable;
    const isRead = first !== undefined && isWhole(readable, object);
    const whole = isRead ? first.value : (yield* new PrintedObjects(object).read(this.pace)).whole;
    if (whole) return [{ value: whole, start, end }];
    return readable.map(each => ({ value: each.value, start: start + each.start, end: start + each.end }));
  }

  /** Reads what stands in a text in other notations than JSON. What is left, and what is wrong with it. */
  private *readPrints(layer: Layer): Work<{ readonly text: string; readonly wrong: readonly OtherText[] }> {
    const serialized = yield* serializedArrays(layer.text, this.pace);
    const text = yield* this.readFound(serialized, layer);
    const prints = yield* new PrintedObjects(text).read(this.pace);
    const { found, isDamaged, isGarbled, isCut } = prints;
    const wrong = [isDamaged && 'damaged', isGarbled && 'garbled', isCut && 'cut'] as const;
    return {
      text: yield* this.readFound(found, { ...layer, text }),
      wrong: wrong.filter(what => what !== false),
    };
  }

  /** The text without the answers among those objects. */
  private *readFound(objects: readonly PrintedObject[], layer: Layer): Work<string> {
    const gaps: string[] = [];
    let from = 0;
    for (const { value, start, end } of objects) {
      // Strings stay in what is left, where their own notation is found out.
      if (!(yield* this.readValue(value, layer, { start, end }, false))) continue;
      gaps.push(layer.text.slice(from, start));
      from = end;
    }
    return [...gaps, layer.text.slice(from)].join(readAlready);
  }

  /** Reads profiles whose fields stand in no bracket. */
  private *readLoose(layer: Layer): Work<void> {
    for (const { value, start, end } of yield* looseFields(layer.text, this.pace))
      if (whatItIs(value, () => undefined)?.kind === 'profile')
        yield* this.readValue(value, layer, { start, end });
  }

  private goInto(layer: Layer): void {
    if (layer.depth < deepest) this.inner.push({ ...layer, depth: layer.depth + 1 });
  }

  /** Every object in a value, outer before inner, and the strings that may hold more. Whether any is an answer. */
  private *readValue(root: unknown, layer: Layer, range: Range, withStrings = true): Work<boolean> {
    const waiting: unknown[] = [root];
    let isAnswer = false;
    const endpoint = () => apiOf(layer.text, range.start, range.end) ?? layer.endpoint;
    while (waiting.length > 0) {
      const value = waiting.pop();
      if (this.pace.isRestDue(typeof value === 'string' ? perValue + value.length : perValue)) yield;
      if (typeof value === 'string') {
        if (!withStrings) continue;
        if (/[{(]|%7b/i.test(value)) this.goInto({ ...layer, text: value, endpoint: endpoint() });
        else if (/err|[错錯]/i.test(value)) this.words.push({ ...layer, text: value, endpoint: endpoint() });
      } else if (typeof value === 'object' && value !== null && value !== unread) {
        const taken = this.take(value, endpoint);
        isAnswer ||= taken !== 'nothing';
        if (taken === 'all') continue;
        const inner: readonly unknown[] = Object.values(value);
        for (let index = inner.length - 1; index >= 0; index--) waiting.push(inner[index]);
      }
    }
    return isAnswer;
  }

  private take(object: object, endpointOf: () => string | undefined): Taken {
    const found = Array.isArray(object) ? undefined : whatItIs(object, endpointOf);
    switch (found?.kind) {
      case 'profile':
        this.keep(found.profile);
        return 'all';
      case 'profiles':
        for (const row of found.rows) this.takeRow(row);
        return 'all';
      case 'error': {
        const { errcode } = found;
        this.fault({ errcode, errmsg: safeText(found.errmsg, maxErrmsg) }, endpointOf);
        return 'some';
      }
      case 'other':
        this.recognized.add(found.what);
        for (const openid of found.openids ?? []) this.openids.add(openid);
        for (const failure of found.failures ?? []) this.failures.push(failure);
        // Its rows are answers of their own where they stand alone.
        return found.what === 'migration' ? 'all' : 'some';
      case undefined:
        return 'nothing';
    }
  }

  private takeRow(row: unknown): void {
    if (row === unread) return;
    const profile = profileIn(row);
    if (profile) this.keep(profile);
    else this.recognized.add('rowWithoutOpenid');
  }

  private fault(fault: WeChatFault, endpointOf: () => string | undefined): void {
    const key = `${fault.errcode} ${fault.errmsg}`;
    if (this.faults.has(key)) return;
    const endpoint = endpointOf();
    this.faults.set(key, { ...fault, ...(endpoint !== undefined && { endpoint }) });
  }

  /** Codes that are named in words, but for those that an object told about already. */
  private *readWords({ text, endpoint }: Layer): Work<void> {
    const known = new Map(this.errors.map(fault => [fault.errcode, fault]));
    for (const { fault } of yield* namedErrors(text, this.pace)) {
      const own = fault.endpoint ?? endpoint;
      const same = known.get(fault.errcode);
      if (same && (same.endpoint === own || same.endpoint === undefined || own === undefined)) continue;
      known.set(fault.errcode, fault);
      this.faults.set(`${fault.errcode} ${fault.errmsg} ${own}`, {
        ...fault,
        ...(own !== undefined && { endpoint: own }),
      });
    }
  }

  /** Errors of objects were found before those in words; people read from above. */
  private *putInOrder(text: string): Work<void> {
    const places = new Map<number, number>();
    for (const { fault, start } of yield* namedErrors(text, this.pace))
      if (!places.has(fault.errcode)) places.set(fault.errcode, start);
    const placeOf = ({ errcode }: WeChatFault) => places.get(errcode) ?? text.length;
    const inOrder = [...this.faults].sort(([, one], [, other]) => placeOf(one) - placeOf(other));
    this.faults.clear();
    for (const [key, fault] of inOrder) this.faults.set(key, fault);
  }

  private keep(profile: RawProfile): void {
    if (this.profiles.has(profile.openid)) this.duplicates++;
    this.profiles.set(profile.openid, profile);
  }
}

const inString = new RegExp(String.raw`${byteEscapes}|\\([\\'])`, 'gi');

/** JSON in a string of Python or JavaScript has its backslashes doubled; a shell leaves them as they are. */
function valueInString(json: string): object | undefined {
  if (!/\\\\u[\da-f]{4}|\\'|\\x[\da-f]{2}/i.test(json)) return undefined;
  const value = exactJson(json.replace(inString, (all, sign?: string) => sign ?? textOfBytes(all)));
  return typeof value === 'object' && value !== null ? value : undefined;
}
