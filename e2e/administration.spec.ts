import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Download, expect as expectThat, type Page } from '@playwright/test';
import { logIn, logOut, pickPerson } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const ADMINISTRATOR = /^Göran Melin/;
const AUTHORITY = /^Maryam Yusuf/;

/** The link in the newest mail to an address. */
async function mailedInvitation(address: string): Promise<string> {
  const folder = join(process.env['E2E_DATA_DIR'] ?? '', 'mail');
  const tokens = (): string[] =>
    readdirSync(folder)
      .toSorted()
      .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('=\n', '').replaceAll('=\r\n', ''))
      .filter((mail) => mail.includes(address))
      .flatMap((mail) => /\/invitation\/([\w-]{43})/.exec(mail)?.[1] ?? []);
  await expectThat.poll(() => tokens().length, { timeout: 20_000 }).toBeGreaterThan(0);
  return `/invitation/${tokens().at(-1) ?? ''}`;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

async function choosePresentation(page: Page): Promise<void> {
  await page.getByLabel('Det här är vi bra på').fill('Vi är bäst på lager. Ring 021-40 05 10.');
  await page.getByLabel('Så hittar du hit').fill('Buss 3 till Torget, ingång från gården.');
  await page.getByLabel('Ditt första möte').fill('Vi ses i en timme och gör en plan.');
  await page.getByRole('checkbox', { name: 'Individuellt möte' }).check();
  await page.getByRole('checkbox', { name: 'lager', exact: true }).check();
  await page.getByRole('button', { name: 'Spara och förhandsgranska' }).click();
}

// Every page is examined in four looks, on a machine that may be busy.
test.describe.configure({ mode: 'serial', timeout: 300_000 });

test('a person without an account is invited, comes in with the e-ID, and is out within one request', async ({
  page,
  browser,
}) => {
  await logIn(page, ADMINISTRATOR, '/provider/administration');
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Konton och roller' }).click();
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Bjud in en person' }).click();
  await page.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await expect(page.getByRole('link', { name: 'Skriv vad personen heter.' })).toBeVisible();
  await expectSoundPage(page);
  await page.getByLabel('Namn', { exact: true }).fill('Nora Ek');
  await page.getByLabel('Mejladress', { exact: true }).fill('nora.ek@tallmo.example');
  await page.getByRole('checkbox', { name: /^Handledare/ }).check();
  await page.getByRole('button', { name: 'Skicka inbjudan' }).click();
  await expect(page.getByText('Inbjudan är skickad.')).toBeVisible();
  await expectSoundPage(page);

  const link = await mailedInvitation('nora.ek@tallmo.example');
  const invited = await browser.newContext();
  const nora = await invited.newPage();
  await nora.goto(`${link.slice(0, -1)}${link.endsWith('A') ? 'B' : 'A'}`);
  await expect(nora.getByRole('heading', { level: 1 })).toHaveText('Länken stämmer inte');
  await nora.goto(link);
  await expect(nora.getByRole('heading', { level: 1 })).toHaveText('Du är inbjuden');
  await expectSoundPage(nora);
  // Somebody else who has got hold of the link changes nothing.
  await nora.getByRole('button', { name: 'Legitimera dig och ta emot inbjudan' }).click();
  await pickPerson(nora, /^Oskar Blom/);
  await expect(nora.getByRole('heading', { level: 1 })).toHaveText('Inbjudan är till någon annan');
  await nora.goto(link);
  await nora.getByRole('button', { name: 'Legitimera dig och ta emot inbjudan' }).click();
  await pickPerson(nora, /^Nora Ek/);
  await expect(nora).toHaveURL(/\/provider$/);
  await expect(nora.getByText('Nora Ek').first()).toBeVisible();
  await nora.goto(link);
  await expect(nora.getByRole('heading', { level: 1 })).toHaveText('Inbjudan är redan använd');

  await page.goto('/provider/administration/accounts?q=nora');
  await page.getByRole('link', { name: 'Nora Ek' }).click();
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Ändra rollen Handledare' }).click();
  await expectSoundPage(page);
  await page.getByRole('radio', { name: 'Bara några' }).check();
  await page.getByRole('checkbox', { name: 'Köping' }).check();
  await page.getByRole('button', { name: 'Spara ändringen' }).click();
  await expect(page.getByText('Ändringen är sparad.')).toBeVisible();
  await expect(page.getByText('Köping')).toBeVisible();
  await page.getByRole('link', { name: 'Avsluta rollen Handledare' }).click();
  await expectSoundPage(page);
  await page.getByRole('checkbox', { name: 'Ja, avsluta åtkomsten nu' }).check();
  await page.getByRole('button', { name: 'Avsluta åtkomsten' }).click();
  await expect(page.getByText('Åtkomsten är avslutad.')).toBeVisible();

  await nora.goto('/provider/participants');
  await expect(nora).toHaveURL(/\/login/);
  await page.getByRole('button', { name: 'Ångra avslutet av Handledare' }).click();
  await expect(page.getByText('Avslutet är ångrat.')).toBeVisible();
  await invited.close();
});

test('the last administrator stays, a coach with participants is handed over first, and nobody makes themselves signatory', async ({
  page,
}) => {
  await logIn(page, ADMINISTRATOR, '/provider/administration/accounts?q=amina');
  await page.getByRole('link', { name: 'Amina Warsame' }).click();
  await page.getByRole('link', { name: 'Avsluta rollen Handledare' }).click();
  await expect(page.getByText(/deltagare har en handledare som inte längre kan logga in/)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Lämna över deltagare' })).toHaveAttribute(
    'href',
    '/provider/intake',
  );

  await page.goto('/provider/administration/accounts?q=melin');
  await page.getByRole('link', { name: 'Göran Melin' }).click();
  await page.getByRole('link', { name: 'Avsluta rollen Behörighetsadministratör' }).click();
  await page.getByRole('checkbox', { name: 'Ja, avsluta åtkomsten nu' }).check();
  await page.getByRole('button', { name: 'Avsluta åtkomsten' }).click();
  await expect(page.getByText('Ni måste alltid ha minst en behörighetsadministratör')).toBeVisible();

  await page.goto('/provider/administration/signatory');
  await page.getByLabel('Varför behöver du få intyga?').fill('Vår intygare är ledig.');
  await page.getByRole('button', { name: 'Skicka begäran' }).click();
  await expect(page.getByText('Din begäran är skickad.')).toBeVisible();
  await expectSoundPage(page);
  await logOut(page);
  await logIn(page, AUTHORITY, '/admin/providers');
  await expect(page.getByText('Göran Melin, Tallmo Arbetsliv AB')).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('radio', { name: 'Avslå' }).check();
  await page.getByLabel('Skäl, om du avslår').fill('Det finns redan en som intygar.');
  await page.getByRole('button', { name: 'Spara beslutet' }).click();
  await expect(page.getByText('Beslutet är sparat.')).toBeVisible();
});

test('several are invited at once, and every row that is wrong is named', async ({ page }) => {
  await logIn(page, ADMINISTRATOR, '/provider/administration/accounts/invite-many');
  const rows = page.getByRole('textbox', { name: 'Personer' });
  await rows.fill('Per Alm;per.alm@tallmo.example;handledare;Köping\nUla Berg;ula;chef;Luleå');
  await page.getByRole('button', { name: 'Skicka inbjudningarna' }).click();
  await expect(page.getByRole('link', { name: 'Rad 2: Rollen ”chef” finns inte.' })).toBeVisible();
  await expect(rows).toHaveValue(/Per Alm/);
  await expectSoundPage(page);
  await rows.fill(
    'Per Alm;per.alm@tallmo.example;handledare;Köping\nUla Berg;ula@tallmo.example;mottagare;alla',
  );
  await page.getByRole('button', { name: 'Skicka inbjudningarna' }).click();
  await expect(page.getByText('2 inbjudningar är skickade.')).toBeVisible();
  await page.getByRole('button', { name: 'Återkalla inbjudan till Ula Berg' }).click();
  await expect(page.getByText('Inbjudan är återkallad.')).toBeVisible();
  await expect(page.getByText('ula@tallmo.example')).toHaveCount(0);
});

test('a presentation is reviewed before participants read it', async ({ page }) => {
  await logIn(page, ADMINISTRATOR, '/provider/administration/presentations');
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Västerås City' }).click();
  await choosePresentation(page);
  await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
  await expect(page.getByText('”bäst” låter som en rangordning')).toBeVisible();
  await expect(page.getByText('”021-40 05 10” ser ut som en adress eller ett telefonnummer.')).toBeVisible();
  await expectSoundPage(page);
  await page.getByLabel('Det här är vi bra på').fill('Vi kan lager och vård.');
  await page.getByRole('button', { name: 'Spara och förhandsgranska' }).click();
  await page.getByRole('button', { name: 'Lämna in för granskning' }).click();
  await expect(page.getByText('Presentationen är inlämnad.')).toBeVisible();
  await expectSoundPage(page);
  await logOut(page);

  await logIn(page, AUTHORITY, '/admin/presentations');
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Västerås City' }).click();
  await expect(page.getByText('Vi kan lager och vård.').first()).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('radio', { name: /^Godkänn/ }).check();
  await page.getByRole('button', { name: 'Spara beslutet' }).click();
  await expect(page.getByText('Presentationen är godkänd och visas nu.')).toBeVisible();
});

test('what is one’s own is taken out, once', async ({ page }) => {
  await logIn(page, ADMINISTRATOR, '/provider/export');
  await expectSoundPage(page);
  await page.getByRole('radio', { name: 'JSON, för system' }).check();
  await page.getByRole('button', { name: 'Gör filen' }).click();
  const fetchFile = page.getByRole('button', { name: /^Hämta filen/ });
  await expect(fetchFile).toBeVisible({ timeout: 30_000 });
  await expectSoundPage(page);
  const [download] = await Promise.all([page.waitForEvent('download'), fetchFile.click()]);
  const told = JSON.parse((await bytesOf(download)).toString('utf8')) as Record<string, unknown[]>;
  expect(told['participants']?.length).toBeGreaterThan(10);
  expect(told['log']?.length).toBeGreaterThan(10);
  expect(JSON.stringify(told)).not.toContain('Skyddad');
  await page.reload();
  await expect(page.getByText(/^Hämtad/).first()).toBeVisible();
  await page.getByRole('radio', { name: /Bara det som är nytt sedan senaste/ }).check();
  await page.getByRole('button', { name: 'Gör filen' }).click();
  await expect(fetchFile).toBeVisible({ timeout: 30_000 });
  const [workbook] = await Promise.all([page.waitForEvent('download'), fetchFile.click()]);
  expect(workbook.suggestedFilename()).toMatch(/^export-.*\.xlsx$/);
  expect((await bytesOf(workbook)).subarray(0, 2).toString()).toBe('PK');
});

test('a coach administers nothing and takes nothing out', async ({ page }) => {
  for (const path of ['/provider/administration', '/provider/export']) {
    await logIn(page, /^Amina Warsame/, path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Det här kan du inte öppna');
  }
});
