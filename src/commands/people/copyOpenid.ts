import { env } from 'vscode';

import { missing, targetOf, targetsOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.copyOpenid`: of a profile node or a webview's row; of several nodes, one a line. */
export function copyOpenid(): Handler {
  return async (argument, selected) => {
    const { openid, show } = targetOf(argument);
    if (show === false && openid === undefined) throw missing('missingOpenid', 'openid');
    const openids = targetsOf(argument, selected).flatMap(target => target.openid ?? []);
    if (openids.length > 0) await env.clipboard.writeText(openids.join('\n'));
  };
}
