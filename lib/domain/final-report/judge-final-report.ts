import type { DocumentHead } from '#lib/domain/document/document.ts';
import { conflict, forbidden, type Problem } from '#lib/shared/problem.ts';

type Judged = Pick<DocumentHead, 'status' | 'submittedByPersonId' | 'decidedByPersonId'>;

/**
 * Null where a caseworker may say whether one can plan from a final report: it is approved, they have not said so before,
 * and they neither sent nor approved it (service description section 2: nobody decides on their own).
 */
export function refuseJudging(
  { status, submittedByPersonId, decidedByPersonId }: Judged,
  hasJudged: boolean,
  personId: string,
): Problem | null {
  if (submittedByPersonId === personId || decidedByPersonId === personId) return forbidden();
  if (status !== 'approved')
    return conflict([], {
      code: 'notApproved',
      title: {
        sv: 'Slutredovisningen är inte godkänd.',
        en: 'The final report is not approved.',
      },
    });
  return hasJudged
    ? conflict([], {
        code: 'alreadyJudged',
        title: { sv: 'Du har redan svarat.', en: 'You have already answered.' },
      })
    : null;
}
