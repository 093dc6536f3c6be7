import type { Actor } from '#lib/domain/actor/actor.ts';
import type { ReceiptReport, WithdrawalPreview } from '#lib/domain/report/receipt.ts';
import { reportDueOn } from '#lib/domain/terms/terms.ts';
import {
  type ReceiptInput,
  type WithdrawAttestationInput,
  withdrawAttestationInput,
} from '#lib/schemas/report.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { attestedReports } from '#lib/server/report/attested-reports.ts';
import { CONTENT_OF_REPORT } from '#lib/server/report/report-content-of.ts';
import { loadRules } from '#lib/server/report/rules-in-force.ts';
import { type Month, monthOf } from '#lib/shared/month.ts';
import { sumOre } from '#lib/shared/money.ts';
import { fromUtcDate } from '#lib/shared/plain-date.ts';
import { conflict } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type Attested = { readonly month: Month; readonly reports: readonly ReceiptReport[] };

async function findAttested(tx: Tx, actor: Actor, attestationId: string): Promise<Attested | null> {
  const { providerId } = monthActor(actor);
  const attestation = await tx.attestation.findUnique({ where: { id: attestationId, providerId } });
  if (attestation === null) return null;
  const reports = await attestedReports(tx, attestationId, actor);
  return { month: monthOf(fromUtcDate(attestation.month)), reports };
}

const withdrawableOf = ({ reports }: Attested): readonly ReceiptReport[] =>
  reports.filter(({ withdrawable }) => withdrawable);

function seenHashOf(reports: readonly ReceiptReport[]): string {
  return hashOf(reports.map(({ reportId }) => reportId)).toString('hex');
}

/** What of an attestation can be taken back now, and what cannot any more, before it is done. */
export const previewWithdrawal = defineQuery<ReceiptInput, WithdrawalPreview>({
  name: 'report.previewWithdrawal',
  mandates: ['signatory'],
  purpose: 'Ta tillbaka intygad redovisning',
  run: async (tx, { attestationId }, { actor, today }) => {
    const attested = await findAttested(tx, actor, attestationId);
    if (attested === null) return null;
    const reports = withdrawableOf(attested);
    const { termsOf } = await loadRules(tx);
    return {
      attestationId,
      month: attested.month,
      reports,
      others: attested.reports.filter(({ withdrawable }) => !withdrawable),
      amountOre: sumOre(reports.map(({ amountOre }) => amountOre)),
      seenHash: seenHashOf(reports),
      dueOn: reportDueOn(attested.month, termsOf(attested.month)),
      today,
    };
  },
  reads: ({ attestationId, reports, others }) => ({
    type: 'attestation',
    id: attestationId,
    participantIds: [...reports, ...others].map(({ participantId }) => participantId),
  }),
});

/**
 * Takes back every report of an attestation that nobody has begun to review: exactly those that were shown. What they said
 * becomes drafts again; the others go on.
 */
export const withdrawAttestation = defineCommand({
  name: 'report.withdrawAttestation',
  mandates: ['signatory'],
  input: withdrawAttestationInput,
  async lock(tx, { attestationId }: WithdrawAttestationInput, { actor }): Promise<Attested | null> {
    await tx.$queryRaw`SELECT r.id::text FROM report r WHERE r.attestation_id = ${attestationId}::uuid ORDER BY r.id FOR UPDATE OF r`;
    return await findAttested(tx, actor, attestationId);
  },
  // `guard` compares which reports can be taken back.
  version: () => null,
  guard(attested, { seenHash }) {
    if (seenHashOf(withdrawableOf(attested)) === seenHash) return null;
    const title = {
      sv: 'Det har ändrats vad som går att ta tillbaka sedan du såg det. Läs igenom igen.',
      en: 'What can be withdrawn has changed since you saw it. Read it again.',
    };
    return conflict([], { code: 'withdrawableChanged', title });
  },
  stepUp: () => null,
  decide(attested) {
    const reports = withdrawableOf(attested);
    const title = {
      sv: 'Granskningen har börjat, så det finns inget kvar att ta tillbaka.',
      en: 'Review has begun, so there is nothing left to withdraw.',
    };
    return reports.length === 0 ? err(conflict([], { code: 'reviewBegun', title })) : ok(reports);
  },
  async write(tx, reports: readonly ReceiptReport[], { month }, { actor, now }, { attestationId }) {
    const ids = reports.map(({ reportId }) => reportId);
    await tx.$executeRaw`INSERT INTO month_draft (placement_id, month, content, source, updated_by_person_id, updated_at)
      SELECT r.placement_id, r.month, ${CONTENT_OF_REPORT}::jsonb, 'form', ${monthActor(actor).personId}::uuid, ${now.toISOString()}::timestamptz
      FROM report r WHERE r.id = ANY (${ids}::uuid[])
      ON CONFLICT (placement_id, month) DO UPDATE SET content = excluded.content, source = excluded.source,
        updated_at = excluded.updated_at, updated_by_person_id = excluded.updated_by_person_id, version = month_draft.version + 1`;
    await tx.$executeRaw`UPDATE report SET status = 'withdrawn', version = version + 1 WHERE id = ANY (${ids}::uuid[])`;
    return { attestationId, month, withdrawn: ids.length };
  },
  audit: ({ attestationId, withdrawn }, reports, { month }) => ({
    type: 'attestation',
    id: attestationId,
    participantIds: reports.map(({ participantId }) => participantId),
    detail: { month, withdrawn, reportIds: reports.map(({ reportId }) => reportId) },
  }),
});
