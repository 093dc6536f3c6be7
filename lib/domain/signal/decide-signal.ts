import type { DocumentPlacement, Verdict } from '#lib/domain/document/document.ts';
import { placementOfOutcome } from '#lib/domain/outcome/placement-of-outcome.ts';
import {
  COURSES,
  coursesOf,
  type Signal,
  type SignalDecision,
  type SignalFacts,
} from '#lib/domain/signal/signal.ts';
import { type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

type Given = { readonly verdict: Verdict; readonly course: string };
type About = {
  readonly placement: Pick<DocumentPlacement, 'placementId' | 'from' | 'to' | 'end' | 'endReason'>;
  readonly facts: Pick<SignalFacts, 'spans'>;
};

/**
 * What is decided about a signal: confirmed with what becomes of the placement, returned or rejected. The end is the first day of the
 * work (service description section 3, step 8; bounds by {@link coursesOf}). Work that belongs to another placement of the participant is
 * not confirmed here: the same work is not paid twice (compensation model section 4).
 */
export function decideSignal(
  signal: Signal,
  { verdict, course: chosen }: Given,
  { placement, facts }: About,
): Result<SignalDecision, Problem> {
  if (verdict !== 'approve') return ok({ course: null, endsOn: null });
  const course = COURSES.find((one) => one === chosen);
  const possible = coursesOf(signal, placement);
  if (course === undefined || !possible.includes(course)) return err(courseMissing());
  const endsOn = course === 'end' ? signal.from : null;
  if (!isOwn(signal, placement.placementId, facts.spans, endsOn)) return err(otherPlacement());
  return ok({ course, endsOn });
}

/** Whether the work belongs to the placement, as its days would be after the decision. */
function isOwn(
  signal: Signal,
  placementId: string,
  spans: SignalFacts['spans'],
  endsOn: SignalDecision['endsOn'],
): boolean {
  const after = spans.map((span) =>
    span.placementId === placementId && endsOn !== null ? { ...span, end: endsOn } : span,
  );
  const spell = {
    from: signal.from,
    to: null,
    extentPercent: signal.extentPercent,
    employerOrgNo: null,
    employerName: '',
  };
  const belongsTo = placementOfOutcome({ ...signal, spells: [spell] }, after);
  return belongsTo === null || belongsTo === placementId;
}

function courseMissing(): Problem {
  return validationProblem([
    { pointer: '/answer/course', code: 'courseMissing', message: 'Välj vad som händer med placeringen.' },
  ]);
}

function otherPlacement(): Problem {
  return validationProblem([
    {
      pointer: '/verdict',
      code: 'otherPlacement',
      message: 'Arbetet börjar under eller efter en senare placering. Signalen hör hemma på den.',
      fix: 'Avslå signalen och skriv varför.',
    },
  ]);
}
