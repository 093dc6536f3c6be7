import { describe, expect, test } from 'vitest';
import type { CheckCode, CheckFacts } from '#lib/domain/report/check.ts';
import { checkWords } from '#lib/domain/report/check-words.ts';
import { month } from '#lib/shared/month.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const march = month('2026-03');
const date = plainDate('2026-03-10');

type Told = { readonly [Code in CheckCode]: readonly [Code, CheckFacts[Code], string] }[CheckCode];

const TOLD: readonly Told[] = [
  [
    'IMPOSSIBLE_TIME',
    { minutes: 1530, most: 1440, date, serviceDays: 31, coach: true },
    'Handledaren har 25 tim 30 min i loggen den 10 mars 2026, för alla deltagare tillsammans. Mer än 24 tim är inte möjligt.',
  ],
  [
    'PARTICIPANT_DISPUTES',
    { disputed: 1, activity: 'mapping', date },
    'Deltagaren säger att en aktivitet inte stämmer: Kartläggning den 10 mars 2026.',
  ],
  [
    'PARTICIPANT_DISPUTES',
    { disputed: 3, activity: 'mapping', date: null },
    'Deltagaren säger att 3 aktiviteter inte stämmer: först Kartläggning.',
  ],
  [
    'PARTICIPANT_DISPUTES',
    { disputed: 0, activity: 'mapping', date, takenBackOn: plainDate('2026-03-12') },
    'Deltagaren sa att en aktivitet inte stämmer (Kartläggning den 10 mars 2026), och tog tillbaka det den 12 mars 2026.',
  ],
  [
    'MEETING_INTERVAL',
    { after: date, days: 21, most: 14, onSite: false },
    'Det gick 21 dagar utan individuellt möte från 10 mars 2026. Avtalet tillåter högst 14.',
  ],
  [
    'MEETING_INTERVAL',
    { after: date, days: 31, most: 28, onSite: true },
    'Det gick 31 dagar utan individuellt möte på plats från 10 mars 2026. Avtalet tillåter högst 28.',
  ],
  ['DISTANCE_ONLY', { month: march, months: 2 }, 'Inget stöd var på plats i februari 2026 och mars 2026.'],
  [
    'DISTANCE_ONLY',
    { month: march, months: 4 },
    'Inget stöd var på plats från december 2025 till och med mars 2026.',
  ],
  ['DISTANCE_ONLY', { month: march, months: 1 }, 'Inget stöd var på plats i mars 2026.'],
  [
    'UNLIKELY_LEVEL',
    { minutes: 3600, median: 480, least: 30, most: 1800 },
    '60 tim stöd är ovanligt mycket för nivån, hos er och i leveransområdet. Ni brukar ge omkring 8 tim.',
  ],
  [
    'COPIED_HOURS',
    { month: march, others: 6, likely: 0 },
    '6 andra deltagare hos er har exakt samma tider i mars 2026. Det sker sällan av en slump.',
  ],
  [
    'COPIED_HOURS',
    { month: march, others: 6, likely: 4 },
    '6 andra deltagare hos er har exakt samma tider i mars 2026. Upp till 4 kan vara en slump.',
  ],
  [
    'COACH_OVERLOAD',
    { on: date, participants: 57, most: 50 },
    'Handledaren hade 57 deltagare den 10 mars 2026. Avtalet tillåter högst 50 på heltid.',
  ],
  [
    'RUSHED_BATCH',
    { reports: 40, seconds: 25, least: 80 },
    '40 rapporter intygades på 25 sekunder. Att läsa dem tar minst 80 sekunder.',
  ],
];

describe('what a check found is told in a plain sentence with its facts', () => {
  test.each(TOLD)('%s', (code, facts, sentence) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- code and facts of one row belong together
    const words = checkWords(code, facts as never);
    expect(words.message.replaceAll('\u00A0', ' ')).toBe(sentence);
  });

  test.each(TOLD)('%s is told in English with the same numbers, and each has a remedy', (code, facts) => {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- code and facts of one row belong together
    const [sv, en] = [checkWords(code, facts as never, 'sv'), checkWords(code, facts as never, 'en')];
    const numbers = (text: string) => text.match(/\d+/g)?.toSorted();
    expect(numbers(en.message)).toEqual(numbers(sv.message));
    expect([sv.fix, en.fix].every((fix) => fix !== undefined && fix.endsWith('.'))).toBe(true);
  });
});
