import { env } from 'vscode';

import { targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.copyOpenid`: of a profile node or a webview's row. */
export function copyOpenid(): Handler {
  return async argument => {
    const { openid } = targetOf(argument);
    if (openid !== undefined) await env.clipboard.writeText(openid);
  };
}
