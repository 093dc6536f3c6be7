import { expectSoundPage } from './expects/sound-page.ts';
import { logIn } from './actions/log-in.ts';
import { expectTakenOver, lastMonth } from './actions/open-month.ts';
import { expect, test } from './portal-test.ts';

/** Nothing of what is uploaded here can be stored. */
const SIGNATORY = /^Birgitta Nyström/;

const NAMES = 'implementation_reference;month;activity;form;minutes;language_support;job_suggestions;reason';

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'a month as a file' : 'a month as a file, without JavaScript', () => {
    test.use({ javaScriptEnabled });

    test('goes from template to a result that says what is wrong, row by row', async ({ page }) => {
      const month = lastMonth();
      await logIn(page, SIGNATORY, `/provider/months/${month}`);
      if (javaScriptEnabled) await expectTakenOver(page);
      await page.getByRole('link', { name: 'Ladda upp fil' }).click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Ladda upp /);
      if (javaScriptEnabled) await expectSoundPage(page);

      for (const format of ['xlsx', 'csv']) {
        const template = await page.request.get(`/api/provider/months/${month}/template?format=${format}`);
        expect(template.status()).toBe(200);
        expect(template.headers()['content-disposition']).toMatch(/^attachment; filename="redovisning-/);
      }

      const rows = [
        NAMES,
        `999999998;${month};mapping;onSite;60;;0;`,
        `999999997;${month};möte;onSite;50;;0;`,
      ];
      await page.getByLabel('Fil', { exact: true }).setInputFiles({
        name: 'med fel.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(rows.join('\r\n')),
      });
      await page.getByRole('button', { name: 'Ladda upp och kontrollera' }).click();
      // The page follows the reading, and shows the result when there is one.
      await expect(page.getByText('Inga rapporter är rätt och 2 utelämnades.')).toBeVisible({
        timeout: 30_000,
      });
      const faults = page.getByRole('table', { name: 'Allt som är fel, i filens ordning' });
      await expect(faults.getByRole('row').filter({ hasText: 'activityUnknown' })).toContainText(
        'Ange en av individualMeeting',
      );
      await expect(faults.getByRole('row').filter({ hasText: 'minutesStep' })).toContainText('minutes');
      if (javaScriptEnabled) await expectSoundPage(page);

      const answer = await page.request.get(
        `/api/provider/uploads/${new URL(page.url()).pathname.split('/').at(-1)}/file`,
      );
      const [head = '', ...lines] = (await answer.text()).trim().split('\r\n');
      expect(head).toBe(`${NAMES};fel`);
      expect(lines).toHaveLength(2);
      for (const line of lines) expect(line).toContain('Det finns ingen placering att rapportera');
    });

    test('is refused with the remedy when it is something else', async ({ page }) => {
      const month = lastMonth();
      await logIn(page, SIGNATORY, `/provider/months/${month}/upload`);
      await page.getByLabel('Fil', { exact: true }).setInputFiles({
        name: 'gammal.xls',
        mimeType: 'application/vnd.ms-excel',
        buffer: Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      });
      await page.getByRole('button', { name: 'Ladda upp och kontrollera' }).click();
      await expect(page.getByText('Filen är sparad i det gamla Excel-formatet (.xls).')).toBeVisible({
        timeout: 30_000,
      });
      await expect(page.getByText('spara den som Excel-arbetsbok (.xlsx)')).toBeVisible();
      if (javaScriptEnabled) await expectSoundPage(page);
    });
  });
}
