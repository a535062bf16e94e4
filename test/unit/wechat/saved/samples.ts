import { type OtherText } from '../../../../src/wechat';

export const ada = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
export const bo = 'o6_bmjHCrrLBVDYNc-2fQbMpUaE-';

/** A text as people have it at hand, and what it holds. */
export interface Sample {
  readonly name: string;
  readonly text: string;
  /** Openids of the profiles. */
  readonly profiles?: readonly string[];
  /** Codes, with the endpoint where the text names it. */
  readonly errors?: readonly (number | readonly [number, string])[];
  readonly others?: readonly OtherText[];
  readonly duplicates?: number;
  /** Openids that can be asked for. */
  readonly openids?: readonly string[];
  /** Openids of rows that failed. */
  readonly failures?: readonly string[];
  /** What the first profile is decoded to. */
  readonly decoded?: Readonly<Record<string, unknown>>;
}

/** What user/info answers for a follower. */
export function answerFor(openid: string, changes: object = {}): string {
  return JSON.stringify({
    subscribe: 1,
    openid,
    language: 'zh_CN',
    subscribe_time: 1434093047,
    unionid: 'oR5GjjgEhCMJFyzaVZdrxZ2zRRF4',
    remark: '',
    groupid: 0,
    tagid_list: [128, 2],
    subscribe_scene: 'ADD_SCENE_QR_CODE',
    qr_scene: 98765,
    qr_scene_str: '',
    ...changes,
  });
}

export const adas = answerFor(ada);
export const bos = answerFor(bo);
export const both = `{"user_info_list":[${adas},${bos}]}`;
export const refusal = '{"errcode":40003,"errmsg":"invalid openid rid: 62e14637-0aa1bb2c-3dd4ee5f"}';

/** As it stands inside a string of JSON, without the quotes around. */
export function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
