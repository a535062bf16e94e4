import { type Fault, type SimulatedWeChat } from '../wechat';

/** Every kind of fault that WeChat and the network were seen to have. */
const kinds: readonly Fault[] = [
  { kind: 'errcode', errcode: -1 },
  { kind: 'errcode', errcode: 45011 },
  { kind: 'errcode', errcode: 42001 },
  { kind: 'errcode', errcode: 45009 },
  { kind: 'status', status: 502 },
  { kind: 'status', status: 503 },
  { kind: 'html' },
  { kind: 'reset' },
  { kind: 'never' },
  { kind: 'cut' },
  { kind: 'slow', bytes: 2_000, everyMs: 2 },
  { kind: 'latency', ms: 40 },
  { kind: 'noCharset' },
  { kind: 'json', how: 'rawControls' },
  { kind: 'json', how: 'strayBackslash' },
  { kind: 'json', how: 'trailingComma' },
  { kind: 'json', how: 'missingComma' },
  { kind: 'json', how: 'bom' },
  { kind: 'json', how: 'escapedSlashes' },
  { kind: 'rows', how: 'dropped' },
  { kind: 'rows', how: 'duplicated' },
  { kind: 'rows', how: 'reordered' },
  { kind: 'rows', how: 'withoutSubscribe' },
  { kind: 'rows', how: 'withoutSubscribeTime' },
];

/** Of so many requests one meets each kind. */
const rarity = 60;

export function letTroubleStrike(weChat: SimulatedWeChat, random: () => number): void {
  for (const fault of kinds)
    weChat.faults.add(fault, { when: ({ openids }) => openids.length > 0 && random() * rarity < 1 });
}

/** The same numbers from 0 to 1 for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
