import assert from 'node:assert/strict';
import { type TagNames } from '../../../src/accounts';
import { type Outcome } from '../../../src/batch';
import { type HistorySources } from '../../../src/tree/node';
import { ProfileNode } from '../../../src/tree/profileNode';
import { useFakeVSCode } from '../../fakeVSCode';

describe('a person in the tree', () => {
  useFakeVSCode();
  const root = { id: 'root', toTreeItem: () => assert.fail() };
  const tagNames = { kept: () => Promise.resolve(new Map([[2, '星标组']])) } as unknown as TagNames;

  const node = (profile: Record<string, unknown>) => {
    const outcome: Outcome = {
      kind: 'following',
      openid: 'oA',
      profile: { subscribe: 1, openid: 'oA', ...profile },
    };
    return new ProfileNode(root, 'wx1', outcome, { lookupId: 'x' }, { tagNames } as HistorySources);
  };
  const fields = async (profile: Record<string, unknown>) =>
    (await node(profile).children()).map(child => child.toTreeItem());

  it('has an id of its own for each field, also where an unknown field is called like a label', async () => {
    const items = await fields({ remark: '老王', Remark: 'x', OpenID: 'y', UnionID: 'z' });
    const labels = items.map(({ label }) => label);
    assert.equal(labels.filter(label => label === 'Remark').length, 2);
    assert.equal(new Set(items.map(({ id }) => id)).size, items.length);
  });

  it('offers to copy a unionid only where there is one', () => {
    const able = (unionid?: string) => node({ unionid }).toTreeItem().contextValue?.split(' ');
    assert.deepEqual(able('u1'), ['hasOpenid', 'hasUnionid', 'hasProfile', 'canChange']);
    assert.deepEqual(able(''), ['hasOpenid', 'hasProfile', 'canChange']);
    assert.deepEqual(able(), ['hasOpenid', 'hasProfile', 'canChange']);
  });

  it('tells tags by name where it is known, and by id where not', async () => {
    const tags = (await fields({ tagid_list: [2, 134] })).find(({ label }) => label === 'Tags');
    assert.equal(tags?.description, '星标组, 134');
  });

  it('cuts a long value in the row and has it whole in the tooltip', async () => {
    const remark = 'r'.repeat(121);
    const field = (await fields({ remark })).find(({ label }) => label === 'Remark');
    assert.equal(field?.description, `${'r'.repeat(120)}…`);
    assert.equal(field.tooltip, remark);
  });
});
