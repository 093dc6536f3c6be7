import type { Page } from '@playwright/test';
import { logIn, logOut } from './actions/log-in.ts';
import { rowsOf } from './database.ts';
import { expectSoundPage } from './expects/sound-page.ts';
import { expect, test } from './portal-test.ts';

const COACH = /^Amina Warsame/;
const REVIEWER = /^Anders Wiklund/;
const PARTICIPANT = 'Marta Silva';

type Outcome = { readonly id: string; readonly from: string };

/** The outcome that nobody has decided on yet. */
async function outcome(): Promise<Outcome> {
  const [found] = await rowsOf<Outcome>(
    `SELECT o.id, o."from"::text AS "from" FROM outcome o JOIN placement l ON l.id = o.placement_id
      JOIN participant q ON q.id = l.participant_id JOIN person p ON p.id = q.person_id
     WHERE o.status = 'submitted' AND p.given_name || ' ' || p.family_name = $1`,
    [PARTICIPANT],
  );
  if (found === undefined) throw new Error('There is no outcome to show evidence for');
  return found;
}

/** A PDF of one empty page, with another object. */
function pdf(object = ''): Buffer {
  const objects = `1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [3 0 R] /Count 1 >> endobj
3 0 obj << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >> endobj
${object}`;
  return Buffer.from(
    `%PDF-1.7\n${objects}\ntrailer << /Root 1 0 R /Size 4 >>\nstartxref\n0\n%%EOF\n`,
    'latin1',
  );
}

async function handIn(page: Page, buffer: Buffer, { from }: Outcome): Promise<void> {
  await page
    .getByLabel('Fil', { exact: true })
    .setInputFiles({ name: 'intyg.pdf', mimeType: 'image/png', buffer });
  await page.getByLabel('Vad är det?').selectOption({ label: 'Anställningsbevis eller intyg' });
  await page.getByLabel('Första dagen som det visar').fill(from);
  await page.getByLabel('Sista dagen som det visar').fill(from);
  await page.getByRole('button', { name: 'Lämna in filen' }).click();
}

test('a file is refused with its remedy, then handed in once; it comes as it is, runs nothing, and is accepted', async ({
  page,
}) => {
  const claimed = await outcome();
  await logIn(page, COACH, `/provider/outcomes/${claimed.id}/evidence`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`Underlag för ${PARTICIPANT}`);
  await expect(page.getByText('Det finns inga underlag än.')).toBeVisible();

  await handIn(page, pdf('9 0 obj << /S /JavaScript /JS (app.alert(1)) >> endobj'), claimed);
  await expect(page.getByText('PDF-filen innehåller skript eller kommandon.').first()).toBeVisible();
  await expect(page.getByLabel('Första dagen som det visar')).toHaveValue(claimed.from);
  await expectSoundPage(page);

  await handIn(page, pdf(), claimed);
  await expect(page.getByText('Filen är inlämnad.')).toBeVisible();
  await expect(page.getByText('Underlagen täcker alla dagar till och med')).toBeVisible();
  await handIn(page, pdf(), claimed);
  await expect(page.getByText('Samma fil finns redan: intyg.pdf').first()).toBeVisible();

  const href = (await page.getByRole('link', { name: 'Spara filen intyg.pdf' }).getAttribute('href')) ?? '';
  const saved = await page.request.get(href);
  expect((await saved.body()).equals(pdf())).toBe(true);
  expect(saved.headers()).toMatchObject({
    'content-type': 'application/pdf',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(saved.headers()['content-disposition']).toMatch(/^attachment; filename="intyg.pdf"/);
  expect(saved.headers()['content-security-policy']).toMatch(/^sandbox; default-src 'none'/);
  const viewed = await page.request.get(`${href}?view`);
  expect(viewed.headers()['content-disposition']).toMatch(/^inline/);
  await logOut(page);
  expect((await page.request.get(href)).status()).toBe(401);

  await logIn(page, REVIEWER, `/review/outcomes/${claimed.id}`);
  const piece = page.getByRole('group', { name: /^Godtas underlaget\? intyg\.pdf/ });
  await piece.getByLabel('Godta', { exact: true }).check();
  await page.getByRole('button', { name: 'Spara ställningstaganden' }).click();
  await expect(page.getByText('Dina ställningstaganden är sparade.')).toBeVisible();
  await expect(page.getByLabel(/^Underlaget styrker till och med/)).toHaveValue(claimed.from);
});
