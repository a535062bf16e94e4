import { env } from 'vscode';

import { missing, targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.copyOpenid`: of a profile node or a webview's row. */
export function copyOpenid(): Handler {
  return async argument => {
    const { openid, show } = targetOf(argument);
    if (show === false && openid === undefined) throw missing('missingOpenid', 'openid');
    if (openid !== undefined) await env.clipboard.writeText(openid);
  };
}
