import { type Fields } from './spelling';

/** Made of letters, digits and few signs: whatever is white in them came from a wide column or a narrow window. */
const ids = new Set(['openid', 'unionid', 'subscribe_scene']);
const white = /[\s\u200b-\u200d\u2060]+/g;
const numbers = new Set([
  'subscribe',
  'subscribe_time',
  'groupid',
  'tagid_list',
  'qr_scene',
  'sex',
  'errcode',
]);
/** What Java and Go make of a number when they know nothing of it: `1.0`, `1.434093047e+09`. */
const decimal = /^-?\d{1,15}(?:\.\d{1,15}(?:e[+-]?\d{1,2})?|e[+-]?\d{1,2})$/i;

/**
 * The fields with their values as WeChat gives them: no wide ids, no number with a point, no type that MongoDB's JSON
 * puts around a value. The very object where nothing of it is written otherwise.
 */
export function asWeChatGives(fields: Fields): Fields {
  // Nearly every answer is as WeChat gave it, and a file holds 100 000 of them.
  if (Object.keys(fields).every(key => plainValue(key, fields[key]) === fields[key])) return fields;
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, plainValue(key, value)]));
}

function plainValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return key === 'tagid_list' ? plainList(key, value) : value;
  const bare = withoutType(value);
  if (typeof bare !== 'string') return bare;
  if (ids.has(key)) return bare.replace(white, '');
  const number = numbers.has(key) && decimal.test(bare) ? Number(bare) : undefined;
  return Number.isSafeInteger(number) ? number : bare;
}

function plainList(key: string, list: readonly unknown[]): readonly unknown[] {
  const plain = (value: unknown) => (Array.isArray(value) ? value : plainValue(key, value));
  return list.every(value => plain(value) === value) ? list : list.map(plain);
}

/** `{"$numberInt":"1"}`, `{"$oid":"…"}` */
function withoutType(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [first, ...others]: [string, unknown][] = Object.entries(value);
  if (!first?.[0].startsWith('$') || others.length > 0) return value;
  const [type, inner] = first;
  const number = /^\$number(?:Int|Long|Double)$/.test(type) ? Number(inner) : undefined;
  return Number.isSafeInteger(number) ? number : inner;
}
