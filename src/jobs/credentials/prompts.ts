/** What is asked of the user in the middle of a call, loaded when it is. */
export { promptForSecret } from './secretPrompt';
export { TokenOwner } from './tokenOwner';
export { promptForToken } from './tokenPrompt';
