import { readFileSync } from 'node:fs';
import { LOCALE_NAMES, type Locale, parseLocale } from '#lib/shared/i18n/locale.ts';
import {
  type FlatMessages,
  PARTICIPANT_LOCALES,
  readParticipantMessages,
  writeParticipantMessages,
} from '#scripts/i18n/catalogue-files.ts';
import { translationFaults } from '#scripts/i18n/translation-faults.ts';

// One command each way for whoever translates what participants read:
//   node scripts/i18n-missing.ts ar > missing.json           what Arabic lacks, with the Swedish and English text beside
//   node scripts/i18n-missing.ts ar --apply translated.json  {"key": "text", …} put into the right files
//   node scripts/i18n-missing.ts --files                     the files of new features in every language, empty until then

const swedish = readParticipantMessages('sv');
const english = readParticipantMessages('en');

function missingIn(locale: Locale): FlatMessages {
  const own = readParticipantMessages(locale);
  return new Map([...swedish].filter(([key]) => !own.has(key)));
}

function printMissing(locale: Locale): void {
  const missing = [...missingIn(locale)].map(([key, sv]) => [key, { sv, en: english.get(key) }]);
  process.stdout.write(`${JSON.stringify(Object.fromEntries(missing), null, 1)}\n`);
  process.stderr.write(`${LOCALE_NAMES[locale]}: ${missing.length} of ${swedish.size} are missing\n`);
}

/** What was handed in, by key; an entry as it was printed may carry its text as `text`. */
function readTranslations(file: string): [string, string][] {
  const given: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof given !== 'object' || given === null) throw new TypeError(`${file} holds no object`);
  return Object.entries(given).map(([key, text]) => {
    if (typeof text !== 'string') throw new TypeError(`${key} has no text`);
    return [key, text.trim()];
  });
}

/** All of what was handed in, or nothing of it. */
function apply(locale: Locale, file: string): boolean {
  const given = readTranslations(file);
  const faults = given.flatMap(([key, text]) =>
    translationFaults(locale, swedish.get(key), text).map((fault) => `${key}: ${fault}`),
  );
  for (const fault of faults) process.stderr.write(`${fault}\n`);
  if (faults.length > 0) {
    process.stderr.write(`Nothing was written: ${faults.length} faults.\n`);
    return false;
  }
  writeParticipantMessages(locale, new Map([...readParticipantMessages(locale), ...given]));
  process.stderr.write(
    `${LOCALE_NAMES[locale]}: ${given.length} written, ${missingIn(locale).size} still missing\n`,
  );
  return true;
}

function main([first, option, file]: readonly string[]): boolean {
  if (first === '--files') {
    for (const locale of PARTICIPANT_LOCALES)
      writeParticipantMessages(locale, readParticipantMessages(locale));
    return true;
  }
  const locale = parseLocale(first);
  if (locale === null || !PARTICIPANT_LOCALES.includes(locale)) {
    process.stderr.write(`Say which language: ${PARTICIPANT_LOCALES.join(', ')}, or --files\n`);
    return false;
  }
  if (option === '--apply' && file !== undefined) return apply(locale, file);
  printMissing(locale);
  return true;
}

if (import.meta.main) process.exitCode = main(process.argv.slice(2)) ? 0 : 1;
