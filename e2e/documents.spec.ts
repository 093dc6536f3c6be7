import type { Page } from '@playwright/test';
import { logIn } from './actions/log-in.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Rahel Tekle/;
const PARTICIPANT = /^Juho Virtanen/;
const ASSESSOR = /^Mikael Nyberg/;
const NAME = 'Juho Virtanen';
const SHORT = 'Deltagaren behöver en arbetsstol för att klara sin praktik.';
const WHOLE = `${SHORT} Praktiken börjar om två veckor, och arbetsplatsen har ingen stol att låna ut.`;
const REASON = 'När börjar praktiken, och finns det en stol på arbetsplatsen?';

/** An informative report: written with a pause, sent, returned, completed, answered, and read by the participant. */
test.describe.configure({ mode: 'serial' });

async function openCard(page: Page): Promise<void> {
  await page.goto(`/provider/participants?q=${encodeURIComponent(NAME)}`);
  await page.getByRole('link', { name: NAME }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME);
}

async function openForm(page: Page): Promise<void> {
  await openCard(page);
  await page.goto(`${new URL(page.url()).pathname}/documents/informativeReport`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Informativ rapport');
}

async function openReport(page: Page, door: string): Promise<void> {
  await page.goto(`/${door}/documents`);
  await page
    .getByRole('link', { name: door === 'participant' ? 'Informativ rapport' : NAME })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Informativ rapport');
}

test('what is written is kept on the server, and goes on where it was left', async ({ page }) => {
  await logIn(page, COACH);
  await openForm(page);
  await expectSoundPage(page);
  await page.getByRole('radio', { name: 'Hjälpmedel eller anpassning' }).check();
  await page.getByLabel('Vad behöver handläggaren veta?').fill(SHORT);
  await expect(page.getByText(/^Utkastet sparat \d/)).toBeVisible();
  await openForm(page);
  await expect(page.getByLabel('Vad behöver handläggaren veta?')).toHaveValue(SHORT);
  await expect(page.getByRole('radio', { name: 'Hjälpmedel eller anpassning' })).toBeChecked();
});

test('without a connection it is kept in the browser, and sent when there is one', async ({
  page,
  context,
}) => {
  await logIn(page, COACH);
  await openForm(page);
  await context.setOffline(true);
  await page.getByLabel('Vad behöver handläggaren veta?').fill('Kort');
  await expect(page.getByText('Ingen kontakt.')).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(/^Utkastet sparat \d/)).toBeVisible();
});

test('what is wrong is named; what is right is previewed, changed after all, and sent', async ({ page }) => {
  await logIn(page, COACH);
  await openForm(page);
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.locator('#error-summary')).toContainText('på minst 20 tecken');
  await expectSoundPage(page);
  await page.getByLabel('Vad behöver handläggaren veta?').fill(`${SHORT} Hen har fått en diagnos.`);
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.getByRole('heading', { name: 'Så här blir det som skickas' })).toBeVisible();
  await expect(page.getByText('kan säga något om någons hälsa')).toBeVisible();
  await expectSoundPage(page);
  await page.getByText('Ändra', { exact: true }).click();
  await page.getByLabel('Vad behöver handläggaren veta?').fill(SHORT);
  // Sending asks for another look: it is not what was previewed.
  await page.getByRole('button', { name: 'Skicka', exact: true }).click();
  await expect(page.getByText('kan säga något om någons hälsa')).toBeHidden();
  await page.getByRole('button', { name: 'Skicka', exact: true }).click();
  await expect(page.getByText('Skickad. Du får besked när någon har läst den.')).toBeVisible();
  await expectSoundPage(page);
});

test('a caseworker takes it and asks for more', async ({ page }) => {
  await logIn(page, ASSESSOR);
  await page.goto('/admin/documents?kind=informativeReport');
  await expectSoundPage(page);
  await openReport(page, 'admin');
  await page.getByRole('button', { name: 'Ta ärendet' }).click();
  await expect(page.getByText('Ärendet är ditt.')).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('radio', { name: 'Skicka tillbaka för komplettering' }).check();
  await page.getByRole('button', { name: 'Spara beslutet' }).click();
  await expect(page.locator('#error-summary')).toContainText('Skriv varför');
  await page.getByLabel('Motivering').fill(REASON);
  await page.getByRole('radio', { name: 'Skicka tillbaka för komplettering' }).check();
  await page.getByRole('button', { name: 'Spara beslutet' }).click();
  await expect(page.getByText('Beslutet är sparat')).toBeVisible();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the coach finds it among what is to be done, and completes it', async ({ page }) => {
    await logIn(page, COACH);
    await page.getByRole('link', { name: `Komplettera: Informativ rapport, ${NAME}` }).click();
    await expect(page.getByText(REASON).first()).toBeVisible();
    await page.getByRole('link', { name: 'Komplettera', exact: true }).click();
    await page.getByLabel('Vad behöver handläggaren veta?').fill(WHOLE);
    await page.getByRole('button', { name: 'Spara utkast' }).click();
    await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
    await expect(page.getByLabel('Vad behöver handläggaren veta?')).toHaveValue(WHOLE);
    await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
    await page.getByRole('button', { name: 'Skicka', exact: true }).click();
    await expect(page.getByText('Skickad.')).toBeVisible();
    await expect(page.getByText('version 2', { exact: false }).first()).toBeVisible();
  });
});

test('the caseworker reads both versions and answers; the participant reads it too', async ({ page }) => {
  await logIn(page, ASSESSOR);
  await openReport(page, 'admin');
  await expect(page.getByText(WHOLE)).toBeVisible();
  await page.getByRole('radio', { name: 'Markera som läst och besvarad' }).check();
  await page.getByLabel('Motivering').fill('Stolen är beställd och levereras till arbetsplatsen.');
  await page.getByRole('button', { name: 'Spara beslutet' }).click();
  await expect(page.getByText('Beslutet är sparat')).toBeVisible();
  await expectSoundPage(page);
  await logIn(page, PARTICIPANT);
  await page.goto('/participant/documents');
  await expectSoundPage(page);
  await openReport(page, 'participant');
  await expect(page.getByText('Stolen är beställd').first()).toBeVisible();
  await expectSoundPage(page);
});
