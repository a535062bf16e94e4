import { type Fault, type FaultScope, type SimulatedWeChat } from '../wechat';

/** What goes wrong at WeChat or on the way, as one row of the table. */
export interface FaultRow {
  readonly name: string;
  /** Nothing comes, and the time for an answer runs out. */
  readonly isSilence?: boolean;
  /** Begins at the API that the operation needs. */
  readonly strike: (weChat: SimulatedWeChat, scope: FaultScope) => void;
}

const token = '/cgi-bin/stable_token';
const json = [
  'rawControls',
  'strayBackslash',
  'trailingComma',
  'missingComma',
  'bom',
  'escapedSlashes',
] as const;
const rows = [
  'dropped',
  'duplicated',
  'reordered',
  'shifted',
  'withoutSubscribe',
  'withoutSubscribeTime',
] as const;

/** Every kind of fault that the simulated WeChat knows, and what people meet most of errcodes. */
export const faults: readonly FaultRow[] = [
  at('-1, once', { kind: 'errcode', errcode: -1 }, { times: 1 }),
  at('-1, on and on', { kind: 'errcode', errcode: -1 }),
  { name: 'access token expired (42001)', strike: weChat => weChat.expireTokens() },
  { name: 'access token replaced elsewhere (40001)', strike: weChat => weChat.revokeTokens() },
  at('40001, on and on', { kind: 'errcode', errcode: 40001 }),
  at('40003, once: an openid is none', { kind: 'errcode', errcode: 40003 }, { times: 1 }),
  at('40164: the address is not whitelisted', {
    kind: 'errcode',
    errcode: 40164,
    errmsg: 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist',
  }),
  at('45009: the quota of the day is used up', { kind: 'errcode', errcode: 45009 }),
  at('45011, once: too many calls in a minute', { kind: 'errcode', errcode: 45011 }, { times: 1 }),
  at('48001: no permission', { kind: 'errcode', errcode: 48001 }),
  at('an errcode nobody knows', { kind: 'errcode', errcode: 99999, errmsg: 'something new' }),
  at('429 with Retry-After, once', { kind: 'status', status: 429, retryAfter: '7' }, { times: 1 }),
  at('502, on and on', { kind: 'status', status: 502 }),
  at('a page of HTML', { kind: 'html' }),
  at('a redirect to elsewhere', { kind: 'redirect', to: 'https://portal.example/login' }),
  at('an answer of more than 16 MB', { kind: 'huge', contentLength: 'honest', bytes: 17_000_000 }),
  at('connections are reset', { kind: 'reset' }),
  { ...at('no answer ever comes', { kind: 'never' }), isSilence: true },
  at('answers come late', { kind: 'latency', ms: 30 }),
  at('answers trickle', { kind: 'slow', bytes: 400, everyMs: 1 }),
  at('answers are cut off', { kind: 'cut' }),
  at('no charset is named', { kind: 'noCharset' }),
  ...json.map(how => at(`JSON: ${how}`, { kind: 'json', how })),
  ...rows.map(how => at(`rows: ${how}`, { kind: 'rows', how })),
  ofToken('token: 40125, a wrong secret', { kind: 'errcode', errcode: 40125 }),
  ofToken('token: 40164, not whitelisted', {
    kind: 'errcode',
    errcode: 40164,
    errmsg: 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist',
  }),
  ofToken('token: connections are reset', { kind: 'reset' }),
];

/** At the API that the operation needs. */
function at(name: string, fault: Fault, scope: FaultScope = {}): FaultRow {
  return { name, strike: (weChat, of) => void weChat.faults.add(fault, { ...scope, ...of }) };
}

/** Where the access token comes from, which has to be asked for anew. */
function ofToken(name: string, fault: Fault): FaultRow {
  return {
    name,
    strike: weChat => {
      weChat.expireTokens();
      weChat.faults.add(fault, { path: token });
    },
  };
}
