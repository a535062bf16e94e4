import { behavesAsVSCode } from '../fakeVSCode/specification';

describe('VS Code, as its fake stands for it', () => {
  behavesAsVSCode();
});
