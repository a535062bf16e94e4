/** Characters that turn the direction of what stands behind them. */
const turning = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const blank = /[\s\u0000-\u001f\u007f-\u009f]+/g;

/** Text from people or from WeChat on one line, in its own direction and of bounded length. */
export function plainText(text: string, longest = 200): string {
  const line = text.replace(blank, ' ').replace(turning, '').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** The same for pickers, which draw `$(name)` as an icon. */
export function itemText(text: string, longest?: number): string {
  return plainText(text, longest).replace(/\$\(/g, '\\$(');
}
