import type { AbsenceTogether } from '#lib/domain/deviation-report/read-together.ts';
import type { AbsenceTogetherInput } from '#lib/schemas/deviation-report.ts';
import { defineQuery } from '#lib/server/command/query.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { judgeTogether, togetherHash } from '#lib/server/deviation-report/judge-together.ts';
import { reportTogether } from '#lib/server/deviation-report/report-together.ts';
import { documentPlace } from '#lib/server/document/document-place.ts';
import { findDocumentPlacement } from '#lib/server/document/document-rows.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

export type PreviewedMember = {
  readonly placementId: string;
  readonly participantId: string;
  readonly participantName: string;
  readonly judgement: Result<AbsenceTogether, FieldProblem>;
};
export type TogetherPreview = { readonly members: readonly PreviewedMember[]; readonly hash: string };

/** What an absence of several would come to for each of them, in the order in which they are chosen. Nothing is sent. */
export const previewTogether = defineQuery<
  Pick<AbsenceTogetherInput, 'placementIds' | 'content'>,
  TogetherPreview
>({
  name: 'document.writeTogether',
  mandates: reportTogether.mandates,
  purpose: 'Handling om deltagaren',
  async run(tx, { placementIds, content }, context) {
    const members: PreviewedMember[] = [];
    for (const placementId of new Set(placementIds)) {
      // oxlint-disable no-await-in-loop -- one transaction, one statement at a time
      const placement = await findDocumentPlacement(tx, placementId, context.actor);
      if (placement === null) return null;
      const facts = await deviationReportKind.facts(tx, placement, context);
      const { participantName } = await documentPlace(tx, placementId);
      // oxlint-enable no-await-in-loop
      const judgement = judgeTogether(content, { placement, facts, today: context.today });
      members.push({ placementId, participantId: placement.participantId, participantName, judgement });
    }
    return { members, hash: togetherHash(members) };
  },
  reads: ({ members }) => ({
    type: 'placement',
    id: null,
    participantIds: members.map(({ participantId }) => participantId),
    detail: { kind: deviationReportKind.kind },
  }),
});
