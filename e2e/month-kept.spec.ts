import type { BrowserContext, Page } from '@playwright/test';
import { addOffice, type AddedOffice } from './actions/add-office.ts';
import { expectSaved } from './actions/fill-grid.ts';
import { logIn } from './actions/log-in.ts';
import {
  cell,
  draftedMinutes,
  expectTakenOver,
  FIRST_CELL,
  lastMonth,
  openMonth,
} from './actions/open-month.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { type StartedPortal, startDemo } from './portal.ts';
import { expect, test } from './portal-test.ts';

const PORT = String(Number(process.env['E2E_PORT']) + 340);
const SIGNATORY = /^Birgitta Nyström/;

/** What is typed is kept, whatever happens to the page. In a portal of its own, in the first row of an empty office. */
let portal: StartedPortal;
let office: AddedOffice;

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.use({ baseURL: `http://localhost:${PORT}` });
test.beforeAll(async () => {
  test.setTimeout(300_000);
  portal = await startDemo(PORT);
  office = await addOffice({
    folder: portal.folder,
    familyName: 'Nyström',
    month: lastMonth(),
    name: 'Litet',
    participants: 3,
    firstReference: 810_000_000,
  });
});
test.afterAll(async () => await portal.stop());

async function expectDrafted(minutes: number): Promise<void> {
  await expect.poll(async () => (await draftedMinutes(portal.folder, office))[0]).toBe(minutes);
}

async function typeIn(page: Page, text: string): Promise<void> {
  await cell(page, FIRST_CELL).focus();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

async function twoTabs(context: BrowserContext, page: Page): Promise<Page> {
  await openMonth(page, SIGNATORY, office);
  const other = await context.newPage();
  await other.goto(page.url());
  await expectTakenOver(other);
  return other;
}

test('what is typed before the page has taken over is taken up, and saved', async ({ page }) => {
  await logIn(page, SIGNATORY);
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route(/\/_next\/static\/.*\.js$/, async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`/provider/months/${lastMonth()}?office=${office.id}`, { waitUntil: 'commit' });
  await cell(page, FIRST_CELL).focus();
  await page.keyboard.type('90');
  letGo();
  await expectSaved(page);
  await expectDrafted(90);
});

test('two tabs that have both changed a cell let one choose; nothing is overwritten', async ({
  context,
  page,
}) => {
  const other = await twoTabs(context, page);
  await typeIn(other, '120');
  await expectSaved(other);
  await typeIn(page, '180');
  const next = page.locator(':focus');
  await expect(next).toHaveAttribute('data-cell', /./);
  const at = await next.getAttribute('name');
  const panel = page.getByRole('region', { name: 'Någon annan har sparat samma cell som du' });
  await expect(panel).toBeVisible({ timeout: 20_000 });
  // Whoever types on does so where they are.
  await expect(page.locator(':focus')).toHaveAttribute('name', at ?? '');
  await expect(page.getByRole('status').getByText('Någon annan har sparat samma cell som du')).toBeVisible();
  await expect(panel).toContainText('Du skrev 3:00');
  await expect(panel).toContainText(/Birgitta Nyström sparade 2:00/);
  await expectSoundPage(page);
  await expectDrafted(120);
  await panel.getByRole('radio', { name: 'Du skrev 3:00' }).check();
  await panel.getByRole('button', { name: 'Spara mina val' }).click();
  await expect(panel).toBeHidden();
  await expectDrafted(180);
});

test('two tabs that have changed different cells of a row are put together by themselves', async ({
  context,
  page,
}) => {
  const other = await twoTabs(context, page);
  await typeIn(other, '60');
  await expectSaved(other);
  await cell(page, 'Prov Provsson 0000, Eget arbete enligt individuell planering').focus();
  await page.keyboard.type('600');
  await page.keyboard.press('Enter');
  await expectDrafted(60 + 600);
  await expect(cell(page, FIRST_CELL)).toHaveValue('1:00');
});

test('without a connection what is typed stays, says so, and is saved when it is back', async ({
  context,
  page,
}) => {
  await openMonth(page, SIGNATORY, office);
  await context.setOffline(true);
  await typeIn(page, '240');
  await expect(page.getByText('Du är inte uppkopplad. Det du skriver finns kvar här.')).toBeVisible();
  await context.setOffline(false);
  await expectSaved(page);
  await expectDrafted(240 + 600);
});
