import { type AccountRegistry } from '../../accounts';
import { type Handler } from '../command';

/** `wechatOpenid.refresh`: reads the accounts and their history again. */
export function refresh(registry: AccountRegistry): Handler {
  return () => {
    registry.refresh();
    return Promise.resolve(undefined);
  };
}
