import assert from 'node:assert/strict';
import { SharedIndex } from '../../../../src/jobs/unionids/sharedIndex';
import { ImportStore } from '../../../../src/people';
import { type PeopleSummary } from '../../../../src/tree/peopleItems';
import { answersOf, following, id, official, type World } from '../../people/scenario';

describe('the one index of people of a window', () => {
  let news: World['news'];
  /** How often everything was read. */
  let read: number;
  let told: (PeopleSummary | undefined)[];
  let whileRead: () => void;

  beforeEach(() => {
    news = [answersOf('b', official, [{ outcome: following(id('oOffic', 1), id('oUnion', 1)), at: 1 }])];
    read = 0;
    told = [];
    whileRead = () => undefined;
  });

  function newIndex(): SharedIndex {
    async function* answers() {
      read++;
      await new Promise(setImmediate);
      const kept = news;
      whileRead();
      yield* kept;
    }
    const imports = new ImportStore('/nowhere', { retentionDays: () => 0 });
    return new SharedIndex(
      {
        registry: { all: () => Promise.resolve([]) },
        batches: { answers },
        lookups: { recent: () => Promise.resolve([]) },
        imports: () => Promise.resolve(imports),
        lists: () =>
          Promise.resolve({
            lists: () => Promise.resolve({ lists: [] }),
            source: () => Promise.reject(new Error('no list')),
          }),
      },
      summary => told.push(summary),
    );
  }

  it('is read once for all who ask first at once', async () => {
    const index = newIndex();
    const [one, other] = await Promise.all([index.people(), index.people()]);
    assert.deepEqual([one === other, read], [true, 1]);
  });

  it('shows and counts nobody who was removed while it was read', async () => {
    const index = newIndex();
    whileRead = () => {
      whileRead = () => undefined;
      news = [];
      index.removed();
    };
    const people = await index.people();
    assert.deepEqual([people.platforms(), read], [[], 2]);
    await new Promise(resolve => setTimeout(resolve, 20));
    assert.deepEqual(
      told.map(summary => summary?.accounts),
      [undefined, 0],
    );
  });

  it('tells no numbers of what was removed since they were counted', async () => {
    const index = newIndex();
    await index.people();
    index.removed();
    await new Promise(resolve => setTimeout(resolve, 20));
    assert.deepEqual(told, [undefined]);
  });
});
