import { type JSONVisitor, visit } from 'jsonc-parser';

/** An object of a JSON text, as far as adding to its end needs it. Places are UTF-16 units of the whole text. */
export interface ObjectAt {
  readonly start: number;
  /** Of its last property. */
  keyStart: number;
  keyEnd: number;
  valueStart: number;
  /** Just past the value of its last property. */
  end: number;
  /** Just past the comma behind that; -1 where there is none. */
  comma: number;
  /** Objects that are alike share it once they have ended. */
  keys: string[];
}

/** A string that stands in an object under a key, or in a list. The object is whole when the walk is over. */
export interface FoundString {
  readonly value: string;
  readonly key?: string;
  readonly object?: ObjectAt;
}

/** Walks over JSON values; comments and trailing commas are welcome. */
export class ObjectWalk {
  private open: (ObjectAt | undefined)[] = [];
  private lastKeys: string[] = [];

  /**
   * @param base where the text stands in the whole
   * @returns where it is no JSON; undefined where all of it is
   */
  walk(text: string, base: number, found: (string: FoundString) => void): number | undefined {
    this.open = [];
    let faultAt: number | undefined;
    const visitor: JSONVisitor = {
      onObjectBegin: offset => this.begin(base + offset, newObject(base + offset)),
      onObjectEnd: offset => this.close(base + offset + 1),
      onArrayBegin: offset => this.begin(base + offset, undefined),
      onArrayEnd: offset => this.close(base + offset + 1),
      onObjectProperty: (key, offset, length) => {
        const object = this.open.at(-1);
        if (!object) return;
        object.keyStart = base + offset;
        object.keyEnd = base + offset + length;
        object.comma = -1;
        object.keys.push(key);
      },
      onLiteralValue: (value: unknown, offset, length) => {
        const object = this.open.at(-1);
        if (object) {
          object.valueStart = base + offset;
          object.end = base + offset + length;
        }
        if (typeof value !== 'string') return;
        const key = object?.keys.at(-1);
        found(object && key !== undefined ? { value, key, object } : { value });
      },
      onSeparator: (character, offset) => {
        const object = this.open.at(-1);
        if (object && character === ',') object.comma = base + offset + 1;
      },
      onError: (_, offset) => {
        faultAt ??= base + offset;
      },
    };
    try {
      visit(text, visitor, { allowTrailingComma: true });
    } catch (error) {
      // The library calls itself for each level: brackets upon brackets overflow its stack.
      if (!(error instanceof RangeError)) throw error;
      return base;
    }
    return faultAt;
  }

  private begin(at: number, container: ObjectAt | undefined): void {
    const parent = this.open.at(-1);
    if (parent) parent.valueStart = at;
    this.open.push(container);
  }

  private close(end: number): void {
    const object = this.open.pop();
    if (object) {
      const { keys } = object;
      const { lastKeys } = this;
      if (keys.length === lastKeys.length && keys.every((key, index) => key === lastKeys[index]))
        object.keys = lastKeys;
      else this.lastKeys = keys;
    }
    const parent = this.open.at(-1);
    if (parent) parent.end = end;
  }
}

function newObject(start: number): ObjectAt {
  return { start, keyStart: 0, keyEnd: 0, valueStart: 0, end: 0, comma: -1, keys: [] };
}
