import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from '#lib/domain/compensation/testing/random-input.ts';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import type { UploadColumn } from '#lib/domain/upload/find-columns.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { buildManyPlacements, type ManyPlacement } from '#lib/server/testing/builders/many-placements.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import {
  csvBytes,
  type Fields,
  fieldsOf,
  uploadAndRead,
  xlsxBytes,
} from '#lib/server/upload/testing/upload-files.ts';

const SEED = 4;
const PARTICIPANTS = 600;
const ERRORS = 500;
const now = new Date('2026-04-01T08:00:00Z');

let world: World;
let worker: Database;
let reporter: ProviderActor;
beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  reporter = await world.staff('reporter');
}, 60_000);
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});

type Kind = {
  readonly code: string;
  readonly column: UploadColumn;
  /** The second of the participant's two rows, made wrong. */
  readonly change: Partial<Fields>;
};

/** Twenty ways to be wrong: what is written in the second row, and what has to be said about it. */
const KINDS: readonly Kind[] = [
  { code: 'referenceMissing', column: 'implementation_reference', change: { implementation_reference: '' } },
  {
    code: 'referenceFormat',
    column: 'implementation_reference',
    change: { implementation_reference: '12345' },
  },
  {
    code: 'referenceUnknown',
    column: 'implementation_reference',
    change: { implementation_reference: '999999999' },
  },
  { code: 'monthMissing', column: 'month', change: { month: '' } },
  { code: 'monthFormat', column: 'month', change: { month: '2026-13' } },
  { code: 'activityMissing', column: 'activity', change: { activity: '' } },
  { code: 'activityUnknown', column: 'activity', change: { activity: 'möte' } },
  { code: 'formMissing', column: 'form', change: { form: '' } },
  { code: 'formUnknown', column: 'form', change: { form: 'teams' } },
  { code: 'minutesMissing', column: 'minutes', change: { minutes: '' } },
  { code: 'minutesNotWhole', column: 'minutes', change: { minutes: '1,5' } },
  { code: 'minutesTooFew', column: 'minutes', change: { minutes: '0' } },
  { code: 'minutesStep', column: 'minutes', change: { minutes: '50' } },
  { code: 'minutesTooMany', column: 'minutes', change: { minutes: '44655' } },
  { code: 'reasonWithoutNone', column: 'reason', change: { reason: 'sick' } },
  { code: 'languageFormat', column: 'language_support', change: { language_support: 'arabiska, lite' } },
  { code: 'jobSuggestionsNotWhole', column: 'job_suggestions', change: { job_suggestions: 'två' } },
  { code: 'jobSuggestionsTooMany', column: 'job_suggestions', change: { job_suggestions: '1000' } },
  { code: 'differsWithinReport', column: 'job_suggestions', change: { job_suggestions: '2' } },
  { code: 'duplicateRow', column: 'activity', change: { activity: 'individualMeeting', form: 'onSite' } },
];

type Seeded = {
  readonly rows: readonly Fields[];
  readonly expected: readonly string[];
  readonly wrong: ReadonlySet<number>;
};

/** Two rows for each participant; in 500 of them the second is wrong in one of the twenty ways. */
function seedErrors(placements: readonly ManyPlacement[]): Seeded {
  const pick = seeded(SEED);
  const order = placements.map((_, n) => ({ n, at: pick(0, 1_000_000) })).toSorted((a, b) => a.at - b.at);
  const wrong = new Set(order.slice(0, ERRORS).map(({ n }) => n));
  const expected: string[] = [];
  const rows = placements.flatMap(({ reference }, n) => {
    const first = fieldsOf(reference);
    const second = fieldsOf(reference, { activity: 'mapping', form: 'video', minutes: 45 });
    const kind = wrong.has(n) ? KINDS[expected.length % KINDS.length] : undefined;
    if (kind === undefined) return [first, second];
    expected.push(`${2 * n + 3} ${kind.column} ${kind.code}`);
    // Two rows that lead nowhere by the same reference would be double, too.
    const nowhere = kind.code === 'referenceUnknown' ? { implementation_reference: 999_000_000 + n } : {};
    return [first, { ...second, ...kind.change, ...nowhere }];
  });
  return { rows, expected, wrong };
}

test.each(['xlsx', 'csv'] as const)(
  `500 errors of 20 kinds in one %s (seed ${SEED}): each is told by row, column, code and remedy; no report with an error is stored, every other one is`,
  async (kind) => {
    const placements = await buildManyPlacements(world.owner, world.office, PARTICIPANTS);
    const { rows, expected, wrong } = seedErrors(placements);
    const content = kind === 'csv' ? csvBytes(rows) : await xlsxBytes(rows);
    const id = await uploadAndRead(world, worker, content, { actor: reporter, now });

    const problems = await world.owner.uploadProblem.findMany({ where: { uploadId: id, severity: 'block' } });
    expect(problems.map(({ row, column, code }) => `${row} ${column} ${code}`).toSorted()).toEqual(
      expected.toSorted(),
    );
    expect(new Set(problems.map(({ code }) => code)).size).toBe(KINDS.length);
    for (const { message, fix } of problems) expect([message, fix]).not.toContain('');

    const drafts = await world.owner.monthDraft.findMany({
      where: { placementId: { in: placements.map((one) => one.id) } },
    });
    const kept = new Set(drafts.map(({ placementId }) => placementId));
    // A row whose reference cannot be read or leads nowhere is no part of the participant's report, whose first row is right by itself.
    const astray = new Set(['referenceMissing', 'referenceFormat', 'referenceUnknown']);
    const isAstray = (n: number) =>
      expected.some((told) => told.startsWith(`${2 * n + 3} `) && astray.has(told.split(' ')[2] ?? ''));
    expect(placements.filter((one) => kept.has(one.id)).map(({ reference }) => reference)).toEqual(
      placements.filter((_, n) => !wrong.has(n) || isAstray(n)).map(({ reference }) => reference),
    );
    const upload = await world.owner.upload.findUniqueOrThrow({ where: { id } });
    expect(upload).toMatchObject({ state: 'done', rows: 1200, faults: ERRORS, taken: drafts.length });
  },
  60_000,
);
