import type { DocumentPlacement } from '#lib/domain/document/document.ts';
import type { CaseMandate } from '#lib/domain/document/document.ts';
import type { CommandContext } from '#lib/server/command/command.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { deskPerson } from '#lib/server/document/document-page.ts';
import { lockDocumentPlacement } from '#lib/server/document/document-rows.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';

/** A placement that a caseworker decides about on their own initiative, locked. */
export type DecidedPlacement = {
  readonly placement: DocumentPlacement;
  readonly mandate: CaseMandate | null;
};

export async function lockForDecision(
  tx: Tx,
  placementId: string,
  { actor }: CommandContext,
): Promise<DecidedPlacement | null> {
  const placement = await lockDocumentPlacement(tx, placementId, actor);
  if (placement === null) return null;
  const { caseMandate } = await deskPerson(tx, actor);
  return { placement, mandate: caseMandate };
}

/** Null where the mandate decides about placements, and no case about it waits: that one is decided where it stands. */
export function guardDecision(mandate: CaseMandate | null, waiting: boolean): Problem | null {
  if (mandate !== 'decide')
    return conflict([], {
      code: 'mandateMissing',
      title: {
        sv: 'Det här beslutas av någon med rätt att besluta.',
        en: 'This is decided by somebody with the mandate to decide.',
      },
    });
  if (!waiting) return null;
  return conflict([], {
    code: 'caseWaits',
    title: {
      sv: 'Leverantören har redan skickat ett ärende om det här. Besluta i ärendet.',
      en: 'The provider has already sent a case about this. Decide in the case.',
    },
  });
}

/** Whether the case that stands waits for an answer of the authority. */
export function waits(current: { readonly status: string } | null): boolean {
  return current?.status === 'submitted' || current?.status === 'inReview';
}
