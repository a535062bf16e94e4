import { type People } from '../persons/people';

/** Openids that are made when they are walked through: there may be millions. */
export interface KnownOpenids {
  readonly count: number;
  /** In the order in which they became known. */
  readonly openids: () => Iterable<string>;
}

/** Every openid of an account that may be one: WeChat has not called it wrong. */
export function knownOpenids(people: People, appId: string): KnownOpenids {
  const account = people.joined.knowledge.accounts.find(each => each.appId === appId);
  if (!account) return { count: 0, openids: () => [] };
  const { size } = account;
  const isWanted = (openid: number) => account.outcomeOf(openid) !== 'invalid';
  let count = 0;
  for (let openid = 0; openid < size; openid++) if (isWanted(openid)) count++;
  return {
    count,
    *openids() {
      for (let openid = 0; openid < size; openid++)
        if (isWanted(openid)) yield account.openids.at(openid) ?? '';
    },
  };
}
