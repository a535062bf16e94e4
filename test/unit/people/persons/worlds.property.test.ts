import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type KeptAnswer } from '../../../../src/batch';
import { findFindings, type Finding, type People } from '../../../../src/people';
import { answersOf, following, id, imported, other, World } from '../scenario';

/** One thing that happens in a generated world: a run of questions to WeChat, or an import. */
interface Event {
  readonly kind: 'batch' | 'import';
  readonly account: number;
  readonly persons: readonly number[];
}

/** Each account is bound to a platform, or to none. */
const world = fc.record({
  bindings: fc.array(fc.option(fc.constantFrom('oPlatA', 'oPlatB'), { nil: undefined }), {
    minLength: 1,
    maxLength: 4,
  }),
  /** Who follows what; the others are known to WeChat, which gives no unionid of them. */
  follows: fc.array(fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), { minLength: 12, maxLength: 12 }),
  events: fc.array(
    fc.record<Event>({
      kind: fc.constantFrom('batch', 'import'),
      account: fc.nat(3),
      persons: fc.uniqueArray(fc.nat(11), { minLength: 1 }),
    }),
    { maxLength: 8 },
  ),
  /** Reads in between, of an index that reads on. */
  pauses: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  /** Of which account an import comes with its rows shifted by one at last. */
  shifted: fc.option(fc.nat(3), { nil: undefined }),
  /** Which account is bound to another platform at last, and fetched anew. */
  moved: fc.option(fc.nat(3), { nil: undefined }),
});

const appIdOf = (account: number) => `wx-${account}`;
const openidOf = (account: number, person: number) => id(`oAcc${account}`, person);

describe('people of generated worlds', () => {
  it('are joined as they truly are, and the findings are those that were made', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(world, async generated => {
        const truth = new Truth();
        const made = new World();
        const accounts = generated.bindings.length;
        const events = generated.events.map(event => ({ ...event, account: event.account % accounts }));
        for (const [at, { kind, account, persons }] of events.entries()) {
          const binding = generated.bindings[account];
          const follow = (person: number) => generated.follows[person]?.[account] ?? false;
          if (kind === 'batch') {
            made.news = [
              answersOf(
                `b${at}`,
                appIdOf(account),
                persons.map(person => answer(binding, account, person, follow(person), at)),
              ),
            ];
            for (const person of persons) {
              const unionid = binding !== undefined && follow(person) ? id(binding, person) : undefined;
              truth.see(account, person, unionid, follow(person) ? 'following' : 'notFollowing');
            }
          } else {
            made.news = [];
            const rows = persons.map(person => [
              binding === undefined ? '' : id(binding, person),
              openidOf(account, person),
            ]);
            await imported(made.imports, [appIdOf(account)], rows);
            for (const person of persons)
              truth.see(account, person, binding === undefined ? undefined : id(binding, person), undefined);
          }
          if (generated.pauses[at] === true || kind === 'batch') await made.index.people();
          made.news = [];
        }
        const { moved, shifted } = generated;
        if (moved !== undefined && moved < accounts) {
          const own = truth.openids(moved);
          made.news = [
            answersOf(
              'moved',
              appIdOf(moved),
              own.map(person => answer('oPlatC', moved, person, true, 1_000)),
            ),
          ];
          for (const person of own) truth.see(moved, person, id('oPlatC', person), 'following');
        } else if (shifted !== undefined && shifted < accounts) {
          const own = truth.openids(shifted).filter(person => truth.unionidOf(shifted, person) !== undefined);
          // Each is given the unionid of the next, and the first that of the last.
          const rows = own.map((person, place) =>
            answerOf(shifted, person, truth.unionidOf(shifted, own[(place + 1) % own.length] ?? person)),
          );
          made.news = [answersOf('shifted', appIdOf(shifted), rows)];
          const slipped = own.map((_, place) => truth.unionidOf(shifted, own[(place + 1) % own.length] ?? 0));
          for (const [place, person] of own.entries())
            truth.see(shifted, person, slipped[place], 'following');
        }
        const people = await made.index.people();
        truth.check(people);
        assert.deepEqual(told(await findFindings(people)), truth.findings());
      }),
      { numRuns: 80 },
    );
  });
});

function answer(
  binding: string | undefined,
  account: number,
  person: number,
  follows: boolean,
  at: number,
): KeptAnswer {
  const openid = openidOf(account, person);
  const unionid = binding === undefined ? undefined : id(binding, person);
  return { outcome: follows ? following(openid, unionid) : other('notFollowing', openid), at: at + 1 };
}

function answerOf(account: number, person: number, unionid: string | undefined): KeptAnswer {
  return { outcome: following(openidOf(account, person), unionid), at: 2_000 };
}

/** What is known of a person in an account, kept as simply as can be. */
interface Fact {
  unionid: string | undefined;
  isOfWeChat: boolean;
  outcome: 'following' | 'notFollowing' | undefined;
  older: Set<string>;
}

class Truth {
  readonly #facts = new Map<number, Map<number, Fact>>();

  see(account: number, person: number, unionid: string | undefined, outcome: Fact['outcome']): void {
    const facts = this.#facts.get(account) ?? new Map<number, Fact>();
    this.#facts.set(account, facts);
    const fact = facts.get(person) ?? {
      unionid: undefined,
      isOfWeChat: false,
      outcome: undefined,
      older: new Set(),
    };
    facts.set(person, fact);
    if (outcome !== undefined) fact.outcome = outcome;
    if (unionid === undefined) return;
    if (fact.unionid !== undefined && fact.unionid !== unionid) fact.older.add(fact.unionid);
    fact.unionid = unionid;
    fact.isOfWeChat ||= outcome !== undefined;
    fact.older.delete(unionid);
  }

  openids(account: number): number[] {
    return [...(this.#facts.get(account)?.keys() ?? [])];
  }

  unionidOf(account: number, person: number): string | undefined {
    return this.#facts.get(account)?.get(person)?.unionid;
  }

  /** `account openid` of each unionid. */
  #persons(): Map<string, { account: number; openid: string }[]> {
    const persons = new Map<string, { account: number; openid: string }[]>();
    for (const [account, facts] of this.#facts)
      for (const [person, { unionid }] of facts)
        if (unionid !== undefined) {
          const openids = persons.get(unionid) ?? [];
          persons.set(unionid, openids);
          openids.push({ account, openid: openidOf(account, person) });
        }
    return persons;
  }

  check(people: People): void {
    const persons = this.#persons();
    const joined = people.platforms().flatMap(({ beginning }) => [...people.persons(beginning)]);
    assert.deepEqual(
      new Map(joined.map(({ unionid, accounts }) => [unionid, texts(accounts)])),
      new Map(
        [...persons].map(([unionid, all]) => [
          unionid,
          texts(all.map(each => ({ ...each, appId: appIdOf(each.account) }))),
        ]),
      ),
    );
    for (const { beginning, persons: size } of people.platforms()) {
      const own = [...persons].filter(([unionid]) => unionid.startsWith(beginning));
      assert.equal(size, own.length);
      const counts = new Map<string, number>();
      for (const [, all] of own) {
        const key = [...new Set(all.map(({ account }) => appIdOf(account)))].sort().join();
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      assert.deepEqual(
        new Map(
          people.combinations(beginning).map(({ appIds, persons: n }) => [[...appIds].sort().join(), n]),
        ),
        counts,
      );
    }
  }

  findings(): string[] {
    const persons = [...this.#persons()];
    const withUnionids = new Set(persons.flatMap(([, all]) => all.map(({ account }) => account)));
    return [...this.#facts]
      .flatMap(([account, facts]) => {
        const own = persons.filter(([, all]) => all.some(each => each.account === account));
        const twice = own.filter(([, all]) => all.filter(each => each.account === account).length > 1);
        const beginnings = new Set(own.map(([unionid]) => unionid.slice(0, 6)));
        const meets = own.some(([, all]) => all.some(each => each.account !== account));
        const isAlone = own.length > 0 && !meets && withUnionids.size > 1;
        const changes = new Map<string, number>();
        const causes = new Map<string, number>();
        const isBound = [...facts.values()].some(fact => fact.isOfWeChat);
        for (const { unionid, older, outcome } of facts.values()) {
          if (unionid === undefined) {
            const cause =
              outcome === undefined
                ? 'importWithout'
                : outcome === 'notFollowing'
                  ? outcome
                  : isBound
                    ? 'leftOutByWeChat'
                    : 'notBound';
            causes.set(cause, (causes.get(cause) ?? 0) + 1);
          }
          for (const each of older) {
            const kind = each.startsWith(unionid?.slice(0, 6) ?? '') ? 'shiftedRows' : 'platformChanged';
            changes.set(kind, (changes.get(kind) ?? 0) + 1);
          }
        }
        return [
          ...(twice.length > 0 ? [`${appIdOf(account)} twoOpenids ${twice.length}`] : []),
          ...(beginnings.size > 1 ? [`${appIdOf(account)} twoBeginnings ${beginnings.size}`] : []),
          ...(isAlone ? [`${appIdOf(account)} meetsNobody ${own.length}`] : []),
          ...[...changes].map(([kind, n]) => `${appIdOf(account)} twoUnionids ${kind} ${n}`),
          ...[...causes].map(([cause, n]) => `${appIdOf(account)} withoutUnionid ${cause} ${n}`),
        ];
      })
      .sort();
  }
}

function texts(all: readonly { appId: string; openid: string }[]): string[] {
  return all.map(({ appId, openid }) => `${appId} ${openid}`).sort();
}

function told(findings: readonly Finding[]): string[] {
  return findings
    .map(finding => {
      switch (finding.kind) {
        case 'twoOpenids':
          return `${finding.appId} twoOpenids ${finding.unionids.length}`;
        case 'twoBeginnings':
          return `${finding.appId} twoBeginnings ${finding.beginnings.length}`;
        case 'meetsNobody':
          return `${finding.appId} meetsNobody ${finding.persons}`;
        case 'twoUnionids':
          return `${finding.appId} twoUnionids ${finding.likelier} ${finding.openids.length}`;
        case 'withoutUnionid':
          return `${finding.appId} withoutUnionid ${finding.cause} ${finding.openids.length}`;
      }
    })
    .sort();
}
