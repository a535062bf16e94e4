import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { findOpenids } from '../../src/openids';
import { randomIds, seeded } from './randomIds';

export interface Share {
  readonly of: number;
  readonly wrong: number;
}

/** True openids in free text, with another prefix each: how many of so many are lost. */
export async function lostInFreeText(count: number, seed: number): Promise<Share> {
  const ids = randomIds(seeded(seed));
  let wrong = 0;
  for (let done = 0; done < count; done += 10_000) {
    const part = Array.from({ length: Math.min(10_000, count - done) }, () => ids('o'));
    const text = part.map((id, i) => `2026-01-01 info user ${id} followed, scene ${i}`).join('\n');
    wrong += part.length - (await findOpenids(text)).openids.length;
  }
  return { of: count, wrong };
}

/** Base64 in lines and checksums, of at least so many characters: how many pieces are taken. */
export async function takenFromBase64(length: number, seed: number): Promise<Share> {
  const random = seeded(seed);
  const lines: string[] = [];
  for (let size = 0; size < length;) {
    const bytes = Buffer.from(Array.from({ length: 64 }, () => Math.floor(random() * 256)));
    const line = `    resolution: {integrity: sha512-${bytes.toString('base64')}}`;
    lines.push(line);
    size += line.length;
  }
  return { of: lines.length, wrong: (await findOpenids(lines.join('\n'))).openids.length };
}

/** Sources below a folder, of which none holds an openid: how many of so many characters are taken for one. */
export async function takenFromSources(
  folder: string,
  mostFiles: number,
): Promise<Share & { readonly taken: readonly string[] }> {
  const taken: string[] = [];
  let of = 0;
  let files = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:[cm]?js|ts|json|md)$/.test(entry.name)) continue;
    if (++files > mostFiles) break;
    const text = await readFile(path.join(entry.parentPath, entry.name), 'utf8');
    of += text.length;
    for (const { openid, shape } of (await findOpenids(text)).openids) {
      if (shape === 'usual') taken.push(`${openid} in ${entry.parentPath}/${entry.name}`);
    }
  }
  return { of, wrong: taken.length, taken };
}
