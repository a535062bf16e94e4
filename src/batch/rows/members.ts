import { type Line } from '../line';

/** Differs from window to window, so that no texts can be made that all fall into one place. */
const factor = (Math.random() * 0x7fff_ffff) | 1;

const [quote, backslash, comma, colon] = [0x22, 0x5c, 0x2c, 0x3a];
const [zero, nine, closed] = [0x30, 0x39, 0x7d];
const openers = [0x5b, 0x7b];
const closers = [0x5d, 0x7d];

const [ordinary, quoting, opening, closing, dividing] = [0, 1, 2, 3, 4];
/** What a byte outside of quotes means. */
const meanings = Uint8Array.from({ length: 256 }, (_, code) => {
  if (code === quote) return quoting;
  if (openers.includes(code)) return opening;
  if (closers.includes(code)) return closing;
  return code === comma ? dividing : ordinary;
});

/** Letters, digits, _ and -: what stands for itself in JSON, and in one byte. */
const plain = Uint8Array.from({ length: 256 }, (_, code) => Number(/[\w-]/.test(String.fromCharCode(code))));

/** Goes through the members of an object as it stands in a line, and tells where each ends, and its hash. */
export class Members {
  /** Where it has come to. */
  at = 0;
  /** Of the bytes since the key began. */
  hash = 0;
  #bytes: Buffer = Buffer.alloc(0);
  #to = 0;

  /** @param behind how many bytes of the line it begins */
  begin({ bytes, from, to }: Line, behind: number): void {
    this.#bytes = bytes;
    this.at = from + behind;
    this.#to = to;
  }

  /** Whether a member follows; it goes to its key then. */
  next(): boolean {
    if (this.at >= this.#to || this.#bytes[this.at] !== comma) return false;
    this.at++;
    return true;
  }

  /** Whether a member ends here. */
  isAtEnd(): boolean {
    return this.#bytes[this.at] === comma || this.#bytes[this.at] === closed;
  }

  /** Whether the object ends here, and with it the line. */
  isOver(): boolean {
    return this.at === this.#to - 1 && this.#bytes[this.at] === closed;
  }

  /** Goes behind the colon of a key, if there is one. */
  key(): boolean {
    this.hash = 0;
    if (this.#bytes[this.at] !== quote || !this.#quoted() || this.#bytes[this.at] !== colon) return false;
    this.hash = Math.imul(this.hash ^ colon, factor);
    this.at++;
    return true;
  }

  /** Goes behind the value, whatever it is; false where it does not end. */
  value(): boolean {
    const bytes = this.#bytes;
    const to = this.#to;
    let depth = 0;
    while (this.at < to) {
      const byte = bytes[this.at] ?? 0;
      const meaning = meanings[byte];
      if (meaning === quoting) {
        if (!this.#quoted()) return false;
        continue;
      }
      if (meaning === opening) depth++;
      else if (depth === 0 && meaning !== ordinary) return true;
      else if (meaning === closing) depth--;
      this.hash = Math.imul(this.hash ^ byte, factor);
      this.at++;
    }
    return false;
  }

  /**
   * Goes behind a text without anything that is written otherwise than it reads, of so many bytes at the most. Otherwise
   * it stays where it is, and gives 0. @returns where the text ends, without its quotes
   */
  plainText(most: number): number {
    const bytes = this.#bytes;
    const from = this.at + 1;
    if (bytes[this.at] !== quote) return 0;
    let to = from;
    while (plain[bytes[to] ?? 0] === 1) to++;
    if (bytes[to] !== quote || to - from > most || to >= this.#to) return 0;
    this.at = to + 1;
    return to;
  }

  /**
   * Goes behind a whole number as it is written again: without zeros in front, and not above a limit. Otherwise it
   * stays where it is, and gives -1.
   */
  plainNumber(most: number): number {
    const bytes = this.#bytes;
    const from = this.at;
    let to = from;
    let value = 0;
    for (let byte = bytes[to] ?? 0; byte >= zero && byte <= nine; byte = bytes[++to] ?? 0)
      value = value * 10 + byte - zero;
    const isPlain = to > from && value <= most && (bytes[from] !== zero || to === from + 1);
    if (!isPlain || (bytes[to] !== comma && bytes[to] !== closed)) return -1;
    this.at = to;
    return value;
  }

  /** Goes behind the text that begins here. */
  #quoted(): boolean {
    const bytes = this.#bytes;
    const to = this.#to;
    let hash = Math.imul(this.hash ^ quote, factor);
    let isEscaped = false;
    for (let at = this.at + 1; at < to; at++) {
      const byte = bytes[at] ?? 0;
      hash = Math.imul(hash ^ byte, factor);
      if (byte === quote && !isEscaped) {
        this.at = at + 1;
        this.hash = hash;
        return true;
      }
      isEscaped = byte === backslash && !isEscaped;
    }
    return false;
  }
}
