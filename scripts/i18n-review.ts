import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PARTICIPANT_FEATURES } from '#lib/shared/i18n/catalogue.ts';
import { parseLocale } from '#lib/shared/i18n/locale.ts';
import { reviewPrint, type Reviews, reviewedTexts } from '#lib/shared/i18n/review-status.ts';

// That a person has read translations beside their source is written down under that person's name:
//   node scripts/i18n-review.ts uk choice.list                         what is not reviewed, to read
//   node scripts/i18n-review.ts uk choice.list --by 'Anna Ek' --on 2026-05-12   these have been, as they stand
// Without a key it is about the whole language. What is changed afterwards counts as not reviewed by itself.

const FOLDER = path.join(import.meta.dirname, '../lib/shared/i18n/reviewed');

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { by: { type: 'string' }, on: { type: 'string' } },
});

function main([language, begin = '']: readonly string[], { by, on }: typeof values): boolean {
  const locale = parseLocale(language);
  if (locale === null || locale === 'sv') {
    process.stderr.write('Say which language; Swedish is the source.\n');
    return false;
  }
  const texts = PARTICIPANT_FEATURES.flatMap((feature) => reviewedTexts(locale, feature)).filter(
    ({ key, review }) => review === null && (begin === '' || key === begin || key.startsWith(`${begin}.`)),
  );
  if (by === undefined) {
    const toRead = texts.map(({ key, source, text }) => [key, { sv: source, text }]);
    process.stdout.write(`${JSON.stringify(Object.fromEntries(toRead), null, 1)}\n`);
    return true;
  }
  if (!/\p{L}{2}/u.test(by) || !/^\d{4}-\d{2}-\d{2}$/.test(on ?? '')) {
    process.stderr.write("Say who has read them, and which day: --by 'Anna Ek' --on 2026-05-12\n");
    return false;
  }
  const file = path.join(FOLDER, `${locale}.json`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this script alone writes the file
  const before = JSON.parse(readFileSync(file, 'utf8')) as Reviews;
  const now = texts.map(({ key, source, text }) => [key, { by, on, of: reviewPrint(source, text) }]);
  const all = Object.entries({ ...before, ...Object.fromEntries(now) }).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  writeFileSync(file, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
  process.stderr.write(`${texts.length} texts are reviewed\n`);
  return true;
}

process.exitCode = main(positionals, values) ? 0 : 1;
