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
import { businessKeys, type ImportStore, type People } from '../../people';
import { byHand } from '../../ui/asking/byHand';
import { withProgress } from '../../ui/asking/progress';
import { Hint } from '../../ui/problems/problem';
import { type Problems } from '../../ui/problems/problems';
import { type PersonProfiles } from './personProfiles';
import { type SharedIndex } from './sharedIndex';

/** More names of business keys than that have no column. */
const mostKeys = 40;
/** Exports what a page shows; where no such command is there the page has no button for it. */
const exportMapping = 'wechatOpenid.exportMapping';

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
      const acts = await this.acts();
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
        read: signal => this.readKeys(people, imports, [...names], signal),
      },
    };
  }

  private async readKeys(
    people: People,
    imports: ImportStore,
    names: readonly string[],
    signal: AbortSignal,
  ) {
    const values = await businessKeys(people, imports, names, signal);
    return (unionid: string, name: string) => values({ unionid, accounts: [] }, name);
  }

  private async acts(): Promise<PeopleActs> {
    const run = async (command: string, argument?: object): Promise<unknown> =>
      vscodeCommands.executeCommand(command, ...(argument ? [byHand(argument)] : []));
    const isThere = (await vscodeCommands.getCommands(true)).includes(exportMapping);
    return {
      again: () =>
        this.know().catch((error: unknown) => {
          void this.problems.show(error);
          return undefined;
        }),
      factsOf: (appId, openid) => this.profiles.factsOf(appId, openid),
      open: (appId, openid) => this.profiles.open(appId, openid),
      ...(isThere && { exportMapping: (request: MappingRequest) => run(exportMapping, request) }),
      compare: () => run(commands.compareAccounts),
      importPairs: () => run(commands.importPairs),
      askAgain: (appId, openids) => run(commands.batchFetch, { appId, openids: [...openids] }),
    };
  }
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
