import assert from 'node:assert/strict';

import { Log } from '../../../../src/ui/log/log';
import { useFakeVSCode } from '../../../fakeVSCode';

describe('the log', () => {
  const window = useFakeVSCode();

  it('holds no secret and names no person, whoever writes what', () => {
    const log = new Log();
    const openid = 'o6_bmjrPTlm6_2sgVt7hMZOPfL2M';
    log.info(`looked up ${openid}`);
    log.warn(`{"openid":"odd one","secret":"0123"}`);
    log.error('unexpected', new Error(`no row for ${openid}`));
    const text = [...window.logLines, ...log.recent()].join('\n');
    assert.equal(window.logLines.length, 3);
    for (const told of [openid, 'odd one', '0123']) assert.ok(!text.includes(told), text);
    log.dispose();
  });

  it('leaves what it is for: method, path, errcode, rid and milliseconds', () => {
    const log = new Log();
    const rid = '62e14637-298eecd7-77bd3d5c';
    log.request({
      method: 'POST',
      path: '/cgi-bin/user/info/batchget',
      errcode: 40003,
      rid,
      milliseconds: 31,
      attempt: 2,
    } as never);
    assert.match(
      log.recent()[0] ?? '',
      /POST \/cgi-bin\/user\/info\/batchget · errcode 40003 · rid 62e14637-298eecd7-77bd3d5c · 31 ms · attempt 2$/,
    );
    log.dispose();
  });
});
