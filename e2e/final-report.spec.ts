import type { Page } from '@playwright/test';
import { logIn } from './actions/log-in.ts';
import { rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Amina Warsame/;
const REVIEWER = /^Anders Wiklund/;
const CASEWORKER = /^Mikael Nyberg/;
const NEXT_COACH = /^Elif Demir/;
const SWITCHED = /^Piotr Zieliński/;
const NAME = 'Marta Silva';
const RETURNED = 'Vilken butik var det som ville träffa henne igen?';

const WHAT = ['annonser', 'intyg', 'telefonsamtal', 'studiebesök', 'mejl', 'kartor', 'scheman', 'avtal'];
const HOW = ['Korta', 'Tysta', 'Tidiga', 'Lugna', 'Glada', 'Raka', 'Enkla', 'Fasta'];
const TROUBLE = ['Datorn', 'Bussen', 'Kölappen', 'Telefonen', 'Tolken', 'Rummet', 'Skrivaren', 'Klockan'];

/** Answers that the next coach can plan from, by their questions; by activity, so that none repeats another. */
const GOOD = {
  done: (n: number) =>
    `Vi gick igenom ${WHAT[n]} för butiker i Västerås och skrev ner vad som skulle göras före fredagen.`,
  worked: (n: number) => `${HOW[n]} träffar före lunch; hon hade ${WHAT[n]} med sig och kunde stanna.`,
  notWorked: (n: number) =>
    `${TROUBLE[n]} ställde till det i början, men med ${WHAT[n]} på papper löste det sig till slut.`,
} as const;
const PROGRESS =
  'I våras vågade hon inte ringa. Nu har hon ringt tolv butiker själv, haft tre intervjuer och fått arbete på halvtid.';

test.describe.configure({ mode: 'serial' });

async function openForm(page: Page): Promise<void> {
  await logIn(page, COACH);
  await page.getByRole('link', { name: `Skriv slutredovisningen för ${NAME}` }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Slutredovisning');
}

/** Everything that is asked for but progress. */
async function fillIn(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Arbetar' }).check();
  const job = page.getByRole('group', { name: 'Arbete 1' });
  await job.getByLabel('Yrkesområde').selectOption('Försäljning, inköp, marknadsföring');
  await job.getByLabel('Yrkesgrupp').fill('Butikssäljare');
  await job.getByLabel('Anställningsform').selectOption('Tidsbegränsad');
  await job.getByLabel('Omfattning i procent').fill('50');
  for (const [label, told] of [
    [/^Vad gjorde ni\?/, GOOD.done],
    [/^Vad fungerade\?/, GOOD.worked],
    [/^Vad fungerade inte/, GOOD.notWorked],
  ] as const) {
    const fields = page.getByLabel(label);
    for (let n = 0; n < (await fields.count()); n += 1) await fields.nth(n).fill(told(n));
  }
}

async function statusOf(): Promise<readonly string[]> {
  const rows = await rowsOf<{ status: string }>(
    `SELECT d.status FROM document d JOIN placement p ON p.id = d.placement_id JOIN participant q ON q.id = p.participant_id
     JOIN person n ON n.id = q.person_id WHERE d.kind = 'finalReport' AND n.given_name || ' ' || n.family_name = $1 ORDER BY d.number`,
    [NAME],
  );
  return rows.map(({ status }) => status);
}

test('the report is to do once the placement has ended; what is written is kept, and a thin answer is told at once', async ({
  page,
}) => {
  await openForm(page);
  await expect(page.getByText('Sista dagen var')).toBeVisible();
  await expect(page.getByRole('radio', { name: 'Har bytt leverantör' })).toBeHidden();
  await expect(page.getByLabel('Yrkesområde').first()).toBeHidden();
  const meeting = page.getByRole('group', { name: 'Individuellt möte' });
  await expect(meeting.getByText(/tim · \d+ dagar/)).toBeVisible();
  await expectSoundPage(page);
  await fillIn(page);
  const first = meeting.getByLabel(/^Vad gjorde ni\?/);
  await first.fill('Allt har gått bra.');
  await first.press('Tab');
  await expect(meeting.getByText('Att tänka på')).toContainText('Att tänka på');
  await expect(meeting.getByText(/Det här säger inte vad som hände/)).toBeVisible();
  const saved = page.waitForResponse(
    (response) =>
      response.url().endsWith('/save-draft') &&
      (response.request().postData() ?? '').includes(JSON.stringify(GOOD.done(0))),
  );
  await first.fill(GOOD.done(0));
  await expect(meeting.getByText('Att tänka på')).toBeHidden();
  await expect(page.getByRole('navigation', { name: 'Innehåll' })).toContainText('3 av 3 svar räcker');
  expect((await saved).ok()).toBe(true);
  await expect(page.getByText(/^Utkastet sparat/)).toBeVisible();
});

test('the draft goes on where it was left, and a thin answer is explained and not sent', async ({ page }) => {
  await openForm(page);
  await expect(page.getByLabel(/^Vad gjorde ni\?/).first()).toHaveValue(GOOD.done(0));
  await page.getByLabel('Vilka framsteg har deltagaren gjort?').fill('God utveckling, se ovan.');
  await page.getByRole('button', { name: 'Granska innan du skickar' }).click();
  const summary = page.locator('#error-summary');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('det här säger inte vad som hände');
  await expect(summary).toContainText('Till exempel');
  await expectSoundPage(page);
  await summary.getByRole('link').first().click();
  await expect(page.getByLabel('Vilka framsteg har deltagaren gjort?')).toBeFocused();
  expect(await statusOf()).toEqual([]);
});

test('it is sent as it was previewed, by keyboard alone', async ({ page }) => {
  await openForm(page);
  await page.getByLabel('Vilka framsteg har deltagaren gjort?').fill(PROGRESS);
  await page.getByRole('button', { name: 'Granska innan du skickar' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#preview')).toBeFocused();
  await expect(page.locator('#preview')).toContainText(PROGRESS);
  await expectSoundPage(page);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Skickad. Du får besked när någon har läst den.')).toBeVisible();
  expect(await statusOf()).toEqual(['submitted']);
  await expectSoundPage(page);
});

test('a reviewer returns it with reasons, the coach completes it, the reviewer sees what changed and approves', async ({
  page,
  browser,
}) => {
  const decide = async (verdict: string, reason: string) => {
    await page.goto('/review/documents');
    await page.getByRole('link', { name: NAME }).click();
    if (reason === '') {
      await expect(page.getByText('Ändrat sedan version 1')).toBeVisible();
      await expectSoundPage(page);
    }
    await page.getByRole('radio', { name: verdict, exact: true }).check();
    if (reason !== '') await page.getByLabel('Motivering').fill(reason);
    await page.getByRole('button', { name: 'Spara beslutet' }).click();
    await expect(page.getByRole('status').filter({ hasText: NAME })).toContainText('Slutredovisning: ');
  };
  await logIn(page, REVIEWER);
  await decide('Skicka tillbaka för komplettering', RETURNED);
  const context = await browser.newContext();
  const coach = await context.newPage();
  await logIn(coach, COACH);
  await coach.getByRole('link', { name: new RegExp(`Komplettera: Slutredovisning, ${NAME}`) }).click();
  await coach.getByRole('link', { name: 'Komplettera', exact: true }).click();
  await expect(coach.getByText(RETURNED).first()).toBeVisible();
  await coach
    .getByLabel('Vad föreslår ni som nästa steg?')
    .fill(
      'Ica Maxi på Hälla vill träffa henne igen i mars om utökad tid; be då om Samira på personalkontoret.',
    );
  await coach.getByRole('button', { name: 'Granska innan du skickar' }).click();
  await coach.getByRole('button', { name: 'Skicka', exact: true }).click();
  await expect(coach.getByText('Skickad. Du får besked')).toBeVisible();
  await context.close();
  await decide('Godkänn', '');
  expect(await statusOf()).toEqual(['superseded', 'approved']);
});

test('a caseworker who has read it says whether one can plan from it, and what is missing', async ({
  page,
}) => {
  const [found] = await rowsOf<{ id: string }>(
    `SELECT d.id FROM document d JOIN placement p ON p.id = d.placement_id JOIN participant q ON q.id = p.participant_id
     JOIN person n ON n.id = q.person_id WHERE d.kind = 'finalReport' AND d.status = 'approved' AND n.given_name || ' ' || n.family_name = $1`,
    [NAME],
  );
  await logIn(page, CASEWORKER, `/admin/documents/${found?.id ?? ''}`);
  await page.getByRole('radio', { name: 'Delvis' }).check();
  await page.getByRole('button', { name: 'Spara svaret' }).click();
  await expect(page.locator('#error-summary')).toContainText('Skriv vad som saknas');
  await page.getByLabel('Vad saknas?').fill('Vilka tider hon kan arbeta.');
  await page.getByRole('button', { name: 'Spara svaret' }).click();
  await expect(page.getByText('Svaret är sparat.')).toBeVisible();
  await expect(page.getByText('Vilka tider hon kan arbeta.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Spara svaret' })).toBeHidden();
  await expectSoundPage(page);
});

test('the next coach reads it while the participant lets them, who takes it back without JavaScript', async ({
  page,
  browser,
}) => {
  const before = async (path: string) => {
    await page.goto(path);
    return page.getByText('I början skickades inga ansökningar alls.');
  };
  await logIn(page, NEXT_COACH, '/provider/participants?q=Zieli%C5%84ski');
  // She coaches at two providers: this is the one that the participant came to.
  await page
    .getByRole('button', { name: /^Fortsätt som handledare/ })
    .first()
    .click();
  await page.getByRole('link', { name: 'Piotr Zieliński' }).first().click();
  await page.getByRole('link', { name: /Läs det som förra leverantören lämnat/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Från förra leverantören');
  const path = new URL(page.url()).pathname;
  await expect(await before(path)).toBeVisible();
  await expectSoundPage(page);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const participant = await context.newPage();
  await logIn(participant, SWITCHED, '/participant/sharing');
  await participant.getByRole('button', { name: /^Ta tillbaka.*Slutredovisningen/ }).click();
  await expect(participant.getByText('Du har tagit tillbaka ditt ja.')).toBeVisible();
  await expect(await before(path)).toBeHidden();
  await expect(page.getByText('Deltagaren har inte sagt ja')).toBeVisible();
  await participant.getByRole('button', { name: /läsa.*Slutredovisningen/ }).click();
  await expect(participant.getByText('Du har sagt ja.')).toBeVisible();
  await expect(await before(path)).toBeVisible();
  await participant.getByRole('link', { name: 'Läs slutredovisningen själv' }).click();
  await expect(participant.getByText('I början skickades inga ansökningar alls.')).toBeVisible();
  await context.close();
});

test('what the participant decides and reads looks right', async ({ page }) => {
  await logIn(page, SWITCHED, '/participant/sharing');
  await expectSoundPage(page);
  await page.getByRole('link', { name: 'Läs slutredovisningen själv' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Slutredovisning');
  await expect(page.getByText('Går det att planera från den?')).toBeHidden();
  await expectSoundPage(page);
});

test('the form can be filled in and kept without JavaScript', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await logIn(page, /^Rahel Tekle/);
  await page.getByRole('link', { name: 'Skriv slutredovisningen för Rosa Castillo' }).click();
  await page.getByRole('link', { name: 'Framsteg och nästa steg' }).click();
  await page.getByLabel('Vilka framsteg har deltagaren gjort?').fill(PROGRESS);
  await page.getByRole('button', { name: 'Spara utkast' }).click();
  await expect(page.getByText('Utkastet är sparat.')).toBeVisible();
  await expect(page.getByLabel('Vilka framsteg har deltagaren gjort?')).toHaveValue(PROGRESS);
  await expect(page.getByRole('navigation', { name: 'Innehåll' })).toContainText('1 av 2 svar räcker');
  await context.close();
});
