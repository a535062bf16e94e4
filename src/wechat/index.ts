export { isAbort } from './exchange/abort';
// Types alone: an import that is left standing would load the checks at activation.
export type { CheckStep, Finding } from './check/accountCheck';
export { isRawProfile, type RawProfile } from './api/answers';
export { blacklist } from './api/lists/blacklist';
export { type ChangedOpenid, changeOpenid } from './api/people/changeOpenid';
export { createTag } from './api/tags/createTag';
export { followers } from './api/lists/followers';
export { type OpenidPage } from './api/lists/openidPage';
export { type Quota } from './api/account/quota';
export { renameTag } from './api/tags/renameTag';
export { tagMembers } from './api/lists/tagMembers';
export { tagPeople } from './api/tags/tagPeople';
export { type Tag } from './api/tags/tags';
export { tagsOfPerson } from './api/tags/tagsOfPerson';
export { type TracedRequest } from './api/account/tracedRequest';
export { untagPeople } from './api/tags/untagPeople';
export { updateRemark } from './api/people/updateRemark';
export { hasPassword, isLoopback, isPrivate, isWeChatHost } from './exchange/apiAddress';
export { type Header } from './exchange/connection';
export { type RequestEntry } from './exchange/apiCalls';
export { callerIp } from './errors/callerIp';
export {
  type CallOptions,
  maxBatchSize,
  type ProfileOptions,
  type TokenLife,
  WeChatClient,
  type WeChatClientOptions,
} from './client';
export { type PastedText, looksLike } from './clues';
export {
  type DecodeOptions,
  decodeProfile,
  type Profile,
  type UnionidMissing,
} from './profile/decodeProfile';
export { codeAndCause, explainError, type Explanation } from './errors/explainError';
export { errorCodes, errorPlaces } from './errors/errorTable';
export { TransportError, WeChatError, WeChatFailure } from './errors/failure';
export {
  type ErrorKind,
  type Fault,
  isWeChatFault,
  type TransportFault,
  type TransportReason,
  transportReasons,
  type WeChatFault,
} from './errors/fault';
export { errorKind, transportKind } from './errors/kinds';
export { type DisplayLanguage, displayLanguage, type Localized, type WeChatLang } from './language';
export { parseAnswer } from './json/parseAnswer';
export { type ProfileRows } from './profile/profileRows';
export { isKeptRequest, ridOf, ridTime } from './errors/rid';

export { findAnswers, type FoundAnswers } from './saved/findAnswers';
export { type OtherText } from './saved/answers/looks';
export { sentenceOf } from './saved/answers/sentences';
export { type FailedRow } from './saved/answers/userAnswers';
export { errorIn } from './saved/words/errorIn';
export { errcodeAt, type PlacedError } from './saved/words/namedErrors';
export { tokenServerName } from './api/endpoints';
export { type IssuedToken, type IssueToken, type TokenRequest } from './token/accessToken';
export { stableTokens } from './token/stableTokens';
export { serverTokens } from './token/serverTokens';
export { unixSeconds } from './profile/fields';
export { currentScene, sceneLabel, sceneTable } from './profile/scenes';

/** Checks, traces and clearing the quota: loaded at first use, since most windows need none of it. */
export const diagnosis = () => import('./check/diagnosis');
export { groupName, systemGroupNames } from './profile/systemGroups';
