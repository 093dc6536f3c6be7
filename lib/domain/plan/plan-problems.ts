import { type ActivityCode, activityName, MANDATORY_ACTIVITIES } from '#lib/domain/activity/activity.ts';
import type { PlanVersion } from '#lib/domain/activity/plan-version.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { pointerOf } from '#lib/shared/json-pointer.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import type { FieldProblem } from '#lib/shared/problem.ts';

type ServiceDays = { readonly from: PlainDate; readonly to: PlainDate };

/**
 * What is wrong with a plan (service description sections 4 and 5): it has the mandatory activities and at least one
 * more, none twice; its meeting is not ahead of `today`; and it starts on one of the placement's
 * days (`from` inclusive, `to` exclusive).
 */
export function planProblems(
  plan: PlanVersion,
  placement: ServiceDays,
  today: PlainDate,
): readonly FieldProblem[] {
  return [
    ...activityProblems(plan.activities.map(({ activity }) => activity)),
    ...meetingProblems(plan, today),
    ...startProblems(plan, placement),
  ];
}

function activityProblems(codes: readonly ActivityCode[]): readonly FieldProblem[] {
  const missing = MANDATORY_ACTIVITIES.filter((activity) => !codes.includes(activity)).map((activity) => ({
    pointer: '/activities',
    code: 'mandatoryNotPlanned',
    message: `${activityName(activity)} hör till varje planering.`,
    fix: 'Lägg till aktiviteten.',
  }));
  const tooFew =
    missing.length > 0 || new Set(codes).size > MANDATORY_ACTIVITIES.length
      ? []
      : [
          {
            pointer: '/activities',
            code: 'tooFewPlanned',
            message: 'Planeringen behöver minst en aktivitet till.',
            fix: 'Välj vad deltagaren ska göra utöver möten och eget arbete.',
          },
        ];
  const twice = codes.flatMap((activity, index) =>
    codes.indexOf(activity) === index
      ? []
      : [
          {
            pointer: pointerOf(['activities', index, 'activity']),
            code: 'plannedTwice',
            message: `${activityName(activity)} finns redan i planeringen.`,
            fix: 'Ta bort den ena.',
          },
        ],
  );
  return [...missing, ...tooFew, ...twice];
}

function meetingProblems({ meeting }: PlanVersion, today: PlainDate): readonly FieldProblem[] {
  if (meeting === null || meeting.on <= today) return [];
  return [
    {
      pointer: '/meetingOn',
      code: 'meetingAhead',
      message: 'Dagen då ni gjorde planeringen har inte varit än.',
      fix: 'Skriv dagen för mötet, i dag eller tidigare.',
    },
  ];
}

/** That the plan starts on a day on which the participant is with the provider. */
export function startProblems({ from }: PlanVersion, placement: ServiceDays): readonly FieldProblem[] {
  if (from >= placement.from && from < placement.to) return [];
  return [
    {
      pointer: '/from',
      code: 'planOutsidePlacement',
      message: 'Planeringen börjar en dag då deltagaren inte är hos er.',
      fix: `Välj en dag ${formatDate(placement.from)}–${formatDate(addDays(placement.to, -1))}.`,
    },
  ];
}
