import { batchOf, follower, stranger, useTables } from '/work/wt/pages/test/page/batchInWindow';
import { usePageWindow } from '/work/wt/pages/test/page/window';
describe('look', () => {
  const window = usePageWindow();
  const tables = useTables(window);
  for (const theme of ['dark', 'light', 'highContrast'] as const)
    it('looks ' + theme, async () => {
      await window.newContext(theme);
      const all = Array.from({ length: 2000 }, (_, n) => (n % 17 ? follower(n) : stranger(n)));
      const { page } = await tables.show(batchOf(all, theme === 'light' ? 300 : 0), tables.newViews());
      await page.locator('lens-timeline [role=option]').nth(39).waitFor();
      await page.locator('#row-3').click();
      await page.locator('#row-6').click({ modifiers: ['Shift'] });
      await page.locator('.foot').waitFor();
      if (theme !== 'dark') await page.getByRole('button', { name: 'Close' }).click();
      await window.screenshot(page, 'look-' + theme);
      await page.locator('#head-remark').click({ button: 'right' });
      await page.locator('lens-column-menu .value').first().waitFor();
      await window.screenshot(page, 'look-menu-' + theme);
      console.log((window as any).screen.complaints);
    });
});
