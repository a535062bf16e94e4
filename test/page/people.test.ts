import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';

import { type KeptAnswer } from '../../src/batch';
import { type MappingRequest, type PeopleActs } from '../../src/panels';
import { fillPeople } from '../../src/panels/people/peoplePanels';
import { PeopleLayouts } from '../../src/panels/people/peopleLayouts';
import { StateFiles } from '../../src/panels/stateFiles';
import { MemoryFiles } from '../../src/files';
import { assertAccessible } from '../e2e/window/checks/axe';
import {
  answersOf,
  following,
  id,
  imported,
  mini,
  official,
  other,
  service,
  World,
} from '../unit/people/scenario';
import { eventually, focused, usePageWindow } from './window';
import { themes, type ThemeName } from './window/themes';

const names: Readonly<Record<string, string>> = {
  [official]: 'Lens Demo 订阅号',
  [service]: 'Lens Demo 服务号',
  [mini]: 'Demo Mini Program',
};
const [inBoth, inOfficial, inService, inMini] = [300, 700, 400, 200];

/** 1 000 of the official account, 700 of the service account of whom 300 are the same, and a Mini Program of 200. */
async function knownPeople() {
  const world = new World();
  const person = (n: number) => id('uPLAT_', n);
  const officials: KeptAnswer[] = Array.from({ length: inBoth + inOfficial }, (_, n) => ({
    outcome: following(id('oOFFI_', n), person(n), 1_600_000_000 + n * 86_400),
    at: 1_760_000_000_000,
  }));
  const services: KeptAnswer[] = Array.from({ length: inBoth + inService }, (_, n) => ({
    outcome: following(id('oSERV_', n), person(n < inBoth ? n : n + 5_000)),
    at: 1_760_000_000_000,
  }));
  officials.push(
    ...[1, 2, 3].map(n => ({ outcome: other('notFollowing', id('oGONE_', n)), at: 1_760_000_000_000 })),
  );
  await imported(
    world.imports,
    [mini],
    Array.from({ length: inMini }, (_, n) => [person(n), id('oMINI_', n), `user ${n}`]),
    { keys: ['user_id'] },
  );
  const people = await world.people([
    answersOf('one', official, officials),
    answersOf('two', service, services),
  ]);
  return { people, imports: world.imports };
}

describe('the page of people', () => {
  const window = usePageWindow();
  const opened: string[] = [];
  const exported: MappingRequest[] = [];

  async function open(
    theme: ThemeName,
    {
      viewport,
      compared,
    }: { viewport?: { width: number; height: number }; compared?: readonly string[] } = {},
  ): Promise<Page> {
    await window.newContext(theme, viewport);
    const panel = window.newPanel('wechatOpenid.peoplePage', 'People');
    const refuse = (message: string) => assert.fail(message);
    const log = { warn: refuse, error: refuse };
    const { people } = await knownPeople();
    const known = {
      people,
      at: 1_760_000_000_000,
      nameOf: (appId: string) => names[appId] ?? appId,
      usesApi: (appId: string) => appId !== mini,
      keys: {
        names: ['user_id'],
        read: () =>
          Promise.resolve((person: number) => {
            const unionid = people.joined.knowledge.unionids.at(person) ?? '';
            return unionid < id('uPLAT_', inMini) ? [`user ${Number(unionid.slice(6))}`] : [];
          }),
      },
    };
    const done = () => Promise.resolve(undefined);
    const acts: PeopleActs = {
      again: () => Promise.resolve(known),
      factsOf: () =>
        Promise.resolve({ facts: [{ label: 'Remark', value: 'right\u202eto left' }], hasProfile: true }),
      open: (appId, openid) => Promise.resolve(opened.push(`${appId} ${openid}`)),
      exportMapping: request => Promise.resolve(exported.push(request)),
      compare: done,
      importPairs: done,
      askAgain: done,
    };
    const files = new StateFiles('/columns', () => true, undefined, new MemoryFiles());
    const page = { known, acts, ...(compared && { compared }) };
    fillPeople(panel, 'test', page, {
      extensionUri: window.extensionUri,
      log,
      layouts: new PeopleLayouts(files, log),
    });
    const shown = await window.show(panel);
    await shown.getByRole('gridcell', { name: id('uPLAT_', 0) }).waitFor();
    return shown;
  }

  const rows = (page: Page, text: string) =>
    page.locator('.result').getByText(text, { exact: true }).waitFor();
  const bar = (page: Page, name: string) => page.getByRole('option', { name, exact: true });

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`is accessible in ${theme}`, async () => {
      const page = await open(theme);
      await page.getByText('openids have no unionid').waitFor();
      await page.getByRole('gridcell', { name: id('oOFFI_', 3) }).click();
      await page.getByText('right⟨U+202E⟩to left').first().waitFor();
      await assertAccessible(page.mainFrame(), `people in ${theme}`);
      await window.screenshot(page, `people-${theme}`);
      window.assertCalm();
    });
  }

  it('counts by combination, and each bar filters', async () => {
    const page = await open('dark');
    await bar(page, 'Only in Lens Demo 订阅号: 700').click();
    await rows(page, '700 of 1,400 rows');
    await bar(page, 'Only in Lens Demo 订阅号: 700').click();
    await rows(page, '1,400 rows');
    await bar(page, 'In all: Lens Demo 订阅号, Lens Demo 服务号, Demo Mini Program: 200').click();
    await rows(page, '200 of 1,400 rows');
    await bar(page, 'In Lens Demo 订阅号, Lens Demo 服务号: 100').click();
    await rows(page, '300 of 1,400 rows');
    await bar(page, 'Only in Lens Demo 服务号: 400').waitFor();
  });

  it('goes to the next filter when one is taken away, and to the field after the last one', async () => {
    const page = await open('dark');
    for (const name of ['Only in Lens Demo 订阅号: 700', 'Only in Lens Demo 服务号: 400'])
      await bar(page, name).click();
    const chips = page.getByTitle(/Remove this filter/);
    await chips.nth(1).waitFor();
    await chips.first().focus();
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await chips.count(), 1));
    await eventually(async () => assert.match(await focused(page), /^BUTTON Only in Lens Demo 服务号/));
    await page.keyboard.press('Enter');
    await eventually(async () => assert.match(await focused(page), /Filter by text/));
  });

  it('is complete by keyboard', async () => {
    const page = await open('dark');
    await bar(page, 'Only in Lens Demo 订阅号: 700').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await rows(page, '400 of 1,400 rows');
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Open Profile: Lens Demo 服务号' }).click();
    assert.deepEqual(opened.splice(0), [`${service} ${id('oSERV_', inBoth)}`]);
    await page.keyboard.press('Escape');
  });

  it('filters by text and by what stands in a column, business keys among them', async () => {
    const page = await open('dark');
    await page.getByRole('textbox', { name: 'Filter by text' }).fill('USER 19');
    await rows(page, '11 of 1,400 rows');
    await page.getByRole('textbox', { name: 'Filter by text' }).fill('');
    await page.getByRole('columnheader', { name: 'Demo Mini Program OpenID' }).click({ button: 'right' });
    await page.getByRole('combobox', { name: 'How to compare' }).selectOption('blank');
    await rows(page, '1,200 of 1,400 rows');
  });

  it('leads from a finding to its rows, and back', async () => {
    const page = await open('dark');
    await page.getByRole('button', { name: /Show Rows: .*3 openids have no unionid/ }).click();
    await rows(page, '3 rows');
    await page.getByRole('gridcell', { name: id('oGONE_', 1) }).waitFor();
    await bar(page, 'Only in Lens Demo 服务号: 400').click();
    await rows(page, '400 of 1,400 rows');
  });

  it('compares two accounts: who follows which, and whether they are of one platform', async () => {
    const page = await open('light', { compared: [official, service] });
    await page
      .getByText(
        'Lens Demo 订阅号 and Lens Demo 服务号 are of the same Open Platform account: persons in both: 300.',
      )
      .waitFor();
    await bar(page, 'Follow only Lens Demo 服务号: 400').click();
    await rows(page, '400 of 1,400 rows');
    await window.screenshot(page, 'people-compared');
    const without = bar(page, 'No unionid: Lens Demo 订阅号: 3');
    await without.click();
    await rows(page, '3 rows');
    await page.getByRole('gridcell', { name: id('oGONE_', 1) }).waitFor();
    assert.equal(await without.getAttribute('aria-selected'), 'true');
    await without.click();
    await rows(page, '1,400 rows');
    await bar(page, 'Follow only Lens Demo 服务号: 400').click();
    await rows(page, '400 of 1,400 rows');
    await page.getByRole('button', { name: 'Export Mapping…' }).click();
    await eventually(() => assert.equal(exported.length, 1));
    const [request] = exported.splice(0);
    assert.equal(request?.persons?.count, 400);
    assert.equal([...(request?.persons?.unionids() ?? [])][0], id('uPLAT_', inBoth + 5_000));
  });

  it('is written in Chinese, where nothing is cut off', async () => {
    await window.speak('zh-cn');
    const page = await open('light', { compared: [official, service] });
    await page
      .getByText(/没有 UnionID/)
      .first()
      .waitFor();
    await page.getByRole('gridcell', { name: id('oOFFI_', 3) }).click();
    await page.getByRole('complementary').getByText(id('oOFFI_', 3)).first().waitFor();
    await window.screenshot(page, 'people-zh-cn');
  });

  it('fits into 400 px', async () => {
    const page = await open('light', { viewport: { width: 400, height: 800 } });
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
    assert.ok(wide <= 400, `${wide}`);
    await window.screenshot(page, 'people-400');
  });
});
