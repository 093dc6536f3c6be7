import type { PlainDate } from '#lib/shared/plain-date.ts';
import { type Problem, validationProblem } from '#lib/shared/problem.ts';

/** Why a participant is helped (choice, section 7: without e-ID). */
export const ASSISTANCE_REASONS = ['noEid', 'language', 'disability', 'other'] as const;
export type AssistanceReason = (typeof ASSISTANCE_REASONS)[number];

/** What was done for the participant. */
export type AssistanceKind = 'choice' | 'switch' | 'undo';

/** By whose hand a choice or a switch was made, where it was not the participant's own: a caseworker's, or by a code on paper. */
export type AssistedBy = 'caseworker' | 'paperCode';

/** What was done for a participant, as they read it. */
export type OwnHelp = {
  readonly kind: AssistanceKind;
  readonly assistedBy: AssistedBy;
  readonly doneOn: PlainDate;
};

/** Whoever helps says why: nobody's own choice is taken over in silence. */
export function reasonMissing(of: 'help' | 'code' = 'help'): Problem {
  return validationProblem([
    of === 'help'
      ? {
          pointer: '/assistanceReason',
          code: 'assistanceReasonMissing',
          message: 'Välj varför du gör det här åt deltagaren.',
        }
      : { pointer: '/reason', code: 'codeReasonMissing', message: 'Välj varför deltagaren behöver en kod.' },
  ]);
}
