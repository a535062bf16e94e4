import { type GoverningName } from './governingName';

/** Follows SQL's `unionid = CASE … WHEN … THEN '…' END`: what stands behind each THEN has the name before CASE. */
export class Choices {
  private start = -1;
  private end = -1;

  constructor(private readonly text: string) {}

  /** Told of each word with the name before it; whether that name governs what comes next. */
  word(start: number, end: number, name: GoverningName): boolean {
    if (end - start === 3 && this.start >= 0) {
      if (this.isWord('end', start, end)) this.start = -1;
      return false;
    }
    if (end - start !== 4) return false;
    if (name.assigned && this.isWord('case', start, end)) {
      this.start = name.kind === undefined ? -1 : name.start;
      this.end = name.end;
    } else if (this.start >= 0 && this.isWord('then', start, end)) {
      name.resume(this.start, this.end);
      return true;
    }
    return false;
  }

  private isWord(word: string, start: number, end: number): boolean {
    return this.text.slice(start, end).toLowerCase() === word;
  }
}
