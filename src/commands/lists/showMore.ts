import * as v from 'valibot';

import { type Handler } from '../command';

const more = v.object({ nodeId: v.string() });

/** `wechatOpenid.showMore`: the next children of a node of the tree that has many. */
export function showMore(show: (nodeId: string) => void): Handler {
  return argument => {
    const read = v.safeParse(more, argument);
    if (read.success) show(read.output.nodeId);
    return Promise.resolve(undefined);
  };
}
