import type { AgreementVersion } from '#lib/domain/compensation/types.ts';
import { activityVector } from '#lib/domain/report/activity-vector.ts';
import { reportAmount } from '#lib/domain/report/report-amount.ts';
import type { ReportContent } from '#lib/domain/report/report-content.ts';
import { attestable, type Signed } from '#lib/server/report/attest-content.ts';
import { contentHash } from '#lib/server/report/content-hash.ts';
import type { Batch } from '#prisma/seed/national/batches.ts';
import type { Bulk } from '#prisma/seed/national/bulk.ts';
import { dateOf, type Day, instantOf } from '#prisma/seed/national/days.ts';
import { rowsOf, type StayMonth } from '#prisma/seed/national/months.ts';
import type { Random } from '#prisma/seed/national/random.ts';
import { wholeDays } from '#prisma/seed/national/office-story.ts';
import { firstDay } from '#lib/shared/month.ts';
import type { Ore } from '#lib/shared/money.ts';

const REVIEW_DAYS = 14;
/** An e-ID login takes so many seconds before the signature that it is for. */
const LOGIN_SECONDS = 12;

export type Writing = {
  readonly agreement: AgreementVersion;
  readonly reviewers: readonly string[];
  readonly random: Random;
  readonly newId: () => string;
};

type Told = {
  readonly content: ReportContent;
  readonly hash: string;
  readonly amountOre: Ore;
  readonly signed: Signed;
};

/** A batch with its signature, its reports and what reviewers made of those of earlier months. */
export function addBatch(bulk: Bulk, batch: Batch, writing: Writing): void {
  const { months, sentOn, hour, seconds, standing } = batch;
  const [first] = months;
  if (first === undefined) return;
  const { provider } = first.stay.office;
  const told = months.map((month) => tell(month, sentOn, writing.agreement));
  const sentAt = instantOf(sentOn, hour, seconds);
  const { content, contentHash: signedHash } = attestable(
    first.month.month,
    told.map(({ signed }) => signed),
  );
  bulk.add('attestation', {
    id: batch.id,
    provider_id: provider.id,
    person_id: batch.signatory,
    month: firstDay(first.month.month),
    statement_text: content.statement,
    content,
    content_hash: signedHash,
    report_count: content.reportCount,
    amount_ore: content.amountOre,
    authenticated_at: instantOf(sentOn, hour, seconds - LOGIN_SECONDS),
    attested_at: sentAt,
    standing,
  });
  if (!standing)
    bulk.add('attest_shown', {
      id: batch.shownId,
      person_id: batch.signatory,
      month: firstDay(first.month.month),
      shown_at: instantOf(sentOn, hour, seconds - batch.read),
      content_hashes: told.map(({ hash }) => hash),
    });
  for (const [at, month] of months.entries()) {
    const one = told[at];
    if (one === undefined) continue;
    const isApproved = month.month.ago > 1;
    const status = isApproved ? 'approved' : 'submitted';
    addReport(bulk, month, one, { status, sentOn, sentAt, batch });
    if (isApproved) addDecision(bulk, month, sentOn, writing);
  }
}

/** A report of the time before the portal, as it was loaded: approved, and nobody's signature kept. */
export function addHistory(bulk: Bulk, month: StayMonth, sentOn: Day, { agreement }: Writing): void {
  const told = tell(month, sentOn, agreement);
  addReport(bulk, month, told, { status: 'approved', sentOn, sentAt: instantOf(sentOn, 11), batch: null });
}

function tell(month: StayMonth, sentOn: Day, agreement: AgreementVersion): Told {
  const { stay } = month;
  const content: ReportContent = {
    rows: rowsOf(month.entries),
    languageSupport: month.entries.length === 0 ? null : month.language,
    jobSuggestions: month.entries.length === 0 ? 0 : month.jobSuggestions,
    noActivityReason: month.entries.length === 0 ? (month.nothing ?? 'otherKnown') : null,
  };
  const periods = stay.periods.map(({ number, from, to }) => ({
    number,
    from: dateOf(from),
    to: dateOf(to),
  }));
  const absences = month.absences.flatMap((absence) =>
    wholeDays(absence).map((day) => ({ date: dateOf(day), reason: absence.cause })),
  );
  const end = stay.end === null ? null : dateOf(stay.end);
  const amountOre = reportAmount(
    agreement,
    { level: stay.level, periods, end, absences },
    month.month.month,
    dateOf(sentOn),
  );
  const hash = contentHash({ placementId: stay.id, month: month.month.month }, content);
  const reference = stay.periods.findLast(({ from }) => from < month.month.to)?.reference ?? '';
  return { content, hash, amountOre, signed: { placementId: stay.id, reference, content, amountOre } };
}

type Sending = {
  readonly status: 'submitted' | 'approved';
  readonly sentOn: Day;
  readonly sentAt: string;
  readonly batch: Batch | null;
};

function addReport(
  bulk: Bulk,
  month: StayMonth,
  { content, hash, amountOre }: Told,
  { status, sentOn, sentAt, batch }: Sending,
): void {
  const { id, stay } = month;
  bulk.add('report', {
    id,
    placement_id: stay.id,
    participant_id: stay.participant.id,
    provider_id: stay.office.provider.id,
    office_id: stay.office.id,
    month: firstDay(month.month.month),
    number: 1,
    status,
    language_support: content.languageSupport,
    job_suggestions: content.jobSuggestions,
    no_activity_reason: content.noActivityReason,
    submitted_on: dateOf(sentOn),
    submitted_at: sentAt,
    submitted_by_person_id: batch === null || batch.standing ? null : batch.signatory,
    attestation_id: batch?.id ?? null,
    source: batch?.source ?? 'import',
    protected: stay.participant.protected,
    content_hash: hash,
    decide_by: dateOf(sentOn + REVIEW_DAYS),
    amount_ore: amountOre,
    risk: 0,
    holds: 0,
    route: 'person',
    activity_vector: activityVector(content),
    changed_at: sentAt,
    version: 1,
  });
  for (const { activity, form, minutes } of content.rows)
    bulk.add('report_row', { report_id: id, activity, form, minutes });
}

function addDecision(
  bulk: Bulk,
  { id }: StayMonth,
  sentOn: Day,
  { random, reviewers, newId }: Writing,
): void {
  const byPerson = random.chance(0.3);
  bulk.add('review_decision', {
    id: newId(),
    report_id: id,
    decision: 'approve',
    by: byPerson ? 'person' : 'rules',
    decided_by_person_id: byPerson ? random.one(reviewers) : null,
    decided_at: instantOf(sentOn + (byPerson ? random.int(1, 12) : 5), byPerson ? 9 : 3, random.int(0, 3000)),
  });
}

/** The month's log, each entry written down on its day. What was logged for several in one step is as old as the others. */
export function addLog(bulk: Bulk, month: StayMonth, ids: readonly string[], random: Random): void {
  const { stay, entries } = month;
  for (const [at, { day, activity, form, minutes, coach, together }] of entries.entries()) {
    const loggedAt = together ?? instantOf(day, 15, random.int(0, 12_000) + random.next());
    bulk.add('activity_entry', {
      id: ids[at],
      placement_id: stay.id,
      date: dateOf(day),
      activity,
      form,
      minutes,
      language: activity === 'ownWork' ? null : month.language,
      note: '',
      coach_person_id: coach,
      created_by_person_id: coach ?? stay.coachPersonId ?? stay.office.provider.signatories[0]?.personId,
      created_at: loggedAt,
      changed_at: loggedAt,
      version: 1,
    });
  }
}
