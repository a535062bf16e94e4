/** What an account in trouble needs: `diagnosis()` of the face loads it at first use. */
export { checkAccount, checkSteps, quotaPaths } from './accountCheck';
export { clearQuota } from '../api/account/clearQuota';
export { reachApi } from './reachApi';
export { tracedRequest } from '../api/account/tracedRequest';
