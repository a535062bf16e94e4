import { Document } from './document';
import { type FoundOpenid } from './findings';

/** UTF-16 units around the place that are read, so that names and lists around an openid are heard. */
const before = 2000;
const after = 200;

/** The openid that stands at this place of the text, or ends there; quick enough for every hover. */
export function openidAt(text: string, offset: number): FoundOpenid | undefined {
  const start = windowStart(text, offset);
  const window = text.slice(start, offset + after);
  let found: FoundOpenid | undefined;
  const document = new Document(window, {
    add: (hit, _, end) => {
      if (start + hit.offset <= offset && offset <= start + end) found ??= hit;
    },
    addCut: () => {},
    leaveOut: () => {},
  });
  document.read(window.length);
  return found && { ...found, offset: start + found.offset };
}

/** The beginning of the first line in reach, or else of the first word, lest a piece of one be read. */
function windowStart(text: string, offset: number): number {
  const earliest = Math.max(0, offset - before);
  if (earliest === 0) return 0;
  const reach = text.slice(earliest, offset);
  const line = reach.indexOf('\n');
  const begin = line >= 0 ? line : reach.search(/[^A-Za-z0-9_-]/);
  return earliest + begin + 1;
}
