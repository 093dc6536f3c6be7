import type { Locator } from '@playwright/test';
import { beginEarlier } from './actions/begin-earlier.ts';
import type { ByKeyboard } from './actions/by-keyboard.ts';
import { daysAgo } from './actions/days-ago.ts';
import { kronorIn } from './actions/kronor-in.ts';
import { logIn } from './actions/log-in.ts';
import { mailedLink } from './actions/mailed-link.ts';
import { writePlan } from './actions/write-plan.ts';
import { expectSoundStep, expectSoundWithoutScripts } from './expects/sound-step.ts';
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
const [BEGAN, ABSENT, WORKS] = [130, 125, 95] as const;

/** From a participant without a coach to pay that stands on a statement, each step by the person whose it is. */
// A portal of its own: a statement run takes in everything, and other tests run one too.
const PORT = String(Number(process.env['E2E_PORT']) + 120);
test.describe.configure({ mode: 'serial', timeout: 180_000 });
test.use({ baseURL: `http://localhost:${PORT}` });
let portal: StartedPortal;
test.beforeAll(async () => {
  test.setTimeout(180_000);
  portal = await startDemo(PORT);
  await beginEarlier(portal.folder, NAME, daysAgo(BEGAN));
});
test.afterAll(async () => await portal.stop());

/** Kronor as they are read by one after the other. */
const seen = { base: 0, bonus: 0, result: 0, first: 0 };

const rowOf = (table: Locator, name: RegExp): Locator => table.getByRole('row', { name });

/** From a list to what it has of her. */
async function openHers(keyboard: ByKeyboard, person: RegExp, list: string, title: string): Promise<void> {
  await logIn(keyboard.page, person, list);
  await keyboard.enter(keyboard.page.getByRole('link', { name: NAME }).first());
  await expect(keyboard.page.getByRole('heading', { level: 1 })).toHaveText(title);
}

async function openCard(keyboard: ByKeyboard): Promise<void> {
  await openHers(keyboard, COACH, `/provider/participants?q=${encodeURIComponent(NAME)}`, NAME);
}

async function openSignal(keyboard: ByKeyboard, person: RegExp): Promise<void> {
  const list = `/admin/documents?kind=signal&q=${encodeURIComponent(NAME)}`;
  await openHers(keyboard, person, list, 'Signal om arbete eller studier');
}

/** Asks to see what will be sent, and sees it. */
async function preview(keyboard: ByKeyboard): Promise<void> {
  await keyboard.enter(keyboard.page.getByRole('button', { name: 'Granska innan du skickar' }));
  await expect(keyboard.page.getByRole('heading', { name: 'Så här blir det som skickas' })).toBeVisible();
  await expect(keyboard.page.locator('#preview')).toBeFocused();
  await expectSoundStep(keyboard.page);
}

test('a new participant gets a coach', async ({ page, keyboard }) => {
  await logIn(page, INTAKE, '/provider/intake');
  await expectSoundStep(page);
  await keyboard.tick(page.getByRole('checkbox', { name: `Välj ${NAME}` }));
  await keyboard.choose(page.getByRole('radio', { name: COACH }));
  await keyboard.enter(page.getByRole('button', { name: 'Utse handledare' }));
  await expect(page.getByText('En deltagare har fått Amina Warsame som handledare.')).toBeVisible();
  await expectSoundStep(page);
});

test('the coach makes the first joint plan', async ({ page, keyboard }) => {
  await openCard(keyboard);
  await expectSoundStep(page);
  await keyboard.enter(page.getByRole('link', { name: 'Gör planeringen' }).first());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Gör den gemensamma planeringen');
  await expectSoundStep(page);
  await writePlan(keyboard, 'Arbete på ett bageri i Västerås');
  await keyboard.enter(page.getByRole('button', { name: 'Spara planeringen' }));
  await expect(page.getByText('Arbete på ett bageri i Västerås').first()).toBeVisible();
  await expectSoundStep(page);
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('a day of absence long ago is reported', async ({ page, keyboard }) => {
    await logIn(page, COACH, '/provider/absence');
    await keyboard.enter(page.getByRole('link', { name: NAME }));
    await keyboard.choose(page.getByRole('group', { name: 'När?' }).getByLabel('En annan dag'));
    await keyboard.writeDay(page.getByLabel('Vilken dag?'), daysAgo(ABSENT));
    const causes = page.getByRole('group', { name: 'Vad har hänt?' });
    await keyboard.choose(causes.getByLabel('Sjuk', { exact: true }));
    await keyboard.write(page.getByLabel('Planerad tid'), '2 tim');
    await keyboard.write(page.getByLabel('Frånvaro', { exact: true }), '2 tim');
    await expectSoundStep(page);
    await preview(keyboard);
    await keyboard.enter(page.getByRole('button', { name: 'Skicka', exact: true }));
    await expect(page.getByText('Skickad. Du får besked när någon har läst den.')).toBeVisible();
    await expectSoundStep(page);
  });
});

test('the coach signals work: what is wrong is named, what is right is previewed and sent', async ({
  page,
  keyboard,
}) => {
  const wrong = 'Omfattningen ska vara ett helt tal';
  await openCard(keyboard);
  await keyboard.enter(page.getByRole('link', { name: 'Signalera arbete eller studier' }).first());
  await expect(page.getByRole('radio', { name: 'Arbete' })).toBeVisible();
  await expectSoundStep(page);
  await keyboard.choose(page.getByRole('radio', { name: 'Arbete' }));
  await keyboard.writeDay(page.getByLabel('Första dagen'), daysAgo(WORKS));
  await keyboard.enter(page.getByRole('button', { name: 'Granska innan du skickar' }));
  await expect(page.locator('#error-summary')).toContainText(wrong);
  await expectSoundStep(page);
  await keyboard.enter(page.getByRole('link', { name: wrong }));
  await expect(page.getByLabel('Omfattning i procent av heltid')).toBeFocused();
  await keyboard.write(page.getByLabel('Omfattning i procent av heltid'), '100');
  await keyboard.write(page.getByLabel('Arbetsgivare eller skola'), EMPLOYER);
  await preview(keyboard);
  await keyboard.enter(page.getByRole('button', { name: 'Skicka', exact: true }));
  await expect(page.getByText('Arbete, 100 procent').first()).toBeVisible();
  await expectSoundStep(page);
});

test('an assessor hands it up with what speaks for it', async ({ page, keyboard }) => {
  await openSignal(keyboard, ASSESSOR);
  await expectSoundStep(page);
  await keyboard.write(page.getByLabel('Din bedömning'), 'Arbetsgivaren har bekräftat anställningen.');
  await keyboard.enter(page.getByRole('button', { name: 'Lämna vidare', exact: true }));
  await expect(page.getByText('Ärendet är lämnat vidare för beslut.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Lämna vidare', exact: true })).toBeHidden();
  await expectSoundStep(page);
});

test('who decides sees the kronor of either course, and ends the placement', async ({ page, keyboard }) => {
  await openSignal(keyboard, DECIDER);
  const table = page.getByRole('table', { name: /Det här ger placeringen i allt/ });
  [seen.base = 0] = await kronorIn(rowOf(table, /^Grundersättning/));
  [seen.bonus = 0] = await kronorIn(rowOf(table, /^Snabbhetspremie/));
  [seen.result = 0] = await kronorIn(rowOf(table, /^Resultatersättning/));
  await expectSoundStep(page);
  await keyboard.choose(page.getByRole('radio', { name: 'Bekräfta' }));
  await keyboard.choose(page.getByRole('radio', { name: /^Den avslutas/ }));
  await keyboard.enter(page.getByRole('button', { name: 'Spara beslutet' }));
  await expect(page.getByText('Placeringen avslutas med resultat.')).toBeVisible();
  await expectSoundStep(page);
});

test('the coach reports the outcome, filled in from the signal, and the employer is asked', async ({
  page,
  keyboard,
}) => {
  const number = page.getByLabel('Organisationsnummer').first();
  await logIn(page, COACH, '/provider/outcomes');
  await expectSoundStep(page);
  await keyboard.enter(page.getByRole('link', { name: NAME }).first());
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Resultatredovisning');
  await expect(page.getByLabel('Namn på arbetsgivare eller skola').first()).toHaveValue(EMPLOYER);
  await expectSoundStep(page);
  await keyboard.write(number, '556036-0794');
  await keyboard.enter(page.getByRole('button', { name: 'Granska innan du skickar' }));
  await expect(page.locator('#error-summary')).toContainText('Organisationsnumret stämmer inte');
  await expectSoundStep(page);
  await keyboard.write(number, '556036-0793');
  await preview(keyboard);
  await keyboard.enter(page.getByRole('button', { name: 'Skicka resultatredovisningen' }));
  await expect(page.getByText('Resultatredovisningen är skickad.')).toBeVisible();
  await expectSoundStep(page);
  await keyboard.enter(page.getByRole('link', { name: 'Lämna underlag' }));
  await expect(page.getByLabel('Vem ska svara?')).toBeVisible();
  await expectSoundStep(page);
  await keyboard.write(page.getByLabel('Vem ska svara?'), 'Berit Berg');
  await keyboard.write(page.getByLabel('Personens e-postadress hos arbetsgivaren'), ADDRESS);
  await keyboard.enter(page.getByRole('button', { name: 'Skicka frågan' }));
  await expect(page.getByText('Frågan är skickad till arbetsgivaren.')).toBeVisible();
  await expect(page.getByText(ADDRESS)).toBeVisible();
  await expectSoundStep(page);
});

test('what the employer reads is sound, and opening it changes nothing', async ({ page }) => {
  const link = await mailedLink(portal.folder, ADDRESS);
  for (let time = 0; time < 2; time += 1) {
    await page.goto(link);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(NAME);
  }
  await expectSoundStep(page);
});

test.describe('the employer', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 320, height: 720 } });

  test('confirms by its link without account or JavaScript, once', async ({ page, keyboard }) => {
    const heading = page.getByRole('heading', { level: 1 });
    const link = await mailedLink(portal.folder, ADDRESS);
    await page.goto(link);
    await expect(heading).toHaveText(`Stämmer det att ${NAME} arbetar hos ${EMPLOYER}?`);
    await keyboard.enter(page.getByRole('button', { name: 'Skicka svaret' }));
    await keyboard.enter(page.getByRole('link', { name: 'Välj ett svar.' }));
    await expectSoundWithoutScripts(page);
    await keyboard.choose(page.getByLabel('Ja, allt stämmer'));
    await keyboard.write(page.getByLabel('Ditt namn'), 'Berit Berg');
    await keyboard.write(page.getByLabel('Din roll hos arbetsgivaren'), 'Ägare');
    await keyboard.tick(page.getByLabel(`Jag svarar för ${EMPLOYER}`));
    await keyboard.enter(page.getByRole('button', { name: 'Skicka svaret' }));
    await expect(heading).toHaveText('Tack, ditt svar är mottaget');
    await expect(page.getByText(NAME)).toHaveCount(0);
    await expectSoundWithoutScripts(page);

    await page.goto(link);
    await expect(heading).toHaveText('Länken är redan använd');
    await expectSoundWithoutScripts(page);
    await page.goto(`${link.slice(0, -3)}abc`);
    await expect(heading).toHaveText('Länken fungerar inte');
    await expectSoundWithoutScripts(page);
    await keyboard.enter(page.locator('summary', { hasText: 'Svenska' }));
    await keyboard.enter(page.getByRole('button', { name: 'English' }));
    await expect(heading).toHaveText('The link does not work');
  });
});

test('a reviewer accepts what the employer says, is suggested the day, and approves', async ({
  page,
  keyboard,
}) => {
  await openHers(keyboard, REVIEWER, '/review/outcomes', `Resultat, ${NAME}`);
  await expect(page.getByText('Arbetsgivaren bekräftar').first()).toBeVisible();
  await expectSoundStep(page);
  const answer = page.getByRole('group', { name: /^Godtas underlaget\? Arbetsgivarens svar/ });
  await keyboard.choose(answer.getByLabel('Godta', { exact: true }));
  await keyboard.enter(page.getByRole('button', { name: 'Spara ställningstaganden' }));
  await expect(page.getByText('Dina ställningstaganden är sparade.')).toBeVisible();
  await expect(page.getByLabel(/^Underlaget styrker till och med/)).toHaveValue(daysAgo(0));
  await expectSoundStep(page);
  await keyboard.choose(page.getByRole('radio', { name: /^Godkänn/ }));
  await keyboard.enter(page.getByRole('button', { name: 'Besluta', exact: true }));
  await expect(page.getByText('Beslutet är fattat.')).toBeVisible();
  await expectSoundStep(page);
});

test('before the run the provider reads the same kronor: what is coming, and what waits for its day', async ({
  page,
  keyboard,
}) => {
  await openHers(keyboard, SIGNATORY, '/provider/outcomes', `Resultat för ${NAME}`);
  await expect(page.getByText('Väntar på sin dag').first()).toBeVisible();
  const amounts = page.getByRole('table', { name: /Ersättningen i dag/ });
  await expect(amounts).toContainText('behöver fortsätta till och med');
  [seen.first = 0] = await kronorIn(rowOf(amounts, /^Resultatersättning efter 3 månader/));
  const [second = 0] = await kronorIn(rowOf(amounts, /^Resultatersättning efter 6 månader/));
  const [bonus = 0] = await kronorIn(rowOf(amounts, /^Snabbhetspremie/));
  expect(bonus).toBe(seen.bonus);
  expect(seen.first + second).toBe(seen.result);
  await expectSoundStep(page);
});

test('a payer runs the statements up to today', async ({ page, keyboard }) => {
  await logIn(page, PAYER);
  await expectSoundStep(page);
  await keyboard.writeDay(page.getByLabel('Brytdag'), daysAgo(0));
  await keyboard.enter(page.getByRole('button', { name: 'Visa vad som kommer med' }));
  await expect(page.getByRole('button', { name: /^Starta/ })).toBeVisible();
  await expectSoundStep(page);
  await keyboard.enter(page.getByRole('button', { name: /^Starta/ }));
  await expect(page.getByRole('link', { name: 'Tallmo Arbetsliv AB' })).toBeVisible({ timeout: 60_000 });
  await expectSoundStep(page);
});

test('the pay stands on lines that the signatory reads, with why: the kronor that all have seen', async ({
  page,
  keyboard,
}) => {
  await logIn(page, SIGNATORY, '/provider/statements');
  await keyboard.enter(page.getByRole('main').getByRole('table').getByRole('link').first());
  const [result, bonus] = [page.locator('#resultPay'), page.locator('#speedBonus')];
  const lineOf = (group: Locator): Locator => rowOf(group, new RegExp(`^${NAME}`));
  expect(await kronorIn(lineOf(result))).toEqual([seen.first]);
  expect(await kronorIn(lineOf(bonus))).toEqual([seen.bonus]);
  await expect(lineOf(bonus)).toContainText('1 st');
  // Nobody has reported the months: what they would have given stands under what is not paid.
  const months = rowOf(page.locator('#not-paid'), new RegExp(`^${NAME}`));
  const missed = (await Promise.all((await months.all()).map(async (row) => await kronorIn(row)))).flat();
  expect(missed.reduce((sum, amount) => sum + amount, 0)).toBe(seen.base);

  await keyboard.enter(result.locator('summary', { hasText: 'Varför detta belopp?' }));
  const why = result.getByRole('list').filter({ hasText: 'Resultatet är arbete från' });
  await expect(why).toContainText('och resultatet är godkänt');
  await expect(why).toContainText(/50\s%\sav\s[\d\s]+,00\skr/);
  await expectSoundStep(page);
});
