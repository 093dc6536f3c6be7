import { addOffice, type AddedOffice } from './actions/add-office.ts';
import { expectSaved, Keys, paste } from './actions/fill-grid.ts';
import { logIn, pickPerson } from './actions/log-in.ts';
import { cell, draftedMinutes, FIRST_CELL, lastMonth, openMonth } from './actions/open-month.ts';
import { rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { type StartedPortal, startDemo } from './portal.ts';
import { expect, test } from './portal-test.ts';

const PORT = String(Number(process.env['E2E_PORT']) + 330);
const SIGNATORY = /^Birgitta Nyström/;
/** Every activity of the plan on site, own work without a form. */
const COLUMNS = 13;
/** One row of it: what holds for a row holds for all. */
const ONE_ROW = '&q=Provsson+0001';
const ONE_CELL = /^Prov Provsson 0001, Individuellt möte, på plats$/;

/** A portal of its own: what is typed here would be in the way of others. */
let portal: StartedPortal;
let large: AddedOffice;
let small: AddedOffice;

test.describe.configure({ mode: 'serial', timeout: 240_000 });
test.use({ baseURL: `http://localhost:${PORT}`, permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeAll(async () => {
  test.setTimeout(300_000);
  portal = await startDemo(PORT);
  const wanted = { folder: portal.folder, familyName: 'Nyström', month: lastMonth() };
  small = await addOffice({ ...wanted, name: 'Litet', participants: 12, firstReference: 810_000_000 });
  large = await addOffice({ ...wanted, name: 'Stort', participants: 60, firstReference: 820_000_000 });
});
test.afterAll(async () => await portal.stop());

test.describe('by keyboard alone', () => {
  test('a row is empty, filled in, wrong and mended, each said where it stands', async ({ page }) => {
    await openMonth(page, SIGNATORY, small, ONE_ROW);
    const row = page.getByRole('row', { name: /Prov Provsson 0001/ });
    await expect(row).toContainText('Inte ifylld');
    await expectSoundPage(page);
    const keys = new Keys(page);
    await keys.tabTo({ role: 'textbox', name: ONE_CELL });
    await keys.digits('300');
    await keys.press('Enter');
    await expect(cell(page, ONE_CELL)).toHaveValue('5:00');
    await expect(page.getByText('1 av 1 kan intygas nu')).toBeVisible();
    await expectSaved(page);
    await expectSoundPage(page);

    // What cannot be read says so where it stands, and what to write instead.
    // (The grid is not there on a phone, so the keyboard has to find it again.)
    await keys.tabTo({ role: 'textbox', name: ONE_CELL });
    await page.keyboard.type('1,5');
    await keys.press('Tab');
    await expect(row).toContainText('Går inte att läsa');
    await expect(cell(page, ONE_CELL)).toHaveAccessibleDescription(/Menar du 1,5 timmar\? Skriv 1:30/);
    await expectSoundPage(page);
    await keys.tabTo({ role: 'textbox', name: ONE_CELL });
    await keys.press('F2', 'Backspace', 'Backspace', 'Backspace');
    await keys.digits('90');
    await keys.press('Enter');
    await expect(cell(page, ONE_CELL)).toHaveValue('1:30');
    await keys.press('Control+z', 'Control+z', 'Control+z');
    await expect(cell(page, ONE_CELL)).toHaveValue('');
    await expectSaved(page);
  });

  test('twelve rows are filled in with one key beyond the digits a cell, mended, attested and sent', async ({
    page,
  }) => {
    await openMonth(page, SIGNATORY, small);
    const keys = new Keys(page);
    await keys.tabTo({ role: 'textbox', name: FIRST_CELL });
    keys.beyondDigits = 0;
    for (let row = 0; row < 12; row += 1) {
      for (let column = 0; column < COLUMNS; column += 1) {
        await keys.digits(column === 0 ? '60' : '45');
        await keys.press(column === COLUMNS - 1 ? 'Enter' : 'Tab');
      }
    }
    expect(keys.beyondDigits).toBeLessThanOrEqual(12 * COLUMNS);
    await expectSaved(page);
    // An hour's meeting and twelve times three quarters of an hour.
    await expect
      .poll(async () => await draftedMinutes(portal.folder, small))
      .toEqual(Array(12).fill(60 + 12 * 45));
    await expect(cell(page, FIRST_CELL)).toHaveValue('1:00');
    await expect(page.getByText('12 av 12 kan intygas nu')).toBeVisible();
    await expectSaved(page);

    await keys.press('Control+End');
    await keys.tabTo({ role: 'link', name: 'Granska och intyga' });
    await keys.press('Enter');
    await expect(page.getByRole('heading', { name: 'Det här skickas' })).toBeVisible();
    await keys.tabTo({ role: 'checkbox', name: /på heder och samvete/ });
    await keys.press('Space');
    await keys.tabTo({ role: 'button', name: 'Intyga och skicka' });
    await keys.press('Enter');
    await pickPerson(page, SIGNATORY);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/intygade och skickade$/);
    await expectSoundPage(page);

    await page.goto(`/provider/months/${lastMonth()}?office=${small.id}${ONE_ROW}`);
    await expect(page.getByRole('row', { name: /Prov Provsson 0001/ })).toContainText('Skickad');
    await expect(cell(page, ONE_CELL)).toHaveCount(0);
    await expectSoundPage(page);
  });

  test('the arrows move, a block is selected, copied, filled and emptied, and nothing is trapped', async ({
    page,
  }) => {
    await openMonth(page, SIGNATORY, large);
    const keys = new Keys(page);
    await keys.tabTo({ role: 'textbox', name: FIRST_CELL });
    await keys.digits('30');
    await keys.press('ArrowUp', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
    await expect(page.getByText('3 rader × 2 kolumner markerade.')).toBeVisible();
    await keys.press('Control+d');
    await expect(cell(page, /^Prov Provsson 0002, Individuellt möte, på plats$/)).toHaveValue('0:30');
    await keys.press('Control+c', 'Delete');
    await expect(page.getByText('6 celler tömda.')).toBeVisible();
    await expect(cell(page, FIRST_CELL)).toHaveValue('');
    await keys.press('Control+Home', 'Control+v');
    await expect(page.getByText('3 rader × 2 kolumner inklistrade.')).toBeVisible();
    await expect(cell(page, FIRST_CELL)).toHaveValue('0:30');
    await keys.press('Control+z', 'Control+z', 'Control+z', 'Control+z');
    await expect(cell(page, FIRST_CELL)).toHaveValue('');
    await keys.press('Control+z');
    await expect(page.getByText('Det finns inget att ångra.')).toBeVisible();
    await keys.press('PageDown', 'Control+End');
    await keys.tabTo({ role: 'link', name: 'Ladda upp fil' });
  });
});

test('a block from a spreadsheet goes on over the pages, in one step to undo', async ({ page }) => {
  await openMonth(page, SIGNATORY, large);
  await cell(page, FIRST_CELL).focus();
  const row = Array.from({ length: COLUMNS }, () => '1:15').join('\t');
  await paste(page, `${Array.from({ length: 60 }, () => row).join('\r\n')}\r\n`);
  await expect(page.getByText('60 rader × 13 kolumner inklistrade.')).toBeVisible({ timeout: 30_000 });
  await expectSaved(page);
  await expect
    .poll(async () => await draftedMinutes(portal.folder, large))
    .toEqual(Array(60).fill(75 * COLUMNS));

  await page.getByRole('link', { name: 'Nästa' }).click();
  const last = cell(page, /^Prov Provsson 0059, Individuellt möte, på plats$/);
  await expect(last).toHaveValue('1:15');
  await expect(page).toHaveURL(/page=2/);
  await last.focus();
  await page.keyboard.press('Control+z');
  await expect(last).toHaveValue('');
  await page.keyboard.press('Control+y');
  await expect(last).toHaveValue('1:15');

  // What is too wide or too long is told, and what cannot be read is counted.
  await paste(page, `${row}\tfel\tarabiska\t\t1:00\n${row}`);
  const said = page.getByText(/^1 rad × 16 kolumner inklistrade, en cell kunde inte läsas\./);
  await expect(said).toContainText('En kolumn fick inte plats till höger');
  await expect(said).toContainText('En rad fick inte plats nedanför den sista');
  await expect(page.getByRole('combobox', { name: 'Prov Provsson 0059, Språkstöd' })).toHaveValue('ar');
  await page.keyboard.press('Control+z');
  await expectSaved(page);
});

test('an activity outside the plan is put into it where it stands', async ({ page }) => {
  await logIn(page, SIGNATORY, `/provider/months/${lastMonth()}?state=blocked`);
  const fix = page.getByRole('group', { name: 'Kortare utbildning finns inte i planeringen' }).first();
  await expect(fix).toBeVisible();
  await expectSoundPage(page);
  const before = await page.getByText('finns inte i planeringen', { exact: false }).count();
  await fix.getByRole('button', { name: 'Lägg till i planeringen' }).click();
  await expect(fix).toContainText('Skriv varför');
  await expectSoundPage(page);
  await fix.getByRole('textbox', { name: /^Varför/ }).fill('Jobben kräver truckkort.');
  await fix.getByRole('textbox', { name: 'Vad är målet?' }).fill('Truckkort i november.');
  await fix.getByRole('button', { name: 'Lägg till i planeringen' }).click();
  await expect
    .poll(async () => await page.getByText('finns inte i planeringen', { exact: false }).count())
    .toBeLessThan(before);
  const [plan] = await rowsOf<{ purpose: string }>(
    `SELECT purpose FROM plan_activity WHERE activity = 'shortTraining' AND goal = 'Truckkort i november.'`,
    [],
    portal.folder,
  );
  expect(plan?.purpose).toBe('Jobben kräver truckkort.');
  await expectSoundPage(page);
});

test('on a phone the month is read row by row, without fields to type in', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 720 });
  await logIn(page, SIGNATORY, `/provider/months/${lastMonth()}?office=${large.id}`);
  await expect(page.getByRole('row', { name: /Prov Provsson 0001/ })).toBeVisible();
  await expect(cell(page, FIRST_CELL)).toBeHidden();
  await page.getByRole('link', { name: 'Prov Provsson 0001' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Prov Provsson 0001');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the month is one form: typed, saved, told what is wrong, and never written over', async ({
    page,
    browser,
  }) => {
    const address = `/provider/months/${lastMonth()}?office=${large.id}&page=2`;
    await logIn(page, SIGNATORY, address);
    const first = cell(page, /^Prov Provsson 0050, Individuellt möte, på plats$/);
    const second = cell(page, /^Prov Provsson 0051, Individuellt möte, på plats$/);
    await first.fill('2:00');
    await second.fill('1,5');
    await page.getByRole('button', { name: 'Spara' }).click();
    await expect(page.getByText('2 rader är sparade.')).toBeVisible();
    await expect(page).toHaveURL(/page=2/);
    await expect(first).toHaveValue('2:00');
    await expect(second).toHaveValue('1,5');
    await expect(second).toHaveAccessibleDescription(/Skriv 1:30/);

    // Meanwhile another browser saves the same cell.
    const other = await (
      await browser.newContext({ javaScriptEnabled: false, baseURL: `http://localhost:${PORT}` })
    ).newPage();
    await logIn(other, SIGNATORY, address);
    await cell(other, /^Prov Provsson 0050, Individuellt möte, på plats$/).fill('3:00');
    await other.getByRole('button', { name: 'Spara' }).click();
    await expect(other.getByText('En rad är sparad.')).toBeVisible();
    await first.fill('4:00');
    await page.getByRole('button', { name: 'Spara' }).click();
    await expect(page.getByText('Du skrev 4:00. Sparat av någon annan: 3:00.')).toBeVisible();
    await expect(first).toHaveValue('4:00');
    await page.getByRole('button', { name: 'Spara' }).click();
    await expect(page.getByText('En rad är sparad.')).toBeVisible();
    await expect(first).toHaveValue('4:00');
  });

  test('a column is added by an address', async ({ page }) => {
    await logIn(page, SIGNATORY, `/provider/months/${lastMonth()}?office=${large.id}`);
    await page.getByText('Lägg till en kolumn').click();
    await page.getByLabel('Aktivitet och form').selectOption({ label: 'Kartläggning, video' });
    await page.getByRole('button', { name: 'Lägg till kolumnen' }).click();
    await expect(page).toHaveURL(/add=mapping%3Avideo/);
    await expect(cell(page, 'Prov Provsson 0000, Kartläggning, video')).toBeVisible();
  });
});
