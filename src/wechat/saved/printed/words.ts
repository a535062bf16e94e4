const constants = new Map<string, unknown>([
  ['true', true],
  ['false', false],
  ['null', null],
  ['none', null],
  ['nil', null],
  ['undefined', null],
  ['<nil>', null],
  ['<null>', null],
]);

const constant =
  /(?:<(?:nil|null)>|true|false|null|none|nil|undefined|nan|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?[nl]?)(?![\w.\u4e00-\u9fff-])/iy;

/** A number or a constant that stands at this place, in whatever language. */
export function constantAt(
  text: string,
  place: number,
): { readonly value: unknown; readonly end: number } | undefined {
  constant.lastIndex = place;
  const word = constant.exec(text)?.[0];
  return word === undefined
    ? undefined
    : { value: valueOf(word.replace(/(?<=\d)[nl]$/i, '')), end: constant.lastIndex };
}

/** What Haskell, F# and Scala put around a value that may be missing, and a debugger the address of a text. */
const wrapped = /^(?:(?:Just|Some|0x[\da-f]{1,16}) "([^]*)"|Some\(([^()]*)\)?)$/;

/** What a word without quotes stands for. Digits that JavaScript would change stay text. */
export function valueOf(word: string): unknown {
  const inner = wrapped.exec(word);
  if (inner) return inner[1] ?? valueOf(inner[2] ?? '');
  const lower = word.toLowerCase();
  if (constants.has(lower)) return constants.get(lower);
  return String(Number(word)) === word ? Number(word) : word;
}
