import type { Locator, Page } from '@playwright/test';
import { Keys } from './actions/fill-grid.ts';
import { kronorIn } from './actions/kronor-in.ts';
import { logIn } from './actions/log-in.ts';
import { mailedLink } from './actions/mailed-link.ts';
import { changeRows } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { type StartedPortal, startDemo } from './portal.ts';
import { expect, test } from './portal-test.ts';

const INTAKE = /^Karin Björk/;
const COACH = /^Amina Warsame/;
const ASSESSOR = /^Mikael Nyberg/;
const DECIDER = /^Sara Håkansson/;
const REVIEWER = /^Anders Wiklund/;
const PAYER = /^Jonas Berg/;
const SIGNATORY = /^Birgitta Nyström/;
const NAME = 'Ewa Nowak';
const EMPLOYER = 'Smedjans Bageri AB';
const ADDRESS = 'chef@smedjan.example';
/** Days ago: the first in the service, one of absence, the first at work, more than three months since. */
const BEGAN = 130;
const ABSENT = 125;
const WORKS = 95;

/** From a participant without a coach to pay that stands on a statement, each step by the person whose it is. */
// A portal of its own: a statement run takes in everything, and other tests run one too.
const PORT = String(Number(process.env['E2E_PORT']) + 120);
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ baseURL: `http://localhost:${PORT}` });
let portal: StartedPortal;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startDemo(PORT);
  await beginEarlier();
});
test.afterAll(async () => await portal.stop());

/** Kronor as they are read by one after the other. */
const seen = { base: 0, bonus: 0, result: 0, first: 0 };

function daysAgo(days: number): string {
  const day = new Date(Date.now() - days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(day);
}

/** Work lasts for months: the participant has been here since long, and nothing has been done yet. */
async function beginEarlier(): Promise<void> {
  await changeRows(
    `BEGIN;
    CREATE TEMP TABLE hers ON COMMIT DROP AS SELECT l.id, l.decision_id, l."from" - date '${daysAgo(BEGAN)}' AS days FROM placement l
      JOIN participant q ON q.id = l.participant_id JOIN person p ON p.id = q.person_id WHERE p.given_name || ' ' || p.family_name = '${NAME}';
    UPDATE placement l SET "from" = l."from" - h.days, "to" = l."to" - h.days FROM hers h WHERE l.id = h.id;
    UPDATE service_period s SET "from" = s."from" - h.days, "to" = s."to" - h.days FROM hers h WHERE s.placement_id = h.id;
    UPDATE decision d SET arrived_on = d.arrived_on - h.days, choose_by = d.choose_by - h.days FROM hers h WHERE d.id = h.decision_id;
    COMMIT`,
    portal.folder,
  );
}

const rowOf = (table: Locator, name: RegExp): Locator => table.getByRole('row', { name });

async function openCard(page: Page): Promise<void> {
  await logIn(page, COACH, `/provider/participants?q=${encodeURIComponent(NAME)}`);
  await page.getByRole('link', { name: NAME }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(NAME);
}

async function openSignal(page: Page, person: RegExp): Promise<void> {
  await logIn(page, person, `/admin/documents?kind=signal&q=${encodeURIComponent(NAME)}`);
  await page.getByRole('link', { name: NAME }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Signal om arbete eller studier');
}

async function openOutcome(page: Page, person: RegExp, door: string): Promise<void> {
  await logIn(page, person, `/${door}/outcomes`);
  await page.getByRole('link', { name: NAME }).first().click();
}

test('a new participant gets a coach', async ({ page }) => {
  await logIn(page, INTAKE, '/provider/intake');
  await page.getByRole('checkbox', { name: `Välj ${NAME}` }).check();
  await page.getByRole('radio', { name: COACH }).check();
  await page.getByRole('button', { name: 'Utse handledare' }).click();
  await expect(page.getByText('En deltagare har fått Amina Warsame som handledare.')).toBeVisible();
});

test('the coach makes the first joint plan', async ({ page }) => {
  await openCard(page);
  await page.getByRole('link', { name: 'Gör planeringen' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gör den gemensamma planeringen');
  await page.getByRole('radio', { name: 'På plats' }).check();
  await page.getByRole('radio', { name: 'Arbete', exact: true }).check();
  await page.getByLabel('Område').fill('bageri och konditori');
  await page.getByLabel('Målet med era egna ord').fill('Arbete på ett bageri i Västerås');
  await page.getByRole('checkbox', { name: 'Kartläggning' }).check();
  for (const activity of ['Individuellt möte', 'Eget arbete enligt individuell planering', 'Kartläggning']) {
    await page.getByLabel(`Varför ${activity}`).fill('Vi behöver veta vad som passar.');
    await page.getByLabel(`Mål ${activity}`).fill('Tre bagerier att söka hos.');
  }
  await page.getByRole('button', { name: 'Spara planeringen' }).click();
  await expect(page.getByText('Arbete på ett bageri i Västerås').first()).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 320, height: 640 }, hasTouch: true });

  test('a day of absence long ago is reported', async ({ page }) => {
    await logIn(page, COACH, '/provider/absence');
    await page.getByRole('link', { name: NAME }).tap();
    await page.getByRole('group', { name: 'När?' }).getByLabel('En annan dag').tap();
    await page.getByLabel('Vilken dag?').fill(daysAgo(ABSENT));
    await page.getByRole('group', { name: 'Vad har hänt?' }).getByLabel('Sjuk', { exact: true }).tap();
    await page.getByLabel('Planerad tid').fill('2 tim');
    await page.getByLabel('Frånvaro', { exact: true }).fill('2 tim');
    await page.getByRole('button', { name: 'Granska innan du skickar' }).tap();
    await page.getByRole('button', { name: 'Skicka', exact: true }).tap();
    await expect(page.getByText('Skickad. Du får besked när någon har läst den.')).toBeVisible();
  });
});

test('the coach signals work: what is wrong is named, what is right is previewed and sent', async ({
  page,
}) => {
  await openCard(page);
  await page.getByRole('link', { name: 'Signalera arbete eller studier' }).first().click();
  await expectSoundPage(page);
  await page.getByRole('radio', { name: 'Arbete' }).check();
  await page.getByLabel('Första dagen').fill(daysAgo(WORKS));
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.locator('#error-summary')).toContainText('Omfattningen ska vara ett helt tal');
  await page.getByLabel('Omfattning i procent av heltid').fill('100');
  await page.getByLabel('Arbetsgivare eller skola').fill(EMPLOYER);
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.getByRole('heading', { name: 'Så här blir det som skickas' })).toBeVisible();
  await page.getByRole('button', { name: 'Skicka', exact: true }).click();
  await expect(page.getByText('Arbete, 100 procent').first()).toBeVisible();
});

test('an assessor hands it up with what speaks for it', async ({ page }) => {
  await openSignal(page, ASSESSOR);
  await page.getByLabel('Din bedömning').fill('Arbetsgivaren har bekräftat anställningen på telefon.');
  await page.getByRole('button', { name: 'Lämna vidare', exact: true }).click();
  await expect(page.getByText('Ärendet är lämnat vidare för beslut.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lämna vidare', exact: true })).toBeHidden();
});

test('who decides sees the kronor of either course, and ends the placement – by the keyboard alone', async ({
  page,
}) => {
  await openSignal(page, DECIDER);
  const table = page.getByRole('table', { name: /Det här ger placeringen i allt/ });
  [seen.base = 0] = await kronorIn(rowOf(table, /^Grundersättning/));
  [seen.bonus = 0] = await kronorIn(rowOf(table, /^Snabbhetspremie/));
  [seen.result = 0] = await kronorIn(rowOf(table, /^Resultatersättning/));
  await expectSoundPage(page);
  const keys = new Keys(page);
  await keys.tabTo({ role: 'radio', name: 'Bekräfta' });
  await keys.press('Space');
  await keys.tabTo({ role: 'radio', name: /^Den avslutas/ });
  await keys.press('Space');
  await keys.tabTo({ role: 'button', name: 'Spara beslutet' });
  await keys.press('Enter');
  await expect(page.getByText('Placeringen avslutas med resultat.')).toBeVisible();
});

test('the coach reports the outcome, filled in from the signal, and the employer is asked', async ({
  page,
}) => {
  await logIn(page, COACH, '/provider/outcomes');
  await expectSoundPage(page);
  await page.getByRole('link', { name: NAME }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resultatredovisning');
  await expect(page.getByLabel('Namn på arbetsgivare eller skola').first()).toHaveValue(EMPLOYER);
  await page.getByLabel('Organisationsnummer').first().fill('556036-0794');
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.locator('#error-summary')).toContainText('Organisationsnumret stämmer inte');
  await expectSoundPage(page);
  await page.getByLabel('Organisationsnummer').first().fill('556036-0793');
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await expect(page.getByRole('heading', { name: 'Så här blir det som skickas' })).toBeVisible();
  await expectSoundPage(page);
  await page.getByRole('button', { name: 'Skicka resultatredovisningen' }).click();
  await expect(page.getByText('Resultatredovisningen är skickad.')).toBeVisible();
  await page.getByRole('link', { name: 'Lämna underlag' }).click();
  await page.getByLabel('Vem ska svara?').fill('Berit Berg');
  await page.getByLabel('Personens e-postadress hos arbetsgivaren').fill(ADDRESS);
  await page.getByRole('button', { name: 'Skicka frågan' }).click();
  await expect(page.getByText('Frågan är skickad till arbetsgivaren.')).toBeVisible();
  await expect(page.getByText(ADDRESS)).toBeVisible();
  await expectSoundPage(page);
});

test('what the employer reads is sound, and opening it changes nothing', async ({ page }) => {
  const link = await mailedLink(portal.folder, ADDRESS);
  for (let time = 0; time < 2; time += 1) {
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME);
  }
  await expectSoundPage(page);
});

test.describe('the employer', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 720 } });

  test('confirms by its link without account or JavaScript, once', async ({ page }) => {
    const link = await mailedLink(portal.folder, ADDRESS);
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      `Stämmer det att ${NAME} arbetar hos ${EMPLOYER}?`,
    );
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await expect(page.getByRole('link', { name: 'Välj ett svar.' })).toBeVisible();
    await page.getByLabel('Ja, allt stämmer').check();
    await page.getByLabel('Ditt namn').fill('Berit Berg');
    await page.getByLabel('Din roll hos arbetsgivaren').fill('Ägare');
    await page.getByLabel(`Jag svarar för ${EMPLOYER}`).check();
    await page.getByRole('button', { name: 'Skicka svaret' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Tack, ditt svar är mottaget');
    await expect(page.getByText(NAME)).toHaveCount(0);

    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länken är redan använd');
    await page.goto(`${link.slice(0, -3)}abc`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Länken fungerar inte');
    await page.getByRole('button', { name: 'English' }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('The link does not work');
  });
});

test('a reviewer accepts what the employer says, is suggested the day, and approves', async ({ page }) => {
  await openOutcome(page, REVIEWER, 'review');
  await expect(page.getByText('Arbetsgivaren bekräftar').first()).toBeVisible();
  await page
    .getByRole('group', { name: /^Godtas underlaget\? Arbetsgivarens svar/ })
    .getByLabel('Godta', { exact: true })
    .check();
  await page.getByRole('button', { name: 'Spara ställningstaganden' }).click();
  await expect(page.getByText('Dina ställningstaganden är sparade.')).toBeVisible();
  await expect(page.getByLabel(/^Underlaget styrker till och med/)).toHaveValue(daysAgo(0));
  await expectSoundPage(page);
  await page.getByRole('radio', { name: /^Godkänn/ }).check();
  await page.getByRole('button', { name: 'Besluta', exact: true }).click();
  await expect(page.getByText('Beslutet är fattat.')).toBeVisible();
});

test('before the run the provider reads the same kronor: what is coming, and what waits for its day', async ({
  page,
}) => {
  await openOutcome(page, SIGNATORY, 'provider');
  await expect(page.getByText('Väntar på sin dag').first()).toBeVisible();
  const amounts = page.getByRole('table', { name: /Ersättningen i dag/ });
  await expect(amounts).toContainText('behöver fortsätta till och med');
  [seen.first = 0] = await kronorIn(rowOf(amounts, /^Resultatersättning efter 3 månader/));
  const [second = 0] = await kronorIn(rowOf(amounts, /^Resultatersättning efter 6 månader/));
  const [bonus = 0] = await kronorIn(rowOf(amounts, /^Snabbhetspremie/));
  expect(bonus).toBe(seen.bonus);
  expect(seen.first + second).toBe(seen.result);
  await expectSoundPage(page);
});

test('a payer runs the statements up to today', async ({ page }) => {
  await logIn(page, PAYER);
  await page.getByLabel('Brytdag').fill(daysAgo(0));
  await page.getByRole('button', { name: 'Visa vad som kommer med' }).click();
  await page.getByRole('button', { name: /^Starta/ }).click();
  await expect(page.getByRole('link', { name: 'Tallmo Arbetsliv AB' })).toBeVisible({ timeout: 60_000 });
});

test('the pay stands on lines that the signatory reads, with why: the kronor that all have seen', async ({
  page,
}) => {
  await logIn(page, SIGNATORY, '/provider/statements');
  await page.getByRole('main').getByRole('table').getByRole('link').first().click();
  const [result, bonus] = [page.locator('#resultPay'), page.locator('#speedBonus')];
  const lineOf = (group: Locator): Locator => rowOf(group, new RegExp(`^${NAME}`));
  expect(await kronorIn(lineOf(result))).toEqual([seen.first]);
  expect(await kronorIn(lineOf(bonus))).toEqual([seen.bonus]);
  await expect(lineOf(bonus)).toContainText('1 st');
  // Nobody has reported the months: what they would have given stands under what is not paid.
  const months = rowOf(page.locator('#not-paid'), new RegExp(`^${NAME}`));
  const missed = (await Promise.all((await months.all()).map(async (row) => await kronorIn(row)))).flat();
  expect(missed.reduce((sum, amount) => sum + amount, 0)).toBe(seen.base);

  await result.getByText('Varför detta belopp?').click();
  const why = result.getByRole('list').filter({ hasText: 'Resultatet är arbete från' });
  await expect(why).toContainText('och resultatet är godkänt');
  await expect(why).toContainText(/50\s%\sav\s[\d\s]+,00\skr/);
});
