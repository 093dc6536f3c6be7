import type { StoredDocument } from '#lib/domain/document/document.ts';
import { documentPath } from '#lib/domain/document/document-path.ts';
import { refuseJudging } from '#lib/domain/final-report/judge-final-report.ts';
import { type JudgeFinalReportInput, judgeFinalReportInput } from '#lib/schemas/final-report.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { findDocument, findDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { newId } from '#lib/server/ids.ts';
import { forbidden, validationProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

type State = {
  readonly document: StoredDocument;
  readonly participantId: string;
  readonly hasJudged: boolean;
};

/** A caseworker who has read an approved final report says whether one can plan from it: once each. */
export const judgeFinalReport = defineCommand({
  name: 'finalReport.judge',
  mandates: ['caseworker'],
  input: judgeFinalReportInput,
  async lock(tx: Tx, { documentId }: JudgeFinalReportInput, { actor }): Promise<State | null> {
    if (actor.kind !== 'person') return null;
    await tx.$queryRaw`SELECT 1 FROM document WHERE id = ${documentId}::uuid FOR SHARE`;
    const document = await findDocument(tx, 'finalReport', documentId, actor);
    if (document === null) return null;
    const placement = await findDocumentPlacement(tx, document.placementId, actor);
    if (placement === null) return null;
    const hasJudged =
      (await tx.finalReportVerdict.count({ where: { documentId, byPersonId: actor.personId } })) > 0;
    return { document, participantId: placement.participantId, hasJudged };
  },
  version: () => null,
  guard: ({ document, hasJudged }, _, { actor }) =>
    actor.kind === 'person' ? refuseJudging(document, hasJudged, actor.personId) : forbidden(),
  stepUp: () => null,
  decide: (_, { verdict, missing }) =>
    verdict === 'yes' || missing.length >= 10
      ? ok({ verdict, missing: verdict === 'yes' ? '' : missing })
      : err(
          validationProblem([
            {
              pointer: '/missing',
              code: 'missingUnsaid',
              message: 'Skriv vad som saknas, på minst tio tecken.',
              fix: 'Säg vad du hade behövt veta för att kunna planera.',
            },
          ]),
        ),
  async write(tx, change, { document }, { actor, now }) {
    if (actor.kind !== 'person') throw new Error('Only persons judge');
    await tx.finalReportVerdict.create({
      data: { id: newId(), documentId: document.id, ...change, byPersonId: actor.personId, at: now },
    });
    return { documentId: document.id, path: documentPath(actor, document.id) };
  },
  audit: ({ documentId }, { verdict }, { participantId }) => ({
    type: 'document',
    id: documentId,
    participantIds: [participantId],
    detail: { verdict },
  }),
});
