/** A number of 32 bits that depends on all three arguments and on nothing else. */
export function hash(seed: number, index: number, salt: number): number {
  return scramble(scramble(Math.imul(seed, 0x9e3779b1) ^ salt) ^ index);
}

/** A number in [0, 1) that depends on the arguments only. */
export function fraction(seed: number, index: number, salt: number): number {
  return hash(seed, index, salt) / 2 ** 32;
}

/** `length` hexadecimal digits that depend on the arguments only. */
export function hexDigits(seed: number, index: number, length: number): string {
  let digits = '';
  for (let salt = 0; digits.length < length; salt++) {
    digits += hash(seed, index, salt).toString(16).padStart(8, '0');
  }
  return digits.slice(0, length);
}

function scramble(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return (mixed ^ (mixed >>> 15)) >>> 0;
}
