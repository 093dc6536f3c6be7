import { remarkOf } from '#lib/domain/report/remark.ts';
import type { CorrectionPreview } from '#lib/domain/report/report-history.ts';
import { ATTEST_STATEMENT } from '#lib/domain/report/attestation.ts';
import type { ShownReportInput } from '#lib/schemas/report-correction.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { monthActor } from '#lib/server/month/month-actor.ts';
import { problemsOf } from '#lib/server/report/correction/attest-correction.ts';
import { prepareCorrection } from '#lib/server/report/correction/prepare-correction.ts';
import { ore } from '#lib/shared/money.ts';

/** A written correction beside what it corrects, as it is about to be signed. */
export const previewCorrection = defineQuery<ShownReportInput, CorrectionPreview>({
  name: 'report.previewCorrection',
  mandates: ['coach', 'reporter', 'signatory'],
  purpose: 'Rättelse av en inskickad rapport',
  run: async (tx, { reportId }, { actor, today }) => {
    const prepared = await prepareCorrection(tx, { actor, today }, { reportId }, { forUpdate: false });
    if (prepared === null) return null;
    const { report, draft, judged, signed, way, refusal } = prepared;
    const { locale } = monthActor(actor);
    const named = await tx.report.findUniqueOrThrow({
      where: { id: report.id },
      select: {
        amountOre: true,
        placement: {
          select: {
            participant: { select: { person: { select: { givenName: true, familyName: true } } } },
          },
        },
      },
    });
    const { givenName, familyName } = named.placement.participant.person;
    return {
      correctionId: draft.id,
      version: draft.version,
      reportId: report.id,
      month: report.month,
      participantId: report.participantId,
      participantName: `${givenName} ${familyName}`,
      before: report.content,
      after: draft.content,
      reason: draft.reason,
      statement: ATTEST_STATEMENT,
      contentHash: signed?.contentHash ?? null,
      way,
      refusal,
      problems: problemsOf(prepared, locale),
      remarks: judged.findings.map((finding) => remarkOf(finding, locale)),
      notAssessed: judged.notAssessed,
      beforeOre: ore(Number(named.amountOre)),
      amountOre: judged.amountOre,
      decideBy: judged.decideBy,
    };
  },
  reads: ({ reportId, participantId }) => ({
    type: 'report',
    id: reportId,
    participantIds: [participantId],
  }),
});
