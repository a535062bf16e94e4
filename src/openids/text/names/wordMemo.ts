const places = 1024;
const prime = 0x01000193;

/**
 * Remembers what was thought of the words of a text, of which a few come again and again. Words are compared where
 * they stand: copying each of them for a look into a `Map` takes longer than reading the text.
 */
export class WordMemo<T> {
  private readonly starts = new Int32Array(places);
  private readonly ends = new Int32Array(places);
  private readonly thoughts: T[] = [];

  constructor(
    private readonly text: string,
    private readonly think: (word: string) => T,
  ) {}

  of(start: number, end: number): T {
    const { text, starts, ends, thoughts } = this;
    let hash = end - start;
    for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
    const place = (hash ^ (hash >>> 15)) & (places - 1);
    const knownStart = starts[place] ?? 0;
    if (ends[place] === knownStart + end - start && end > start && this.isSame(knownStart, start, end)) {
      return thoughts[place] as T;
    }
    const thought = this.think(text.slice(start, end));
    starts[place] = start;
    ends[place] = end;
    thoughts[place] = thought;
    return thought;
  }

  private isSame(known: number, start: number, end: number): boolean {
    const { text } = this;
    let other = known;
    for (let at = start; at < end; at++) {
      if (text.charCodeAt(at) !== text.charCodeAt(other++)) return false;
    }
    return true;
  }
}
