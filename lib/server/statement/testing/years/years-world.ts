import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { LEVELS, type Level } from '#lib/domain/compensation/types.ts';
import type { Pick } from '#lib/domain/compensation/testing/random-input.ts';
import type { Database } from '#lib/server/db/client.ts';
import type { OutcomeStatus, ReportStatus } from '#lib/server/db/generated/enums.ts';
import { YEARS_AGREEMENTS } from '#lib/server/statement/testing/years/years-agreements.ts';
import { buildDecision } from '#lib/server/testing/builders/decision.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildDeliveryArea, TEST_AREA } from '#lib/server/testing/builders/reference-data.ts';
import { firstDay, type Month, monthOf, nextMonth } from '#lib/shared/month.ts';
import { addDays, type PlainDate, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';

export type YearsReport = {
  readonly id: string;
  readonly number: number;
  status: ReportStatus;
  submittedOn: PlainDate;
};
export type YearsOutcome = { readonly id: string; readonly from: PlainDate; status: OutcomeStatus };

/** What changes have to know of a placement so that they are possible; what counts is in the tables alone. */
export type YearsPlacement = {
  readonly built: BuiltPlacement;
  readonly from: PlainDate;
  to: PlainDate;
  end: PlainDate | null;
  level: Level;
  agreementVersionId: string;
  periods: number;
  cancelled: boolean;
  readonly reports: Map<Month, YearsReport>;
  /** How many versions there have been of each month's report. */
  readonly versions: Map<Month, number>;
  outcome: YearsOutcome | null;
  outcomes: number;
};

export type YearsWorld = {
  readonly owner: Database;
  readonly pick: Pick;
  readonly placements: readonly YearsPlacement[];
  /** Two persons at the authority, for what takes four eyes. */
  readonly persons: readonly [string, string];
};

export const FIRST_CUT_OFF = plainDate('2016-02-24');

export function oneOf<T>(pick: Pick, values: readonly [T, ...T[]]): T {
  return values[pick(0, values.length - 1)] ?? values[0];
}

/** Providers and placements whose services are spread over so many months, with nothing reported yet. */
export async function buildYearsWorld(
  owner: Database,
  { count, months, pick }: { readonly count: number; readonly months: number; readonly pick: Pick },
): Promise<YearsWorld> {
  for (const agreement of YEARS_AGREEMENTS) {
    const { id, name } = agreement;
    const publishedAt = new Date('2015-01-01T00:00:00Z');
    await owner.agreementVersion.create({ data: { id, name, document: agreement, publishedAt } });
  }
  await owner.termsVersion.create({
    data: { id: 'years', validFrom: toUtcDate(plainDate('2015-01-01')), document: terms },
  });
  await buildDeliveryArea(owner, TEST_AREA);
  const offices = [];
  for (let made = 0; made < Math.max(3, count / 50); made += 1) offices.push(await buildOffice(owner));
  const placements: YearsPlacement[] = [];
  for (let made = 0; made < count; made += 1) {
    const level = LEVELS[pick(0, 2)] ?? 'B';
    const agreementVersionId = YEARS_AGREEMENTS[pick(0, 1)]?.id ?? '';
    const office = offices[pick(0, offices.length - 1)];
    if (office === undefined) throw new Error('There is an office');
    const periods = pick(1, 3) === 1 ? 2 : 1;
    const from = addDays(plainDate('2016-01-04'), pick(0, Math.max(0, months * 30 - 120)));
    const participant = await buildParticipant(owner);
    const decision = await buildDecision(owner, { participant, level, agreementVersionId, arrivedOn: from });
    const built = await buildPlacement(owner, { office, decision, from, periods });
    placements.push({
      built,
      from,
      to: plainDate(built.to),
      end: null,
      level,
      agreementVersionId,
      periods,
      cancelled: false,
      reports: new Map(),
      versions: new Map(),
      outcome: null,
      outcomes: 0,
    });
  }
  const persons = [(await buildPerson(owner)).id, (await buildPerson(owner)).id] as const;
  return { owner, pick, placements, persons };
}

/** The months with service days of the placement that had closed by the day, the first first. */
export function closedMonths({ from, to, end, cancelled }: YearsPlacement, by: PlainDate): readonly Month[] {
  const months: Month[] = [];
  const last = end ?? to;
  if (cancelled) return months;
  for (let at = monthOf(from); firstDay(nextMonth(at)) <= by && firstDay(at) < last; at = nextMonth(at))
    months.push(at);
  return months;
}
