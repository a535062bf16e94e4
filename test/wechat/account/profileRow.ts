import { type Person } from './population';

export type ProfileRow = Readonly<Record<string, unknown>>;

/** Keys that have been empty since 2021-12-27, and that some answers still carry. */
const LEGACY_BLANKS = { nickname: '', sex: 0, city: '', province: '', country: '', headimgurl: '' };

/** The row of a person who follows. Without an Open Platform binding the key `unionid` is absent, not empty. */
export function followingRow(person: Person, bound: boolean): ProfileRow {
  return {
    subscribe: 1,
    openid: person.openid,
    ...(person.index % 4 === 3 ? LEGACY_BLANKS : {}),
    ...languageOf(person.index),
    subscribe_time: person.followedAt,
    ...(bound ? { unionid: person.unionid } : {}),
    remark: person.remark,
    groupid: person.tagIds[0] ?? 0,
    tagid_list: person.tagIds,
    subscribe_scene: person.scene,
    qr_scene: person.qrScene,
    qr_scene_str: person.qrSceneStr,
  };
}

/** The row of a person who left: most carry the blank keys of today's answers, some the unionid of those of 2015. */
export function leftRow(person: Person, bound: boolean): ProfileRow {
  const { openid, index, unionid } = person;
  if (index % 5 === 0) return { subscribe: 0, openid, ...(bound ? { unionid } : {}) };
  return { subscribe: 0, openid, ...LEGACY_BLANKS, language: 'zh_CN', tagid_list: [] };
}

/** The row of a well-formed openid of the account that never followed it. */
export function strangerRow(openid: string): ProfileRow {
  return { subscribe: 0, openid, tagid_list: [] };
}

/** Documented as no longer provided: usually fixed, sometimes empty or absent. */
function languageOf(index: number): { language?: string } {
  const languages = ['zh_CN', 'zh_CN', 'zh_CN', 'zh_TW', 'en', ''];
  const language = languages[index % 7];
  return language === undefined ? {} : { language };
}
