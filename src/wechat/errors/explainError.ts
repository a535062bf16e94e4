import { callerIp } from './callerIp';
import { namedAddress, unnamedAddress } from './texts/network';
import { addressWithSecrets, transportErrors } from './texts/transport';
import { tokenServerErrors } from './texts/tokenServer';
import { type ErrorEntry, errorEntry } from './errorTable';
import { transportKind } from './kinds';
import {
  type ErrorKind,
  type Fault,
  isWeChatFault,
  type TransportFault,
  type TransportReason,
  type WeChatFault,
} from './fault';
import { tokenServerName } from '../api/endpoints';
import { type DisplayLanguage, localized } from '../language';
import { type ErrorText } from './texts/errorText';
import { ridOf, ridTime } from './rid';

/** An error in the user's language. */
export interface Explanation {
  /** WeChat's errcode, or why no usable answer arrived. */
  readonly code: number | TransportReason;
  readonly kind: ErrorKind;
  /** One or two sentences of plain text. */
  readonly cause: string;
  readonly nextStep: string;
  /** The caller's address as WeChat saw it: what belongs into the whitelist. */
  readonly ip?: string;
  readonly rid?: string;
  /** Unix seconds; an estimate. */
  readonly ridTime?: number;
}

const unknownError = {
  cause: localized(
    'A code that is not explained here: {errmsg}',
    '此处没有收录该错误码的说明：{errmsg}',
    '此處沒有收錄該錯誤碼的說明：{errmsg}',
  ),
  causeAlone: localized(
    'A code that is not explained here.',
    '此处没有收录该错误码的说明。',
    '此處沒有收錄該錯誤碼的說明。',
  ),
  nextStep: localized(
    "Look the code up in WeChat's documentation.",
    '在微信官方文档中查询该错误码。',
    '在微信官方文件中查詢該錯誤碼。',
  ),
  nextStepWithRid: localized(
    "Look the code up in WeChat's documentation, or enter the rid in its online diagnosis.",
    '在微信官方文档中查询该错误码，或用 rid 在官方在线诊断中查询。',
    '在微信官方文件中查詢該錯誤碼，或用 rid 在官方線上診斷中查詢。',
  ),
};

/** Told where nobody knows which API answered. */
const ifElsewhere = localized(
  'If it came from {paths}: {cause} {nextStep}',
  '如果来自 {paths}：{cause}{nextStep}',
  '如果來自 {paths}：{cause}{nextStep}',
);

/** What a failure means and what to do next, in the user's language. Needs no account and no network. */
export function explainError(fault: Fault, language: DisplayLanguage): Explanation {
  return isWeChatFault(fault) ? explainErrcode(fault, language) : explainTransport(fault, language);
}

/** As one line for lists and reports: the errcode, where WeChat answered with one, and the cause. */
export function codeAndCause({ code, cause }: Explanation): string {
  return typeof code === 'number' ? `${code} · ${cause}` : cause;
}

function explainErrcode(fault: WeChatFault, language: DisplayLanguage): Explanation {
  const { errcode, errmsg } = fault;
  const ip = callerIp(errmsg);
  const rid = ridOf(errmsg);
  const { kind, cause, nextStep, elsewhere } = errorEntry(fault) ?? unknownEntry(errmsg, rid);
  const time = rid === undefined ? undefined : ridTime(rid);
  const address = ip === undefined ? unnamedAddress : namedAddress(ip);
  const values = { code: errcode, errmsg, ip: address[language] };
  const others = elsewhere.map(({ at, ...other }) => {
    const paths = at.map(path => (path.endsWith('/') ? `${path}…` : path)).join(', ');
    const texts = { paths, cause: other.cause[language], nextStep: fill(other.nextStep[language], values) };
    return fill(ifElsewhere[language], texts);
  });
  return {
    code: errcode,
    kind,
    cause: [fill(cause[language], values), ...others].join(language === 'en' ? ' ' : ''),
    nextStep: fill(nextStep[language], values),
    ...(ip !== undefined && { ip }),
    ...(rid !== undefined && { rid }),
    ...(time !== undefined && { ridTime: time }),
  };
}

/** There may be nothing but the code, typed by hand. */
function unknownEntry(errmsg: string, rid: string | undefined): ErrorEntry {
  const { cause, causeAlone, nextStep, nextStepWithRid } = unknownError;
  return {
    kind: 'bug',
    cause: errmsg === '' ? causeAlone : cause,
    nextStep: rid === undefined ? nextStep : nextStepWithRid,
    elsewhere: [],
  };
}

function explainTransport(fault: TransportFault, language: DisplayLanguage): Explanation {
  const { cause, nextStep } = transportText(fault);
  const values = { status: fault.status ?? '?' };
  return {
    code: fault.reason,
    kind: transportKind(fault),
    cause: fill(cause[language], values),
    nextStep: nextStep[language],
  };
}

function transportText({ reason, endpoint, detail }: TransportFault): ErrorText {
  if (reason === 'staleToken' || endpoint === tokenServerName) return tokenServerErrors[reason];
  return reason === 'address' && detail === 'secrets' ? addressWithSecrets : transportErrors[reason];
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(values[name] ?? placeholder));
}
