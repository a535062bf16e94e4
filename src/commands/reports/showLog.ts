import { type Log } from '../../ui/log/log';
import { type Handler } from '../command';

/** `wechatOpenid.showLog` */
export function showLog(log: Log): Handler {
  return () => {
    log.show();
    return Promise.resolve(undefined);
  };
}
