import { type RawProfile } from '../api/answers';
import { type Field, Fields, integer, tagIds, text, unixSeconds } from './fields';
import { type DisplayLanguage } from '../language';
import { languageLabel, legacyNote, unionidMissingTexts } from './profileTexts';
import { isKnownScene, sceneLabel } from './scenes';

/** A profile in readable form. Text in it comes from WeChat or from people: never markup, and of any length. */
export interface Profile {
  readonly openid: string;
  /** `unknown` where the answer does not say. */
  readonly state: 'following' | 'notFollowing' | 'unknown';
  readonly unionid?: string;
  readonly unionidMissing?: UnionidMissing;
  /** Unix seconds of the last follow; always a time that `Date` can hold. */
  readonly subscribeTime?: number;
  readonly scene?: SceneOfFollow;
  /** The account's own parameter of the scanned code, whatever the scene; absent where there was none. */
  readonly qrScene?: string;
  readonly qrSceneStr?: string;
  /** The account's own note, as typed. */
  readonly remark?: string;
  readonly groupId?: number;
  readonly tagIds: readonly number[];
  readonly language?: { readonly code: string; readonly label: string };
  /** Fields that WeChat stopped filling on 2021-12-27, as far as the answer still has them, blank as a rule. */
  readonly legacy: readonly Field[];
  readonly legacyNote: string;
  /** Fields that are not known here, known ones with a value of the wrong type, and what stands among tags but is none. */
  readonly unknown: readonly Field[];
  readonly raw: RawProfile;
}

interface SceneOfFollow {
  /** As WeChat sent it. */
  readonly code: string;
  /** In the display language; an unknown scene is its own label. */
  readonly label: string;
  readonly known: boolean;
}

/** WeChat does not say why; these are the reasons it gives in its documentation. */
export interface UnionidMissing {
  readonly reason: 'probablyNotBound' | 'withheld';
  readonly text: string;
}

/** How a profile is put into words. */
export interface DecodeOptions {
  readonly language: DisplayLanguage;
}

const legacyKeys = ['nickname', 'sex', 'city', 'province', 'country', 'headimgurl'];

/**
 * Decodes one row of user/info or batchget. Nothing but `openid` is relied on: fields may be absent, blank or of
 * any type, and none makes this throw.
 */
export function decodeProfile(raw: RawProfile, { language }: DecodeOptions): Profile {
  const fields = new Fields(raw);
  fields.take('openid', text);
  const state = stateOf(fields.take('subscribe', zeroOrOne));
  const unionid = fields.take('unionid', text)?.trim();
  const scene = fields.take('subscribe_scene', text);
  const spoken = fields.take('language', text);
  const qrScene = fields.take('qr_scene', text);
  const legacy = fields.takeAll(legacyKeys);
  const tags = fields.take('tagid_list', tagIds);
  const otherTags = tags && tags.rest.length > 0 ? [{ key: 'tagid_list', value: tags.rest }] : [];
  return {
    openid: raw.openid,
    state,
    unionid: unionid || undefined,
    unionidMissing: unionid ? undefined : unionidMissing(state, language),
    subscribeTime: fields.take('subscribe_time', unixSeconds),
    scene: scene === undefined ? undefined : decodeScene(scene, language),
    // 0 means that the code had no parameter.
    qrScene: qrScene === '0' ? undefined : qrScene,
    qrSceneStr: fields.take('qr_scene_str', text),
    remark: fields.take('remark', text),
    groupId: fields.take('groupid', integer),
    tagIds: tags?.ids ?? [],
    language: spoken === undefined ? undefined : { code: spoken, label: languageLabel(spoken, language) },
    legacy,
    legacyNote: legacyNote[language],
    unknown: [...otherTags, ...fields.rest()],
    raw,
  };
}

/** Databases and other languages make a text or a truth value of it. */
function zeroOrOne(value: unknown): 0 | 1 | undefined {
  switch (typeof value === 'string' ? value.toLowerCase() : value) {
    case 1:
    case '1':
    case true:
    case 'true':
      return 1;
    case 0:
    case '0':
    case false:
    case 'false':
      return 0;
    default:
      return undefined;
  }
}

function stateOf(subscribe: 0 | 1 | undefined): Profile['state'] {
  if (subscribe === undefined) return 'unknown';
  return subscribe === 1 ? 'following' : 'notFollowing';
}

function decodeScene(code: string, language: DisplayLanguage): SceneOfFollow {
  return { code, label: sceneLabel(code, language), known: isKnownScene(code) };
}

function unionidMissing(state: Profile['state'], language: DisplayLanguage): UnionidMissing | undefined {
  if (state === 'unknown') return undefined;
  const reason = state === 'following' ? 'probablyNotBound' : 'withheld';
  return { reason, text: unionidMissingTexts[reason][language] };
}
