import type { OutcomeStatus } from '#lib/domain/outcome/outcome.ts';
import { guardCurrent } from '#lib/server/outcome/lock-outcome.ts';
import { conflict, type Problem } from '#lib/shared/problem.ts';

/** The provider's page about the evidence of an outcome. */
export function evidencePath(outcomeId: string): string {
  return `/provider/outcomes/${outcomeId}/evidence`;
}

/** Evidence is of use to the outcome that stands, unless it has been rejected. */
export function guardOpen(status: OutcomeStatus): Problem | null {
  if (status !== 'rejected') return guardCurrent(status);
  return conflict([], {
    code: 'outcomeRejected',
    title: {
      sv: 'Resultatet är avslaget. Då tas inget underlag emot.',
      en: 'The outcome has been rejected. No evidence is taken for it.',
    },
  });
}
