import { createServer, type Server } from 'node:http';
import { type AccountCondition, SimulatedAccount } from './account/account';
import { type Texts } from './account/texts';
import { answer } from './http/exchange';
import { FaultList, type Faults } from './http/faults';
import { type Gate, Gates } from './http/gate';
import { appIdOf, Platform } from './platform';
import { readBody, ReceivedRequest, type RecordedRequest } from './http/request';
import { RidLog } from './http/ridLog';
import { SecretLog } from './credentials/secretLog';

export { type AccountCondition, type OpenidState, type SimulatedAccount } from './account/account';
export { type BrokenJson, type Fault, type Faults, type FaultScope, type RowDamage } from './http/faults';
export { type Gate } from './http/gate';
export { type Person } from './account/population';
export { ORDINARY as ordinaryTexts } from './account/texts';
export { type RecordedRequest } from './http/request';

export interface WeChatOptions {
  /** People of each account, a few of whom have left. Default 300. */
  readonly followers?: number;
  /** Remarks, tags and texts of QR codes. Default: such as nobody should take for markup, a formula or a path. */
  readonly texts?: Texts;
  /** Decides AppIDs, secrets and people. Default 1. */
  readonly seed?: number;
  /** Default: any free one. */
  readonly port?: number;
  /** Milliseconds since 1970; default `Date.now`. */
  readonly now?: () => number;
  /** Accounts beside the two healthy ones, after them in the list. */
  readonly accounts?: readonly { readonly name: string; readonly condition?: AccountCondition }[];
}

/** A simulated WeChat API over HTTP. */
export interface SimulatedWeChat {
  /** `http://127.0.0.1:<port>`, without a slash at the end. */
  readonly url: string;
  /** First two verified accounts under one Open Platform account, with people in common; then those of the options. */
  readonly accounts: readonly [SimulatedAccount, SimulatedAccount, ...SimulatedAccount[]];
  /** Every request since the start or `forgetRequests`, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  readonly faults: Faults;
  /** How many of `requests` went to a path, e.g. `/cgi-bin/user/info/batchget`. */
  calls(path: string): number;
  forgetRequests(): void;
  /** Every token issued so far, of one account or of all, answers 42001 from now on. */
  expireTokens(appId?: string): void;
  /** The same with 40001, as if another place had forced new ones. */
  revokeTokens(appId?: string): void;
  /** Every secret and access token issued or received, for grepping; `forgetRequests` does not forget them. */
  secrets(): string[];
  /** Answers of a path wait from now on. */
  hold(path: string): Gate;
  /** Breaks every connection and frees the port; more than once does no harm. */
  close(): Promise<void>;
}

const NAMES = ['Lens Demo 服务号', 'Lens Demo 订阅号'] as const;
const KEEP_ALIVE = 60_000;

export async function startWeChat(options: WeChatOptions = {}): Promise<SimulatedWeChat> {
  const { followers = 300, seed = 1, port = 0, now = Date.now, texts } = options;
  const open = (name: string, number: number, condition: AccountCondition = 'healthy'): SimulatedAccount => {
    const account = new SimulatedAccount({ name, seed, number, followers, now, ...(texts && { texts }) });
    account.become(condition);
    return account;
  };
  const accounts: SimulatedWeChat['accounts'] = [
    open(NAMES[0], 0),
    open(NAMES[1], 1),
    ...(options.accounts ?? []).map(({ name, condition }, index) =>
      open(name, NAMES.length + index, condition),
    ),
  ];
  const platform = new Platform(accounts, new RidLog(), now);
  const faults = new FaultList();
  const gates = new Gates();
  const received = new SecretLog();
  const requests: ReceivedRequest[] = [];

  const server = createServer((message, response) => {
    void readBody(message).then(async body => {
      if (body === undefined) {
        response.destroy();
        return;
      }
      const request = new ReceivedRequest(message, body, now());
      request.appId = appIdOf(request, platform);
      requests.push(request);
      received.note(request);
      await answer(request, response, { platform, faults, gates });
    });
  });
  server.keepAliveTimeout = KEEP_ALIVE;
  let closing: Promise<void> | undefined;
  const chosen = (appId?: string): readonly SimulatedAccount[] =>
    accounts.filter(account => appId === undefined || account.appId === appId);

  return {
    url: `http://127.0.0.1:${await listen(server, port)}`,
    accounts,
    requests,
    faults,
    calls: path => requests.filter(request => request.path === path).length,
    forgetRequests: () => void requests.splice(0),
    expireTokens: appId => chosen(appId).forEach(account => account.tokens.endAll(42001)),
    revokeTokens: appId => chosen(appId).forEach(account => account.tokens.endAll(40001)),
    secrets: () => [
      ...new Set([
        ...accounts.flatMap(account => [account.secret, ...account.tokens.issued]),
        ...received.secrets,
      ]),
    ],
    hold: path => gates.close(path),
    close: () => (closing ??= stop(server)),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('The server has no port.'));
      else resolve(address.port);
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close(error => (error ? reject(error) : resolve()));
    server.closeAllConnections();
  });
}
