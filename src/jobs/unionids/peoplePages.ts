import { commands as vscodeCommands, l10n } from 'vscode';

import { type AccountRegistry, usesApi } from '../../accounts';
import { commands } from '../../manifest';
import {
  type KnownPeople,
  type MappingRequest,
  type PeopleActs,
  type PeoplePlace,
  type Panels,
} from '../../panels';
import { businessKeys, type ImportStore } from '../../people';
import { byHand } from '../../ui/asking/byHand';
import { withProgress } from '../../ui/asking/progress';
import { Hint } from '../../ui/problems/problem';
import { type Problems } from '../../ui/problems/problems';
import { type PersonProfiles } from './personProfiles';
import { type SharedIndex } from './sharedIndex';

/** More names of business keys than that have no column. */
const mostKeys = 40;
/** Unionids that go to an export at a time. */
const portion = 1000;

/** Pages of people, made from the index when they are asked for. */
export class PeoplePages {
  constructor(
    private readonly registry: Pick<AccountRegistry, 'all'>,
    private readonly index: SharedIndex,
    private readonly imports: () => Promise<ImportStore>,
    private readonly panels: Pick<Panels, 'people'>,
    private readonly profiles: PersonProfiles,
    private readonly problems: Pick<Problems, 'show'>,
  ) {}

  async open(place?: PeoplePlace): Promise<void> {
    await this.show(l10n.t('People'), undefined, place);
  }

  /** @param compared AppIDs of two accounts or more */
  async compare(compared: readonly string[]): Promise<void> {
    await this.show(l10n.t('Comparison of Accounts'), compared);
  }

  private async show(title: string, compared?: readonly string[], place?: PeoplePlace): Promise<void> {
    const release = this.index.hold();
    try {
      const known = await this.know();
      if (known.people.appIds.length === 0) throw nobody();
      const acts = this.acts();
      const page = { known, acts, ...(compared && { compared }), ...(place && { place }) };
      (await this.panels.people()).show(title, page, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  private async know(): Promise<KnownPeople> {
    const people = await withProgress(l10n.t('Putting people together'), signal => this.index.people(signal));
    const accounts = new Map((await this.registry.all()).map(account => [account.appId, account]));
    const imports = await this.imports();
    const names = new Set((await imports.imports()).imports.flatMap(({ keys }) => keys));
    return {
      people,
      at: Date.now(),
      nameOf: appId => accounts.get(appId)?.name ?? appId,
      usesApi: appId => {
        const account = accounts.get(appId);
        return account !== undefined && usesApi(account);
      },
      keys: {
        names: [...names].slice(0, mostKeys),
        read: signal => businessKeys(people, imports, [...names], signal),
      },
    };
  }

  private acts(): PeopleActs {
    const run = async (command: string, argument?: object): Promise<unknown> =>
      vscodeCommands.executeCommand(command, ...(argument ? [byHand(argument)] : []));
    return {
      again: () =>
        this.know().catch((error: unknown) => {
          void this.problems.show(error);
          return undefined;
        }),
      factsOf: (appId, openid) => this.profiles.factsOf(appId, openid),
      open: (appId, openid) => this.profiles.open(appId, openid),
      exportMapping: ({ platform, appIds, persons }: MappingRequest) =>
        run(commands.exportMapping, {
          ...{ platform, accounts: [...appIds] },
          ...(persons && { unionids: portionsOf(persons.unionids()) }),
        }),
      compare: () => run(commands.compareAccounts),
      importPairs: () => run(commands.importPairs),
      askAgain: (appId, openids) => run(commands.batchFetch, { appId, openids: [...openids] }),
    };
  }
}

async function* portionsOf(unionids: Iterable<string>): AsyncGenerator<readonly string[]> {
  let some: string[] = [];
  for (const unionid of unionids) {
    some.push(unionid);
    if (some.length < portion) continue;
    yield some;
    some = [];
    await new Promise(setImmediate);
  }
  if (some.length > 0) yield some;
}

function nobody(): Hint {
  return new Hint(
    l10n.t(
      'Nobody is known on this machine yet. Fetch profiles of followers, which bring their unionids, or import pairs from your own database.',
    ),
    [
      {
        label: l10n.t('Import UnionID Pairs…'),
        run: () => vscodeCommands.executeCommand(commands.importPairs),
      },
      {
        label: l10n.t('Browse Followers…'),
        run: () => vscodeCommands.executeCommand(commands.browseFollowers),
      },
    ],
  );
}
