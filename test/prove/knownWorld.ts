import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Batch, BatchStore } from '../../src/batch';
import {
  type ChangesFormat,
  ImportStore,
  type MappingColumn,
  type MappingFormat,
  mappingRows,
  openTable,
  PairReader,
  PeopleIndex,
  unionidChanges,
  writeChanges,
  writeMapping,
} from '../../src/people';
import { WeChatClient } from '../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../wechat';
import { type Row } from './databases';

const mini = 'wx00000000000000aa';
const signal = new AbortController().signal;

/** Business keys that databases and their clients read in their own way. */
export const nasty = [
  "O'Hara", "''", "\\", "\\'; DROP TABLE users; --", 'C:\\new\\table', '%_', '"quoted"', '`ticks`', '$1', '?', ':name',
  '张三丰', '👩‍👩‍👧 🙂', 'line\nbreak', 'tab\there', 'return\rhere', 'bell\u0007', 'escape\u001b[0m', 'next\u0085line',
  'para\u2029graph', 'e\u0301', '\u202eturned', '\\0', '\\x00', 'null and void', "E'\\x41'", '--', '/* */', ';', '$$',
]; // prettier-ignore

export const columns: readonly MappingColumn[] = [
  { name: 'unionid', content: { kind: 'unionid' } },
  { name: 'openid', content: { kind: 'openid', appId: 'official' } },
  { name: 'mini', content: { kind: 'openid', appId: mini } },
  { name: 'key', content: { kind: 'key', name: 'user_id' } },
];

/** An account whose followers were fetched, and a Mini Program that shares people with it, by import. */
export class KnownWorld {
  private constructor(
    private readonly folder: string,
    private readonly weChat: SimulatedWeChat,
    private readonly account: SimulatedAccount,
    private readonly batches: BatchStore,
    private readonly imports: ImportStore,
    private readonly batch: Batch,
    private readonly shared: ReadonlyMap<string, readonly [openid: string, key: string]>,
    private readonly others: readonly Row[],
  ) {}

  private known: Row[] = [];

  static async make(seed: number): Promise<KnownWorld> {
    const folder = await mkdtemp(join(tmpdir(), 'openid-lens-proof-'));
    const weChat = await startWeChat({ followers: 1_200, seed });
    const [account] = weChat.accounts;
    const batches = new BatchStore(join(folder, 'batches'), { retentionDays: () => 30 });
    const openids = account.openids({ state: 'following' }, 1_000);
    const named = { appId: 'official', accountName: account.name, source: 'proof', lang: 'zh_CN' } as const;
    const batch = await batches.create({ ...named, openids });
    const miniOpenid = (number: number) => `oMini_${String(number).padStart(22, '0')}`;
    const unionidOf = (openid: string) => account.personOf(openid)?.unionid ?? '';
    const shared = new Map(
      openids.slice(0, 300).map((openid, at) => [
        unionidOf(openid),
        [miniOpenid(at), nasty[at] ?? `U-${at}`] as const, // prettier-ignore
      ]),
    );
    const strangers = Array.from({ length: 200 }, (_, at): Row => [
      `${unionidOf(openids[0] ?? '').slice(0, 6)}${String(at).padStart(22, '0')}`,
      undefined,
      miniOpenid(1_000 + at),
      `S-${at}`,
    ]);
    const rows = [
      ...[...shared].map(([unionid, [openid, key]]) => ({ user_id: key, unionid, mini_openid: openid })),
      ...strangers.map(([unionid, , openid, key]) => ({ user_id: key, unionid, mini_openid: openid })),
    ];
    const table = await openTable(JSON.stringify(rows));
    if (!table) throw new Error('There is no table.');
    const imports = new ImportStore(join(folder, 'imports'), { retentionDays: () => 30 });
    const plan = table.columns.map(name => {
      if (name === 'unionid') return { name, meaning: { kind: 'unionid' } } as const;
      return name === 'user_id'
        ? ({ name, meaning: { kind: 'key' } } as const)
        : ({ name, meaning: { kind: 'openid', of: { kind: 'account', appId: mini } } } as const);
    });
    await imports.add({ name: 'users', source: 'users' }, new PairReader(table, plan), signal);
    const world = new KnownWorld(folder, weChat, account, batches, imports, batch, shared, strangers);
    await world.fetch();
    world.known = world.now();
    return world;
  }

  /** Unionid, openid, openid of the Mini Program and business key of everybody, as the simulation knows them. */
  truth(): Row[] {
    const own = this.batch.openids.map((openid): Row => {
      const unionid = this.account.personOf(openid)?.unionid ?? '';
      return [unionid, openid, ...(this.shared.get(unionid) ?? [undefined, undefined])];
    });
    return [...own, ...this.others];
  }

  /** Openid and unionid before the account was moved, and now. */
  before(): readonly Row[] {
    return this.known;
  }

  now(): Row[] {
    return this.batch.openids.map(openid => [openid, this.account.personOf(openid)?.unionid]);
  }

  async mapping(own: readonly MappingColumn[], format: MappingFormat): Promise<string> {
    const options = { beginning: this.beginning(), columns: own, inAllAccounts: false };
    const rows = mappingRows(await this.index().people(), this.imports, options);
    return textOf(writeMapping(rows, own, format));
  }

  /** Every unionid becomes another one, and everybody is asked for again. */
  async moveToAnotherPlatform(): Promise<void> {
    this.account.bindTo(3);
    await this.fetch();
  }

  async changes(format: ChangesFormat): Promise<string> {
    const answers = this.batch.openids.map((openid, index) => {
      const outcome = this.batch.outcomeAt(index);
      const unionid = outcome && 'profile' in outcome ? outcome.profile?.['unionid'] : undefined;
      return { openid, kind: outcome?.kind ?? 'pending', unionid, answeredAt: this.batch.answeredAt(index) };
    });
    const people = await this.index().people();
    const since = this.batch.refreshedAt ?? 0;
    const changes = await unionidChanges(people, 'official', since, answers);
    return textOf(writeChanges(changes, 'changed', format));
  }

  async close(): Promise<void> {
    await this.weChat.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  private async fetch(): Promise<void> {
    const { appId, secret } = this.account;
    const client = new WeChatClient({
      baseUrl: this.weChat.url,
      appId,
      secret: () => Promise.resolve(secret),
      timeoutMs: 10_000,
    });
    const again = this.batch.state === 'done' ? (['following', 'notFollowing'] as const) : [];
    await this.batches.run(this.batch, client, { concurrency: 8, signal, again });
    if (this.batch.state !== 'done') throw new Error(`The batch is ${this.batch.state}.`);
  }

  private beginning(): string {
    return (this.account.personOf(this.batch.openids[0] ?? '')?.unionid ?? '').slice(0, 6);
  }

  private index(): PeopleIndex {
    const lookups = async function* () {
      await Promise.resolve();
      yield* [];
    };
    return new PeopleIndex({ batches: this.batches, lookups, imports: this.imports });
  }
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
