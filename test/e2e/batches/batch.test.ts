import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { useWindow } from '../window';

const batchGet = '/cgi-bin/user/info/batchget';
const total = 5000;
const letThrough = 17;

describe('a batch of 5 000', () => {
  let wechat: SimulatedWeChat;
  let openids: string[];
  const files: Record<string, string> = {};

  before(async () => {
    wechat = await startWeChat({ followers: 6000 });
    openids = wechat.accounts[0].openids({ state: 'following' }, total);
    files['list.json'] = JSON.stringify(openids);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  before('register the account', async () => {
    await addOfficialAccount(opened().window, wechat.accounts[0]);
  });

  beforeEach(() => {
    wechat.faults.clear();
    wechat.forgetRequests();
  });

  describe('cancelled in the middle', () => {
    it('names its cost first, and shows the rows that have arrived while it runs', async () => {
      const { window } = opened();
      const gate = wechat.hold(batchGet);
      await start({ untilTold: true });
      await release(gate);
      await window.webview.getByText('1,700', { exact: true }).first().waitFor();
      await window.notifications.choose(/Fetching 5,000 profiles/, 'Cancel');
      await window.notifications.message(/The batch was cancelled\. So far: 1,700 following, 3,300 pending/);
      gate.open();
    });

    it('resumes after a reload and asks for nothing twice but what was in flight', async () => {
      const { window } = opened();
      await window.reload();
      await resume();
      await window.notifications.message(/The batch is done: 5,000 following/);
      const asked = askedOpenids();
      assert.equal(new Set(asked).size, total - letThrough * 100);
      assert.equal(asked.length, new Set(asked).size);
    });
  });

  describe('whose extension host is killed in the middle', () => {
    it('is interrupted, and its table comes back to life', async () => {
      const { window } = opened();
      const gate = wechat.hold(batchGet);
      await start();
      await release(gate);
      await window.webview.getByText('1,700', { exact: true }).first().waitFor();
      await window.killExtensionHost();
      gate.open();
      await window.sidebar.open('OpenID Lens');
      await window.sidebar.expand(wechat.accounts[0].name);
      await window.sidebar.expand('Batches');
      await window.sidebar.row(/list\.json.*Interrupted/).waitFor();
      await window.webview.getByText('Interrupted', { exact: true }).first().waitFor();
    });

    it('is completed by Resume, with each outcome once in the journal', async () => {
      const { window, storageFolder } = opened();
      wechat.forgetRequests();
      await window.reload();
      await resume();
      await window.notifications.message(/The batch is done: 5,000 following/);
      assert.equal(new Set(askedOpenids()).size, askedOpenids().length);
      const openids = await latestJournal(storageFolder);
      assert.equal(openids.length, total);
      assert.equal(new Set(openids).size, total);
    });
  });

  describe('when the daily quota ends in the middle', () => {
    it('stops at once, keeps what it has, counts the rest as pending and offers Resume', async () => {
      const { window } = opened();
      wechat.accounts[0].quota.reset();
      wechat.accounts[0].quota.set(batchGet, { daily: 20 });
      await start();
      const message = await window.notifications.message(/The batch stopped/);
      assert.match(message, /45009/);
      const [, following = '', pending = ''] =
        /So far: ([\d,]+) following, ([\d,]+) pending/.exec(message) ?? [];
      // Answers that were on their way when the quota ended may be among the pending.
      assert.ok(numberOf(following) > 1000 && numberOf(following) <= 2000, message);
      assert.equal(numberOf(following) + numberOf(pending), total);
      await window.webview.getByText('Stopped', { exact: true }).first().waitFor();
      await window.screenshot('batch-quota-used-up');
    });

    it('is completed by Resume once the quota is back', async () => {
      const { window } = opened();
      wechat.accounts[0].quota.reset();
      wechat.accounts[0].quota.set(batchGet, { daily: 500_000 });
      await window.notifications.choose(/The batch stopped/, 'Resume');
      await window.webview.getByText('Done', { exact: true }).first().waitFor();
      await window.webview.getByText('Following 5,000').waitFor();
    });
  });

  /** @param untilTold whether to wait for what WeChat says is left of the day's quota, which may come late */
  async function start({ untilTold = false } = {}): Promise<void> {
    const { window } = opened();
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('list.json', 'Fetch Profiles from List…');
    await window.quickInput.expectTitle(/^Fetch 5,000 profiles with /);
    if (untilTold) await window.quickInput.expectPlaceholder(/^Left of today: [\d,]+ calls\.$/);
    await window.quickInput.pick(/About 50 API calls/);
  }

  async function resume(): Promise<void> {
    await opened().window.runAndPick('WeChat: Resume Batch', 'list.json');
  }

  async function release(gate: ReturnType<SimulatedWeChat['hold']>): Promise<void> {
    for (let count = 0; count < letThrough; count++) {
      await gate.arrived(1);
      gate.release(1);
    }
  }

  function askedOpenids(): string[] {
    return wechat.requests
      .filter(({ path: asked }) => asked === batchGet)
      .flatMap(request => request.openids);
  }
});

function numberOf(text: string): number {
  return Number(text.replaceAll(',', ''));
}

/** The openids of the outcome lines of the batch that was written last. */
async function latestJournal(storageFolder: string): Promise<string[]> {
  const storage = path.join(storageFolder, 'batches');
  const journals = (await readdir(storage)).filter(name => name.endsWith('.ndjson')).sort();
  const lines = (await readFile(path.join(storage, journals.at(-1) ?? ''), 'utf8')).trim().split('\n');
  return lines.flatMap(line => {
    const record: unknown = JSON.parse(line);
    return typeof record === 'object' && record !== null && 'openid' in record ? [String(record.openid)] : [];
  });
}
