import { env } from 'vscode';

import { type FollowerList, ListError, type ListKind } from '../../lists';
import { codeAndCause, displayLanguage, explainError } from '../../wechat';
import { type HistorySources, type TreeNode } from '../node';
import { ProblemNode } from '../problemNode';
import { type AccountLists } from './accountLists';
import { FollowerListNode, UnreadableListNode } from './listNode';
import { MoreNode, portion } from './moreNode';

/** The nodes of the kept lists of a kind, the latest first. */
export async function keptNodes(
  parent: TreeNode,
  kept: AccountLists,
  kind: ListKind,
  { problems, shown }: Pick<HistorySources, 'problems' | 'shown'>,
): Promise<TreeNode[]> {
  if (kept.failure !== undefined) {
    const problem = await problems.explain(kept.failure);
    return problem ? [new ProblemNode(parent, problem.sentence)] : [];
  }
  const lists = kept.of(kind);
  const visible = lists.slice(0, shown.get(parent.id) ?? portion);
  const nodes: TreeNode[] = visible.map(list => new FollowerListNode(parent, list, reasonOf(list)));
  const hidden = lists.length - visible.length;
  return hidden > 0 ? [...nodes, new MoreNode(parent, hidden)] : nodes;
}

/** Those that cannot be read, of whatever kind they are. */
export function lostNodes(
  parent: TreeNode,
  kept: AccountLists,
  { problems }: Pick<HistorySources, 'problems'>,
): Promise<TreeNode[]> {
  return Promise.all(
    kept.lost.map(async ({ id, problem }) => {
      const sentence = (await problems.explain(new ListError(problem)))?.sentence ?? id;
      return new UnreadableListNode(parent, id, sentence);
    }),
  );
}

function reasonOf({ stoppedBy }: FollowerList): string | undefined {
  return stoppedBy && codeAndCause(explainError(stoppedBy, displayLanguage(env.language)));
}
