import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';

import { fillComparison, type ShownComparison } from '../../src/panels/lists/comparisonPanels';
import { type ComparedPart, type ComparedRowView } from '../../src/protocol/views/comparisonView';
import { assertAccessible } from '../e2e/window/checks/axe';
import { usePageWindow } from './window';
import { lookedAt, type ThemeName } from './window/themes';

describe('a comparison', () => {
  const window = usePageWindow();
  const opened: string[] = [];
  const exported: ComparedPart[] = [];
  const counts = { came: 240, left: 1_060, changed: 3, stayed: 23_921 };

  const rowsOf = (part: ComparedPart): readonly ComparedRowView[] =>
    part === 'changed'
      ? [
          {
            openid: 'oCHANGED',
            changes: [
              { field: 'Remark', before: 'none', after: 'right\u202eto left' },
              { field: 'Tags', before: 'VIP 会员', after: 'VIP 会员, 深圳' },
            ],
          },
        ]
      : Array.from({ length: part === 'stayed' ? 0 : counts[part as 'came'] }, (_, at) => ({
          openid: `o${part.toUpperCase()}${String(at).padStart(24, '0')}`,
          changes: [],
        }));

  const comparison: ShownComparison = {
    view: {
      title: 'Comparison of Lens Demo 服务号',
      origin: ['Lens Demo 服务号', 'wx581afd5adc9371ab'],
      earlier: { name: 'Followers, Nov 27, 15:47:41', facts: ['24,981 found', 'Kept until Dec 27, 15:47'] },
      later: { name: 'Followers, Nov 28, 15:47:47', facts: ['24,161 found', 'Kept until Dec 28, 15:47'] },
      parts: (['came', 'left', 'changed', 'stayed'] as const).map(part => ({
        part,
        label: { came: 'Came', left: 'Left', changed: 'Changed', stayed: 'Stayed' }[part],
        count: counts[part],
        shown: part === 'stayed' ? 0 : rowsOf(part).length,
        explanation: 'They are in the later one and were not in the earlier one.',
      })),
      fields: [
        { label: 'Remark', count: 1 },
        { label: 'Tags', count: 2 },
      ],
      notes: ['The walk of Followers, Nov 27, 15:47:41 has not come to its end.'],
    },
    rows: (part, from, count) => rowsOf(part).slice(from, from + count),
    open: openid => Promise.resolve(opened.push(openid)),
    export: part => Promise.resolve(exported.push(part)),
  };

  async function open(theme: ThemeName, viewport?: { width: number; height: number }): Promise<Page> {
    await window.newContext(theme, viewport);
    const panel = window.newPanel('wechatOpenid.comparison', comparison.view.title);
    const refuse = (message: string) => assert.fail(message);
    const log = { warn: refuse, error: refuse };
    fillComparison(panel, 'test', comparison, { extensionUri: window.extensionUri, log });
    const page = await window.show(panel);
    await page.getByRole('button', { name: 'oCAME' }).first().waitFor();
    return page;
  }

  for (const theme of lookedAt) {
    it(`is accessible in ${theme}`, async () => {
      const page = await open(theme);
      await assertAccessible(page.mainFrame(), `the comparison in ${theme}`);
      await window.screenshot(page, `comparison-${theme}`);
      await page.getByRole('tab', { name: 'Changed 3' }).click();
      await page.getByText('right⟨U+202E⟩to left').waitFor();
      await assertAccessible(page.mainFrame(), `what changed in ${theme}`);
      await window.screenshot(page, `comparison-changed-${theme}`);
      window.assertCalm();
    });
  }

  it('says in words what its picture shows', async () => {
    const page = await open('dark');
    const name = 'Came: 240, Left: 1,060, Changed: 3, Stayed: 23,921';
    await page.getByRole('img', { name }).waitFor();
  });

  it('is complete by keyboard', async () => {
    const page = await open('dark');
    await page.getByRole('tab', { name: 'Came 240' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByText('1–100 of 1,060').waitFor();
    await page.keyboard.press('End');
    await page.getByRole('tab', { name: 'Stayed 23,921', selected: true }).waitFor();
    assert.equal(await page.getByRole('row').count(), 0);
    await page.keyboard.press('ArrowRight');
    await page.getByRole('tab', { name: 'Came 240', selected: true }).waitFor();
    await page.keyboard.press('Tab');
    await page.getByRole('tabpanel').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('101–200 of 240').waitFor();
  });

  it('opens a person, and exports what is shown', async () => {
    const page = await open('dark');
    await page.getByRole('button', { name: 'Next Page' }).click();
    await page.getByText('101–200 of 240').waitFor();
    const person = page.getByRole('button', { name: 'oCAME' }).first();
    await person.click();
    await page.getByRole('tab', { name: 'Left 1,060' }).click();
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByText('1–100 of 1,060').waitFor();
    assert.deepEqual(opened, [rowsOf('came')[100]?.openid]);
    assert.deepEqual(exported, ['left']);
  });

  it('fits into 400 px', async () => {
    const page = await open('light', { width: 400, height: 800 });
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(wide <= 400, `${wide}`);
    await window.screenshot(page, 'comparison-400');
  });
});
