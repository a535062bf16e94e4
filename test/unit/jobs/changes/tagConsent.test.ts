import assert from 'node:assert/strict';
import { planTagging, type TaggedPerson, TagRun } from '../../../../src/changes';
import { askToTag, type Tagging } from '../../../../src/jobs/changes/tagConsent';
import { taggingReport } from '../../../../src/jobs/changes/taggingReport';
import { useFakeVSCode } from '../../../fakeVSCode';

const account: Tagging['account'] = { appId: 'wx1', name: 'Demo', credential: { kind: 'none' }, addedAt: 0 };

describe('the question before people are tagged', () => {
  const { person } = useFakeVSCode();

  function ask(people: readonly TaggedPerson[]): Promise<unknown> {
    const plan = planTagging('tag', people);
    return askToTag({ account, action: 'tag', tagName: 'VIP', plan, known: new Map(), isOfCall: false });
  }

  it('is asked of more people than a call has arguments', async () => {
    const at = Date.now() - 86_400_000;
    const carrying = Array.from({ length: 200_000 }, (_, row) => ({
      openid: `o${row}`,
      before: { carries: true, at: row === 7 ? at : Date.now() },
    }));
    person.chooses(/not sent: 200,000 \(oldest profile: 1 day ago\)/, 'Tag People');
    await ask([...carrying, { openid: 'other' }]);
  });

  it('counts nobody among those for whom it can be undone who is not sent', async () => {
    const before = { carries: false, at: Date.now() };
    const [one, full] = [
      { openid: 'one', before },
      { openid: 'full', before, isFull: true },
    ];
    person.chooses(/^Tag 1 person .*Can be undone for 1 of them\.$/s, 'Tag People');
    await ask([one, full]);
  });
});

describe('the page of a run that tagged people', () => {
  useFakeVSCode();

  it('offers to take it back of one person as of one', () => {
    const head = {
      appId: 'wx1',
      accountName: 'Demo',
      action: 'tag',
      tagId: 1,
      tagName: 'VIP',
      startedAt: 1,
    } as const;
    const people = ['a', 'b'].map(openid => ({ openid, before: { carries: false, at: 1 } }));
    const run = new TagRun('tags-1', head, people);
    const undo = () => taggingReport(run, false).buttons.find(({ action }) => action === 'undo')?.label;
    run.note({ kind: 'done', openids: ['a'] }, 2);
    assert.equal(undo(), 'Undo for 1 Person…');
    run.note({ kind: 'done', openids: ['b'] }, 2);
    assert.equal(undo(), 'Undo for 2 People…');
  });
});
