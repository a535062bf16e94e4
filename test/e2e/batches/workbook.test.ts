import assert from 'node:assert/strict';

import { workbook } from '../../unit/openids/workbook/workbooks';
import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { useWindow } from '../window';

const total = 50_000;

describe('an Excel workbook of 50 000 rows', () => {
  let wechat: SimulatedWeChat;
  const files: Record<string, string | Uint8Array> = {
    'locked.xlsx': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  };

  before(async () => {
    wechat = await startWeChat({ followers: 60_000 });
    const openids = wechat.accounts[0].openids({ state: 'following' }, total);
    const rows = openids.map((openid, index) => [index + 1, openid, `oU9nQ-${openid.slice(6)}`, '备注']);
    files['fans.xlsx'] = workbook([['No.', 'openid', 'unionid', 'remark'], ...rows]);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  before('register the account', async () => {
    await addOfficialAccount(opened().window, wechat.accounts[0]);
  });

  it('becomes a batch of its openids, with its unionids left out', async () => {
    const { window } = opened();
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('fans.xlsx', 'Fetch Profiles from List…');
    await window.quickInput.pick(/About 500 API calls/);
    await window.notifications.message(/Left out by their names: 50,000 unionids/);
    await window.notifications.message(/The batch is done: 50,000 following/);
    const asked = wechat.requests.flatMap(({ openids }) => openids);
    assert.equal(new Set(asked).size, total);
  });

  it('is told from one with a password, which a sentence explains', async () => {
    const { window } = opened();
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('locked.xlsx', 'Fetch Profiles from List…');
    await window.notifications.message(/locked\.xlsx is protected with a password/);
  });
});
