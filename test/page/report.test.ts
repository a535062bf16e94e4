import assert from 'node:assert/strict';
import { type OpenPanels } from '../../src/panels/openPanels';
import { type Reporter, ReportPanels } from '../../src/panels/report/reportPanels';
import { type ReportStep, type ReportView } from '../../src/protocol/views/reportView';
import { assertAccessible } from '../e2e/window/checks/axe';
import { eventually, type Panel, usePageWindow } from './window';
import { panelMaker } from './window/vscode';

const step = (title: string, given: Partial<ReportStep>): ReportStep => ({
  title,
  state: 'pass',
  stateLabel: 'Passed',
  detail: '',
  buttons: [],
  ...given,
});

describe('the page of a report', () => {
  const window = usePageWindow();
  const title = 'Check Official Account';
  let panels: Panel[];
  let reports: ReportPanels;

  beforeEach(() => {
    panels = [];
    panelMaker.make = viewType => {
      const panel = window.newPanel(viewType, title);
      panels.push(panel);
      return panel;
    };
    reports = new ReportPanels(
      window.extensionUri,
      { add: () => undefined } as unknown as OpenPanels,
      console,
    );
  });
  afterEach(() => delete panelMaker.make);

  const report = (busy: boolean, steps: ReportStep[]): ReportView => ({
    title,
    origin: ['演示公众号', 'wx0123456789abcdef'],
    summary: { state: busy ? 'running' : 'fail', text: busy ? 'Checking…' : 'It cannot look people up.' },
    busy,
    steps,
    facts: [{ label: 'errcode', value: '40164' }],
    blocks: [{ title: 'Answer', text: '{"errcode":40164}\u202Ex' }],
    buttons: [{ action: 'again', label: 'Check Again' }],
  });

  /** A reporter whose report is shown as the test goes on. */
  function reporter() {
    const made: ((view: ReportView) => void)[] = [];
    const ends: (() => void)[] = [];
    const acts: string[] = [];
    const given: Reporter = {
      title,
      make: show => {
        made.push(show);
        return new Promise(done => ends.push(done));
      },
      act: action => Promise.resolve(acts.push(action)),
    };
    return { given, made, ends, acts };
  }

  async function pageOf(index: number) {
    return window.show(panels[index] ?? assert.fail('no panel was made'));
  }

  it('shows its steps as they come, accessibly, and does what is asked for', async () => {
    const { given, made, ends, acts } = reporter();
    reports.show('wx1', given, assert.ifError);
    const page = await pageOf(0);
    made[0]?.(report(true, [step('Network', { state: 'running', stateLabel: 'Running' })]));
    await page.getByText('Running').waitFor();
    const again = page.locator('vscode-button', { hasText: 'Check Again' });
    assert.notEqual(await again.getAttribute('disabled'), null);
    const refused = step('IP whitelist', {
      ...{ state: 'fail', stateLabel: 'Failed', detail: 'WeChat refused 203.0.113.7.' },
      buttons: [{ action: 'copyIp', label: 'Copy IP' }],
    });
    made[0]?.(report(false, [step('Network', {}), refused]));
    ends[0]?.();
    await page.getByText('WeChat refused 203.0.113.7.').waitFor();
    await assertAccessible(page.mainFrame(), 'a report');
    await page.getByRole('button', { name: 'Copy IP' }).click();
    await eventually(() => assert.deepEqual(acts, ['copyIp']));
    await again.click();
    await eventually(() => assert.equal(made.length, 2));
    await page.close();
  });

  it('leaves the keyboard to the title where its button is gone: the next is not pressed by the same key', async () => {
    const { given, made, acts } = reporter();
    reports.show('wx1', given, assert.ifError);
    const page = await pageOf(0);
    const cancel = { action: 'cancel', label: 'Cancel' } as const;
    const toFile = { action: 'export', label: 'Export…' } as const;
    made[0]?.({ ...report(true, []), buttons: [cancel, toFile] });
    await page.locator('vscode-button', { hasText: 'Cancel' }).focus();
    made[0]?.({ ...report(false, []), buttons: [{ action: 'undo', label: 'Undo…' }, toFile] });
    await page.locator('vscode-button', { hasText: 'Undo…' }).waitFor();
    await page.keyboard.press('Enter');
    assert.equal(await page.locator('h1:focus').count(), 1);
    await page.locator('vscode-button', { hasText: 'Export…' }).click();
    await eventually(() => assert.deepEqual(acts, ['export']));
    await page.close();
  });

  it('stands still where motion is to be reduced', async () => {
    const { given, made } = reporter();
    reports.show('wx1', given, assert.ifError);
    const page = await pageOf(0);
    made[0]?.(report(true, [step('Network', { state: 'running', stateLabel: 'Running' })]));
    await page.locator('li .icon.sync').waitFor();
    const turning = () =>
      page.evaluate<string>(
        `getComputedStyle(document.querySelector('lens-report').shadowRoot.querySelector('li .icon.sync')).animationName`,
      );
    assert.equal(await turning(), 'turn');
    await page.evaluate(`document.body.classList.add('vscode-reduce-motion')`);
    assert.equal(await turning(), 'none');
    await page.close();
  });

  it('is one for each subject, made anew when it is asked for again, but never twice at a time', async () => {
    const { given, made, ends } = reporter();
    reports.show('wx1', given, assert.ifError);
    reports.show('wx1', given, assert.ifError);
    reports.show('wx2', given, assert.ifError);
    assert.equal(panels.length, 2);
    assert.equal(made.length, 2);
    for (const end of ends) end();
    await eventually(() => {
      reports.show('wx1', given, assert.ifError);
      assert.equal(made.length, 3);
    });
    assert.equal(panels.length, 2);
  });
});
