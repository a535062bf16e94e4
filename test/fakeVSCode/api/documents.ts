import type * as vscode from 'vscode';

/** The part of a position, a range and a selection that code here asks for. */
export class Position {
  constructor(
    readonly line: number,
    readonly character: number,
  ) {}

  isEqual({ line, character }: Pick<vscode.Position, 'line' | 'character'>): boolean {
    return this.line === line && this.character === character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(start: Position, end: Position);
  constructor(startLine: number, startCharacter: number, endLine: number, endCharacter: number);
  constructor(...given: readonly [Position, Position] | readonly [number, number, number, number]) {
    const [from, to] = positionsOf(given);
    const isForward = from.line < to.line || (from.line === to.line && from.character <= to.character);
    [this.start, this.end] = isForward ? [from, to] : [to, from];
  }

  get isEmpty(): boolean {
    return this.start.isEqual(this.end);
  }
}

/** Where it began and where the cursor is. */
export class Selection extends Range {
  readonly anchor: Position;
  readonly active: Position;

  constructor(anchor: Position, active: Position);
  constructor(anchorLine: number, anchorCharacter: number, activeLine: number, activeCharacter: number);
  constructor(...given: readonly [Position, Position] | readonly [number, number, number, number]) {
    const [anchor, active] = positionsOf(given);
    super(anchor, active);
    this.anchor = anchor;
    this.active = active;
  }
}

function positionsOf(
  given: readonly [Position, Position] | readonly [number, number, number, number],
): [Position, Position] {
  if (given.length === 2) return [...given];
  const [line, character, endLine, endCharacter] = given;
  return [new Position(line, character), new Position(endLine, endCharacter)];
}

/** A text that is open; lines end as they do. */
export class TextDocument {
  /** A test that has unsaved changes says what saving does. */
  onSave: (() => Promise<boolean>) | undefined;

  constructor(
    readonly uri: vscode.Uri,
    private readonly text: string,
    readonly languageId = 'plaintext',
  ) {}

  get isDirty(): boolean {
    return this.onSave !== undefined;
  }

  async save(): Promise<boolean> {
    return (await this.onSave?.()) ?? true;
  }

  get lineCount(): number {
    return this.lines().length;
  }

  getText(range?: Pick<vscode.Range, 'start' | 'end'>): string {
    return range ? this.text.slice(this.offsetAt(range.start), this.offsetAt(range.end)) : this.text;
  }

  lineAt(line: number): { readonly text: string } {
    const text = this.lines()[line];
    if (text === undefined) throw new Error('Illegal value for `line`');
    return { text: text.replace(/\r?\n$/, '') };
  }

  offsetAt({ line, character }: Pick<vscode.Position, 'line' | 'character'>): number {
    const before = this.lines().slice(0, line);
    return before.reduce((sum, each) => sum + each.length, 0) + character;
  }

  positionAt(offset: number): Position {
    const before = this.text.slice(0, offset).split('\n');
    return new Position(before.length - 1, before.at(-1)?.length ?? 0);
  }

  private lines(): string[] {
    return this.text.split(/(?<=\n)/);
  }
}

export interface TextEditor {
  readonly document: TextDocument;
  readonly selection: Selection;
  readonly selections: readonly Selection[];
}
