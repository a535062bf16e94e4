/** The thirteen documented values of `subscribe_scene`, with how many in a hundred people came that way. */
export const DOCUMENTED_SCENES: readonly (readonly [scene: string, weight: number])[] = [
  ['ADD_SCENE_SEARCH', 24],
  ['ADD_SCENE_ACCOUNT_MIGRATION', 3],
  ['ADD_SCENE_PROFILE_CARD', 9],
  ['ADD_SCENE_QR_CODE', 27],
  ['ADD_SCENE_PROFILE_LINK', 6],
  ['ADD_SCENE_PROFILE_ITEM', 3],
  ['ADD_SCENE_PAID', 7],
  ['ADD_SCENE_WECHAT_ADVERTISEMENT', 4],
  ['ADD_SCENE_REPRINT', 2],
  ['ADD_SCENE_LIVESTREAM', 2],
  ['ADD_SCENE_CHANNELS', 3],
  ['ADD_SCENE_WXA', 4],
  ['ADD_SCENE_OTHERS', 5],
];

/** Values that the documentation does not list: one published answer, and two misprints of older documentation. */
export const UNDOCUMENTED_SCENES: readonly string[] = [
  'ADD_LINK',
  'ADD_SCENEPROFILE LINK',
  'ADD_SCENE_ACCOUNT_MIGRATON',
];

const ALL = [...DOCUMENTED_SCENES.map(([scene]) => scene), ...UNDOCUMENTED_SCENES];
const WEIGHTED = [
  ...DOCUMENTED_SCENES.flatMap(([scene, weight]) => Array<string>(weight).fill(scene)),
  ...UNDOCUMENTED_SCENES,
];

/** How many people at the beginning of every population show each scene once. */
export const SCENE_COUNT = ALL.length;

/** The first people show each scene once; the others are spread by weight. `chance` in [0, 1). */
export function sceneOf(index: number, chance: number): string {
  return ALL[index] ?? WEIGHTED[Math.floor(chance * WEIGHTED.length)] ?? 'ADD_SCENE_OTHERS';
}
