import { type Compare } from '../../jobs/lists/compare';
import { targetsOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.compareLists`: two nodes that are selected together, or `{ listId? | batchId? }` of two lists or batches of one account, or asks. */
export function compareLists(compare: Pick<Compare, 'run'>): Handler {
  return (argument, other) => {
    const ids = targetsOf(argument, Array.isArray(other) ? other : [other]).flatMap(
      ({ listId, batchId }) => listId ?? batchId ?? [],
    );
    // VS Code makes nodes anew: the one that was clicked may stand among those that are selected as another object.
    return compare.run([...new Set(ids)]);
  };
}
