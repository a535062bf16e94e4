import { planTagging, type TaggedPerson } from '../../../../src/changes';
import { askToTag, type Tagging } from '../../../../src/jobs/changes/tagConsent';
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
