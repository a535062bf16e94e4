import assert from 'node:assert/strict';

import { strToU8, unzipSync, zipSync, type ZipOptions } from 'fflate';

import { sameBytes } from '../../../release/sameBytes';

const noon = Date.UTC(2026, 0, 15, 12, 30, 8) / 1000;
const types = (...list: readonly string[]) =>
  `<Types>${list.map(each => `<Default X="${each}"/>`).join('')}</Types>`;

/** A package as one machine or another packs it. */
function packed(names: readonly string[], listed: readonly string[], options: ZipOptions): Uint8Array {
  return zipSync(
    Object.fromEntries(
      names.map(name => [
        name,
        [
          strToU8(name === '[Content_Types].xml' ? types(...listed) : `${name} `.repeat(99)),
          options,
        ] as const,
      ]),
    ),
  );
}

describe('sameBytes', () => {
  const names = [
    'extension.vsixmanifest',
    '[Content_Types].xml',
    'extension/a.js',
    'extension/B.md',
    'extension/dist/ä',
  ];
  const here = packed(names, ['js', 'md'], { mtime: '2026-01-01', attrs: 0o100644 << 16, os: 3 });
  const there = packed([...names].reverse(), ['md', 'js'], {
    mtime: '2001-02-03',
    attrs: 0,
    os: 0,
    level: 1,
  });

  it('makes one package of what two machines packed in their ways', () => {
    assert.notDeepEqual(here, there);
    assert.deepEqual(sameBytes(here, noon), sameBytes(there, noon));
  });

  it('keeps what is in it, the manifest first', () => {
    const entries = unzipSync(sameBytes(there, noon));
    assert.deepEqual(Object.keys(entries), [
      ...[
        'extension.vsixmanifest',
        '[Content_Types].xml',
        'extension/B.md',
        'extension/a.js',
        'extension/dist/ä',
      ],
    ]);
    const before = unzipSync(here);
    for (const name of names.filter(each => !each.startsWith('[')))
      assert.deepEqual(entries[name], before[name]);
    assert.equal(Buffer.from(entries['[Content_Types].xml'] ?? []).toString(), types('js', 'md'));
  });

  it('gives every entry the time that it is told, in whatever zone it runs', () => {
    const zone = process.env.TZ;
    try {
      const made = ['UTC', 'Asia/Shanghai', 'America/New_York'].map(each => {
        process.env.TZ = each;
        return Buffer.from(sameBytes(here, noon)).toString('hex');
      });
      assert.equal(new Set(made).size, 1);
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
    // MS-DOS time and date of the first local header: 12:30:08, 2026-01-15.
    const header = Buffer.from(sameBytes(here, noon));
    assert.equal(header.readUInt16LE(10), (12 << 11) | (30 << 5) | 4);
    assert.equal(header.readUInt16LE(12), ((2026 - 1980) << 9) | (1 << 5) | 15);
    assert.notDeepEqual(sameBytes(here, noon), sameBytes(here, noon + 2));
  });
});
