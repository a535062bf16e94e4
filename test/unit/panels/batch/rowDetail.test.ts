import assert from 'node:assert/strict';

import { RowDetail } from '../../../../src/panels/batch/rowDetail';
import { type RelatedPeople, type ShownBatch } from '../../../../src/panels/sources';
import { type ProfileView } from '../../../../src/protocol/views/profileView';
import { following, invalid, openidOf, rowsOf } from './people';

const owner = { openid: openidOf(2), appId: 'wxOther', accountName: 'Coffee' };
const people: RelatedPeople = { samePerson: [], likelyOwners: [owner] };

describe('the profile beside the table', () => {
  const outcomes = [following(0), invalid(1), invalid(2), following(3, { tagid_list: [2] })];
  const batch = { ...rowsOf(outcomes), appId: 'wx', accountName: 'Books' } as unknown as ShownBatch;
  const posted: { row: number; profile: ProfileView }[] = [];
  const asked: string[] = [];
  const errors: string[] = [];
  let answers: RelatedPeople | Error;

  const detail = new RowDetail({
    batch,
    language: 'en',
    relations: {
      people: openid => {
        asked.push(openid);
        return answers instanceof Error ? Promise.reject(answers) : Promise.resolve(answers);
      },
      lists: () => Promise.resolve([]),
    },
    log: { warn: () => undefined, error: message => errors.push(message) },
    post: (row, profile) => posted.push({ row, profile }),
  });
  const settled = async (condition: () => boolean) => {
    while (!condition()) await new Promise(resolve => setTimeout(resolve, 10));
  };

  beforeEach(() => {
    detail.send(0, new Map());
    for (const list of [posted, asked, errors]) list.length = 0;
    answers = people;
  });
  after(() => detail.dispose());

  it('comes at once, and again with likely owners once the reader rests on the row', async () => {
    detail.send(2, new Map());
    assert.deepEqual(
      posted.map(({ profile }) => profile.likelyOwners),
      [[]],
    );
    await settled(() => posted.length === 2);
    assert.deepEqual(posted[1]?.profile.likelyOwners, [owner]);
    detail.send(2, new Map([[2, 'star']]));
    assert.deepEqual(posted[2]?.profile.likelyOwners, [owner]);
  });

  it('has the tags’ names that came in the meantime', async () => {
    const tags = (at: number) => posted[at]?.profile.decoded?.tags;
    detail.send(3, new Map());
    detail.send(3, new Map([[2, 'star']]));
    await settled(() => posted.length === 3);
    assert.deepEqual(tags(2), [{ id: 2, name: 'star' }]);
  });

  it('does not ask about rows that an arrow key passes', async () => {
    detail.send(1, new Map());
    detail.send(2, new Map());
    await settled(() => posted.length === 3);
    assert.deepEqual(asked, [openidOf(2)]);
  });

  it('does without them where they cannot be read', async () => {
    answers = new Error('disk');
    detail.send(1, new Map());
    await settled(() => errors.length === 1);
    assert.equal(posted.length, 1);
  });
});
