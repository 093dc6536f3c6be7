import type { Actor } from '#lib/domain/actor/actor.ts';
import { rushedBatch } from '#lib/domain/report/checks/rushed-batch.ts';
import { alsoFound } from '#lib/domain/report/judge-report.ts';
import type { ReportFacts } from '#lib/domain/report/report-facts.ts';
import type { Terms } from '#lib/domain/terms/terms.ts';
import { type AttestReportsInput, attestReportsInput } from '#lib/schemas/report.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { type LoadedMonth, loadMonths } from '#lib/server/month/load-months.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { lockPlacements } from '#lib/server/plan/lock-placement.ts';
import { type Attestable, attestable } from '#lib/server/report/attest-content.ts';
import {
  changedSinceSeen,
  choiceNotShown,
  notOnHonour,
  problemsOfMonths,
} from '#lib/server/report/attest-problems.ts';
import { loadReading } from '#lib/server/report/attest-shown.ts';
import { insertReports, type PassedReport } from '#lib/server/report/insert-reports.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { writeAttestation } from '#lib/server/report/write-attestation.ts';
import { firstDay } from '#lib/shared/month.ts';
import { type Ore } from '#lib/shared/money.ts';
import { validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly months: readonly LoadedMonth[];
  readonly signed: Attestable;
  readonly reading: ReportFacts['reading'];
  readonly terms: Terms;
};

export type AttestedReports = {
  readonly attestationId: string;
  readonly month: string;
  readonly contentHash: string;
  readonly reportCount: number;
  readonly amountOre: Ore;
  readonly reportIds: readonly string[];
};

/** Locks the placements and drafts that the signature rests on, in one order. False: some are not there for this actor. */
async function lockMonths(tx: Tx, { month, reports }: AttestReportsInput, actor: Actor): Promise<boolean> {
  const ids = reports.map(({ placementId }) => placementId);
  const locked = await lockPlacements(tx, ids, actor);
  await tx.$queryRaw`SELECT placement_id::text FROM month_draft
    WHERE placement_id = ANY (${ids}::uuid[]) AND month = ${firstDay(month)}::date ORDER BY placement_id FOR UPDATE`;
  return locked !== null;
}

/** A signatory attests a batch "på heder och samvete" and sends it: all of it or, where anything stands in the way, nothing. */
export const attestReports = defineCommand({
  name: 'report.attest',
  mandates: ['signatory'],
  input: attestReportsInput,
  async lock(tx, input: AttestReportsInput, { actor, today, now }): Promise<State | null> {
    if (!(await lockMonths(tx, input, actor))) return null;
    const { month } = input;
    const placementIds = input.reports.map(({ placementId }) => placementId);
    const months = await loadMonths(tx, { actor, month, placementIds }, today);
    if (months.length !== new Set(placementIds).size) return null;
    const rows = months.map(({ row }) => row);
    const { personId } = monthActor(actor);
    return {
      months,
      signed: attestable(month, rows),
      reading: await loadReading(tx, rows, { personId, month, now }),
      terms: (await loadRules(tx)).termsOf(month),
    };
  },
  // There are as many versions as drafts: `guard` compares each.
  version: () => null,
  guard: ({ months, signed }, input) => changedSinceSeen(months, signed.contentHash, input),
  stepUp: ({ signed }) => ({ purpose: 'attestReports', contentHash: signed.contentHash }),
  decide({ months, reading, terms }, input, { actor, today }) {
    const problems = [
      ...choiceNotShown(input),
      ...problemsOfMonths(months, input, monthActor(actor).locale),
      ...notOnHonour(input),
    ];
    if (problems.length > 0) return err(validationProblem(problems));
    return ok(
      months.map(
        ({ row: { content }, placementMonth, judged }): PassedReport => ({
          placementMonth,
          content,
          judged: alsoFound(
            judged,
            rushedBatch({ content, facts: { ...placementMonth.facts, reading }, terms, today }),
            terms,
          ),
          submittedOn: today,
        }),
      ),
    );
  },
  async write(tx, passed: readonly PassedReport[], { signed }, { actor, now, steppedUpAt }, { month }) {
    const { personId, providerId } = monthActor(actor);
    const attestationId = newId();
    await writeAttestation(tx, {
      id: attestationId,
      providerId,
      personId,
      signed,
      authenticatedAt: steppedUpAt ?? now,
      attestedAt: now,
      standing: false,
    });
    const reportIds = await insertReports(tx, passed, {
      status: 'submitted',
      source: 'form',
      submittedAt: now,
      submittedByPersonId: personId,
      apiClientId: null,
      attestationId,
    });
    await tx.$executeRaw`DELETE FROM month_draft WHERE month = ${firstDay(month)}::date
      AND placement_id = ANY (${passed.map(({ placementMonth }) => placementMonth.placementId)}::uuid[])`;
    const { content, contentHash } = signed;
    const { reportCount, amountOre } = content;
    return { attestationId, month, contentHash, reportCount, amountOre, reportIds } satisfies AttestedReports;
  },
  audit: ({ attestationId, contentHash, reportCount, amountOre, reportIds }, passed, _, { month }) => ({
    type: 'attestation',
    id: attestationId,
    participantIds: passed.map(({ placementMonth }) => placementMonth.participantId),
    detail: { month, contentHash, reportCount, amountOre, reportIds },
  }),
});
