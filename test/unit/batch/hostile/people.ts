import { type Outcome, type ProfileSource } from '../../../../src/batch';
import { type RawProfile } from '../../../../src/wechat';

/** A WeChat without any network: every third person does not follow. It knows whom it was asked about. */
export class People implements ProfileSource {
  asked: string[] = [];
  /** Answers so many more calls. */
  calls = Infinity;
  readonly openids: readonly string[];

  constructor(count: number) {
    this.openids = Array.from({ length: count }, (_, index) => `oAbCd1${String(index).padStart(22, '0')}`);
  }

  /** What WeChat says of a person. */
  outcomeOf(openid: string): Outcome {
    const profile = this.row(openid);
    return { kind: profile.subscribe === 1 ? 'following' : 'notFollowing', openid, profile };
  }

  userInfo = (openid: string): Promise<RawProfile> => this.answer([openid]).then(() => this.row(openid));

  batchGet = (openids: readonly string[]): Promise<RawProfile[]> =>
    this.answer(openids).then(() => openids.map(openid => this.row(openid)));

  private answer(openids: readonly string[]): Promise<void> {
    if (this.calls-- <= 0) return Promise.reject(new Error('the window was closed'));
    this.asked.push(...openids);
    return Promise.resolve();
  }

  private row(openid: string): RawProfile {
    const index = Number(openid.slice(6));
    const unionid = `u6_${openid.slice(3)}`;
    return index % 3 === 2
      ? { subscribe: 0, openid, unionid }
      : { subscribe: 1, openid, subscribe_time: 1_500_000_000 + index, unionid, remark: '备注' };
  }
}
