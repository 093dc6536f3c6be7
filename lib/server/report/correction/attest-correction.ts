import { findingWords } from '#lib/domain/report/check-words.ts';
import { correctsAnything } from '#lib/domain/report/correct-report.ts';
import { type AttestCorrectionInput, attestCorrectionInput } from '#lib/schemas/report-correction.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { newId } from '#lib/server/ids.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { notify } from '#lib/server/notification/notify.ts';
import { notOnHonour } from '#lib/server/report/attest-problems.ts';
import { contentHash } from '#lib/server/report/content-hash.ts';
import { applyAtOnce } from '#lib/server/report/correction/apply-correction.ts';
import {
  prepareCorrection,
  type PreparedCorrection,
} from '#lib/server/report/correction/prepare-correction.ts';
import { writeAttestation } from '#lib/server/report/write-attestation.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';
import { conflict, type FieldProblem, type ProblemLocale, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = PreparedCorrection & { readonly signed: NonNullable<PreparedCorrection['signed']> };

/** What keeps a correction from being attested. */
export function problemsOf(
  { report, draft, judged }: PreparedCorrection,
  locale: ProblemLocale,
): readonly FieldProblem[] {
  if (!correctsAnything(report.content, draft.content)) {
    return [
      {
        pointer: '/rows',
        code: 'nothingCorrected',
        message: 'Rättelsen säger samma sak som rapporten.',
        fix: 'Ändra det som är fel, eller släng rättelsen.',
      },
    ];
  }
  return judged.blocks.map((finding) => ({
    pointer: '/rows',
    code: finding.code,
    ...findingWords(finding, locale),
  }));
}

/**
 * A signatory attests a correction. A report that waits for its decision is replaced at once, and whoever had taken it
 * keeps it; an approved one counts until a reviewer has approved the correction.
 */
export const attestCorrection = defineCommand({
  name: 'report.attestCorrection',
  mandates: ['signatory'],
  input: attestCorrectionInput,
  lock: (tx, { correctionId }: AttestCorrectionInput, context) =>
    prepareCorrection(tx, context, { correctionId }, { forUpdate: true }),
  version: ({ draft }, { version }) => ({ seen: version, current: draft.version }),
  guard: ({ draft, signed, refusal }, { correctionId, contentHash: seen }) => {
    if (refusal !== null) return refusal;
    // What was shown has changed: the report, its state, or the rules.
    return draft.id === correctionId && signed?.contentHash === seen ? null : conflict();
  },
  stepUp: ({ signed }) => ({ purpose: 'attestReports', contentHash: signed?.contentHash ?? '' }),
  decide(prepared, input, { actor }) {
    const { signed } = prepared;
    const problems = [...problemsOf(prepared, monthActor(actor).locale), ...notOnHonour(input)];
    if (problems.length > 0) return err(validationProblem(problems));
    return signed === null ? err(conflict()) : ok({ ...prepared, signed });
  },
  async write(tx, state: State, _, context) {
    const { actor, now, steppedUpAt } = context;
    const { report, draft, judged, signed, way } = state;
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
    const newReportId = way === 'atOnce' ? newId() : null;
    await tx.reportCorrection.update({
      where: { id: draft.id },
      data: {
        status: newReportId === null ? 'submitted' : 'applied',
        submittedByPersonId: personId,
        submittedAt: now,
        attestationId,
        contentHash: contentHash(report, draft.content),
        decideBy: toUtcDate(judged.decideBy),
        amountOre: judged.amountOre,
        risk: judged.risk,
        findings: JSON.parse(JSON.stringify(judged.findings)),
        newReportId,
        version: { increment: 1 },
      },
    });
    if (newReportId !== null) await applyAtOnce(tx, state, { newReportId, attestationId, personId, now });
    else await tellReviewers(tx, report.placementId, draft.id, now);
    return {
      correctionId: draft.id,
      reportId: newReportId ?? report.id,
      attestationId,
      month: report.month,
      contentHash: signed.contentHash,
    };
  },
  audit: ({ correctionId, reportId, attestationId, contentHash: hash }, { report, way }) => ({
    type: 'attestation',
    id: attestationId,
    participantIds: [report.participantId],
    detail: { correctionId, corrects: report.id, reportId, takesEffect: way, contentHash: hash },
  }),
});

/** A correction of what is approved waits to be decided. */
async function tellReviewers(tx: Tx, placementId: string, correctionId: string, now: Date): Promise<void> {
  const subject = { type: 'reportCorrection', id: correctionId };
  await notify(tx, {
    event: 'correctionArrived',
    to: { kind: 'desk', desk: 'review' },
    about: { placementId, subject, path: '/review/corrections' },
    now,
  });
}
