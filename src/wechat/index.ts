export { isAbort } from './abort';
// Types alone: an import that is left standing would load the checks at activation.
export type { CheckStep, Finding } from './accountCheck';
export { isRawProfile, type RawProfile } from './answers';
export { blacklist } from './api/blacklist';
export { type ChangedOpenid, changeOpenid } from './api/changeOpenid';
export { createTag } from './api/createTag';
export { followers } from './api/followers';
export { type OpenidPage } from './api/openidPage';
export { type Quota } from './api/quota';
export { renameTag } from './api/renameTag';
export { tagMembers } from './api/tagMembers';
export { tagPeople } from './api/tagPeople';
export { type Tag } from './api/tags';
export { tagsOfPerson } from './api/tagsOfPerson';
export { type TracedRequest } from './api/tracedRequest';
export { untagPeople } from './api/untagPeople';
export { updateRemark } from './api/updateRemark';
export { type RequestEntry } from './apiCalls';
export { callerIp } from './callerIp';
export {
  type CallOptions,
  maxBatchSize,
  type ProfileOptions,
  type TokenLife,
  WeChatClient,
  type WeChatClientOptions,
} from './client';
export { type PastedText, looksLike } from './clues';
export { type DecodeOptions, decodeProfile, type Profile, type UnionidMissing } from './decodeProfile';
export { explainError, type Explanation } from './explainError';
export { errorCodes, errorKind, transportKind } from './errorTable';
export { TransportError, WeChatError, WeChatFailure } from './failure';
export {
  type ErrorKind,
  type Fault,
  isWeChatFault,
  type TransportFault,
  type TransportReason,
  transportReasons,
  type WeChatFault,
} from './fault';
export { type DisplayLanguage, displayLanguage, type Localized, type WeChatLang } from './language';
export { parseAnswer } from './parseAnswer';
export { type ProfileRows } from './profileRows';
export { isKeptRequest, ridOf, ridTime } from './rid';
export { errcodeAt, errorIn, errorInWords, namedErrorIn, type PlacedError } from './saved/errorIn';
export { findAnswers, type FoundAnswers } from './saved/findAnswers';
export { type OtherText } from './saved/otherText';
export { sentenceOf } from './saved/otherTexts';
export { currentScene, sceneLabel, sceneTable } from './scenes';

/** Checks, traces and clearing the quota: loaded at first use, since most windows need none of it. */
export const diagnosis = () => import('./diagnosis');
