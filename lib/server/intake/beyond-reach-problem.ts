import type { BeyondReach } from '#lib/server/intake/change-coaches.ts';
import { type Problem, validationProblem } from '#lib/shared/problem.ts';

const MOST_NAMED = 5;

/** What is said of coaches who may not have some participants, at the field where they were chosen. Null where there are none. */
export function beyondReachProblem(beyond: readonly BeyondReach[], pointer: string): Problem | null {
  const [first] = beyond;
  if (first === undefined) return null;
  if (beyond.some(({ isCoach }) => !isCoach)) {
    return validationProblem([
      {
        pointer,
        code: 'notACoach',
        message: 'Personen är inte handledare hos er.',
        fix: 'Välj en handledare i listan.',
      },
    ]);
  }
  const named = beyond.slice(0, MOST_NAMED).map(({ coachName, participantName, officeName }) => ({
    pointer,
    code: 'beyondReach',
    message: `${coachName ?? 'Handledaren'} kan inte ha ${participantName} (${officeName}).`,
    fix: 'Välj någon som arbetar vid kontoret och, för skyddade personuppgifter, är utpekad.',
  }));
  return validationProblem(named);
}
