import { addErrors, addMeanings } from './errorTable';
import { otherMeanings } from './texts/elsewhere';
import { messageErrors } from './texts/messages';
import { otherDataErrors, otherBugErrors, otherConfigErrors } from './texts/otherCalls';
import { tagErrors } from './texts/tags';
import { webAuthorizationErrors } from './texts/webAuthorization';

// Twenty kilobytes that no window needs before somebody pastes an error: whoever reads texts loads this file.
addErrors([
  ['config', otherConfigErrors],
  ['data', tagErrors],
  ['data', webAuthorizationErrors],
  ['data', messageErrors],
  ['data', otherDataErrors],
  ['bug', otherBugErrors],
]);
for (const [code, meanings] of Object.entries(otherMeanings)) addMeanings(Number(code), meanings);

export { errorCodes, errorPlaces } from './errorTable';
