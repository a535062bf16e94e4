import { type Random } from '../prove/randomIds';
import { below, pick } from './texts';

/** Numbers and texts that a message may carry where others belong. */
const odd: readonly unknown[] = [
  ...[
    null,
    undefined,
    true,
    false,
    0,
    -0,
    -1,
    1,
    0.5,
    499,
    500,
    501,
    2 ** 31,
    2 ** 53,
    -(2 ** 53),
    1e308,
    Infinity,
    NaN,
  ],
  ...[
    '',
    ' ',
    'x',
    '\0',
    '\ud800',
    '😀',
    '__proto__',
    'constructor',
    'toString',
    'x'.repeat(501),
    'y'.repeat(200_001),
  ],
  ...[[], {}, [[]], { type: 'query' }, Array.from({ length: 1000 }, (_, n) => n)],
];

/** A value near a sample: parts of it replaced, left out, doubled, put elsewhere. */
export function anyValue(random: Random, samples: readonly unknown[]): unknown {
  let value: unknown = structuredClone(pick(random, samples));
  for (let change = below(random, 4); change > 0; change--) value = changed(random, value, samples);
  return value;
}

function changed(random: Random, value: unknown, samples: readonly unknown[]): unknown {
  if (typeof value !== 'object' || value === null || below(random, 6) === 0) return other(random, samples);
  if (Array.isArray(value)) {
    const items = Array.from<unknown>(value);
    const at = below(random, items.length + 1);
    items.splice(at, below(random, 2), changed(random, items[at], samples));
    return items;
  }
  const entries = Object.entries(value);
  const at = below(random, entries.length + 1);
  const [key = pick(random, ['type', 'extra', '__proto__', 'turn', 'row']), part] = entries[at] ?? [];
  const kept = entries.filter((_, index) => index !== at);
  if (below(random, 5) === 0) return Object.fromEntries(kept);
  const copy: Record<string, unknown> = Object.fromEntries(kept);
  // As JSON gives it: a key of the object itself, which assigning would not make.
  Object.defineProperty(copy, key, {
    value: changed(random, part, samples),
    enumerable: true,
    writable: true,
  });
  return copy;
}

function other(random: Random, samples: readonly unknown[]): unknown {
  return structuredClone(below(random, 4) === 0 ? pick(random, samples) : odd[below(random, odd.length)]);
}
