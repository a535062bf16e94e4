import { characterClass, type CharacterClass, isWordCode } from '../characters/characters';
import { escapeAt } from '../characters/escapes';

export type Token = Exclude<CharacterClass, 'escape' | 'invisible'> | 'done';

/** A longer word comes in parts, so that no token keeps the event loop; none of them can be an openid. */
const longestWord = 1024;

const ampersand = 0x26;

/**
 * The one tokenizer for all forms of text: words, and single characters of punctuation, plain or escaped. It
 * knows nothing of strings: in the middle of a selection nobody can tell which quote opens and which closes.
 */
export class Tokens {
  start: number;
  end: number;
  /** The UTF-16 unit that the token begins with, or that its escape means. */
  code = 0;
  /** Whether the word holds invisible characters. */
  invisible = false;
  /** Whether the word is part of a longer one. */
  partial = false;

  constructor(
    private readonly text: string,
    at: number,
    private readonly limit: number,
  ) {
    this.start = at;
    this.end = at;
  }

  /** Moves on to the next token, whose place is then in `start` and `end`. */
  next(): Token {
    const continued = this.partial;
    this.partial = false;
    this.start = this.end;
    if (this.start >= this.limit) return 'done';
    this.code = this.text.charCodeAt(this.start);
    const kind = characterClass(this.code);
    switch (kind) {
      case 'word':
      case 'invisible':
        return this.word(continued);
      case 'escape':
        return this.escape();
      default:
        this.end++;
        return kind;
    }
  }

  private word(continued: boolean): Token {
    const { text, start } = this;
    const limit = Math.min(this.limit, start + longestWord);
    let at = start;
    while (at < limit && isWordCode(text.charCodeAt(at))) at++;
    let visible = at - start;
    for (; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (isWordCode(code)) visible++;
      else if (code < 128 || characterClass(code) !== 'invisible') break;
    }
    this.end = at;
    this.invisible = visible < at - start;
    this.partial = continued || at === start + longestWord;
    return visible > 0 ? 'word' : 'other';
  }

  /** An escaped letter belongs to no word: no encoder in use escapes what openids are made of. */
  private escape(): Token {
    const escape = escapeAt(this.text, this.start);
    if (escape === undefined || escape.end > this.limit) {
      this.end++;
    } else {
      this.end = escape.end;
      this.code = escape.code;
    }
    const kind = characterClass(this.code);
    if (kind === 'escape') return this.code === ampersand ? 'separator' : 'other';
    return kind === 'word' || kind === 'invisible' ? 'other' : kind;
  }
}
