import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { type People } from './people';

/** A journal as version 1 left it: run to its end, or cancelled at once when it was re-checked. */
export async function writeVersion1(
  path: string,
  people: People,
  end: 'done' | 'rechecked' = 'done',
): Promise<string> {
  const id = basename(path, '.ndjson');
  const { openids } = people;
  const outcomes = openids.map(openid => people.outcomeOf(openid));
  const profiles = outcomes.map(outcome => ('profile' in outcome ? outcome.profile : {}));
  const notFollowing = outcomes.filter(({ kind }) => kind === 'notFollowing').length;
  const counts = { notReturned: 0, failed: 0, invalid: 0, following: openids.length - notFollowing };
  const progress = { apiCalls: 3, duration: 1000 };
  const lines = [
    {
      ...{ journal: 1, id, appId: 'wx1', accountName: '演示', source: 'list.json', lang: 'zh_CN' },
      ...{ startedAt: '2026-01-02T03:04:05.000Z', total: openids.length },
    },
    { openids },
    ...profiles,
    { state: 'done', counts: { ...counts, notFollowing, pending: 0 }, ...progress },
    ...(end === 'rechecked'
      ? [
          { again: ['notFollowing'] },
          { state: 'cancelled', counts: { ...counts, notFollowing: 0, pending: notFollowing }, ...progress },
        ]
      : []),
  ];
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, lines.map(line => `${JSON.stringify(line)}\n`).join(''));
  return id;
}
