import { type Compare } from '../../jobs/lists/compare';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.compareLists`: nodes or `{ listId? | batchId? }` of two lists or batches of one account, or asks. */
export function compareLists(compare: Pick<Compare, 'run'>): Handler {
  return (argument, other) => {
    const ids = [argument, other].flatMap(each => {
      const { listId, batchId } = targetOf(each);
      return listId ?? batchId ?? [];
    });
    return compare.run(ids);
  };
}
