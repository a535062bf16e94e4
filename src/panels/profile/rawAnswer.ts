import { type Outcome } from '../../batch';
import { type RawProfile } from '../../wechat';

/** What WeChat said of a person, as it came. */
export function rawAnswer(outcome: Outcome): RawProfile | undefined {
  return 'profile' in outcome ? outcome.profile : undefined;
}
