import assert from 'node:assert/strict';

import { type ShownLookup } from '../../src/panels/sources';
import { ProfileActions } from '../../src/panels/profile/profileActions';
import { ProfilePanel } from '../../src/panels/profile/profilePanel';
import { RawJson } from '../../src/panels/profile/rawJson';
import { assertAccessible } from '../e2e/window/checks/axe';
import { follower, openidOf } from './batchInWindow';
import { eventually, type Panel, usePageWindow } from './window';

const nobody = () => Promise.resolve(undefined);

describe('the page of a profile', () => {
  const window = usePageWindow();
  const lookup: ShownLookup = {
    id: 'l1',
    appId: 'wx0123456789abcdef',
    accountName: '演示公众号',
    outcome: follower(4, { nickname: '' }),
    fetchedAt: Date.now(),
  };

  function open(
    shown: ShownLookup | undefined,
    state = {},
    refresh = nobody,
  ): { panel: Panel; host: ProfilePanel } {
    const panel = window.newPanel('wechatOpenid.profile', 'oAbC…00000004');
    const host = new ProfilePanel(panel, { id: 'l1', ...state }, shown, window.extensionUri, {
      lookups: { open: nobody, refresh, onDidChange: () => ({ dispose: () => undefined }) },
      tagNames: nobody,
      actions: new ProfileActions(new RawJson({ lookup: nobody, batch: nobody })),
      log: { warn: console.warn, error: console.error },
    });
    return { panel, host };
  }

  it('shows who it is, accessibly, and copies what is asked for', async () => {
    const { panel } = open(lookup);
    const page = await window.show(panel);
    await page.getByRole('heading', { name: openidOf(4) }).waitFor();
    await assertAccessible(page.mainFrame(), 'a profile');
    await page.getByRole('button', { name: 'Copy UnionID' }).click();
    await eventually(() => assert.deepEqual(window.done.copied, ['oUnion4']));
    await page.close();
  });

  it('spins nothing where motion is to be reduced', async () => {
    const { panel } = open(lookup, {}, () => new Promise(() => undefined));
    const page = await window.show(panel);
    await page.evaluate(`document.body.classList.add('vscode-reduce-motion')`);
    const button = page.locator('vscode-button', { hasText: 'Refresh' });
    await button.click();
    await eventually(async () => assert.notEqual(await button.getAttribute('disabled'), null));
    assert.equal(await button.getAttribute('icon-spin'), null);
    await page.close();
  });

  it('lets the person go, from its tab too, when history is cleared', async () => {
    const { panel, host } = open(lookup);
    const page = await window.show(panel);
    await page.getByRole('heading', { name: openidOf(4) }).waitFor();
    host.letGo();
    await page.getByText('This profile is no longer kept. Look the openid up again.').waitFor();
    assert.ok(!(await page.content()).includes(openidOf(4)));
    assert.equal(panel.title, 'Profile');
    host.update(lookup);
    await page.getByRole('heading', { name: openidOf(4) }).waitFor();
    assert.equal(panel.title, `${openidOf(4).slice(0, 4)}…${openidOf(4).slice(-8)}`);
    await page.close();
  });

  it('gives advice for what it was: a list, a look-up, or a decoded answer', async () => {
    const { panel } = open(undefined, { isAnswer: true });
    const page = await window.show(panel);
    await page
      .getByText('A decoded response is not kept over a reload. Decode it again to see it here.')
      .waitFor();
    await page.close();
  });
});
