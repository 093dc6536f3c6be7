import { z } from 'zod';
import { ACTIVITY_CODES, activityName } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { PLAN_AIMS } from '#lib/domain/plan/plan-aim.ts';
import { dateText } from '#lib/schemas/month-text.ts';
import { planParties } from '#lib/schemas/plan-parties.ts';

const text = z.string().trim().max(500).default('');

const minutesPerWeek = z
  .int('Välj hur lång tid.')
  .min(15, 'Minst 15 minuter.')
  .max(2400, 'Högst 40 timmar.')
  .multipleOf(15, 'Hela kvartar.')
  .nullable();

const planned = {
  activity: z.enum(ACTIVITY_CODES, 'Välj en aktivitet.'),
  purpose: z.string().trim().min(1, 'Skriv vad aktiviteten är till för.').max(500),
  goal: z.string().trim().min(1, 'Skriv vad aktiviteten ska leda till.').max(500),
  minutesPerWeek,
};

const planActivity = z.object(planned);

/**
 * The activities of a plan. A form sends a row for every category: one whose `activity` is null is left out, whatever else
 * stands in it. What is wrong is told at the row as it came.
 */
const planActivities = z
  .array(
    z.object({
      activity: planned.activity.nullable(),
      purpose: text,
      goal: text,
      minutesPerWeek: minutesPerWeek.default(null),
    }),
  )
  .superRefine((rows, context) => {
    rows.forEach((row, index) => {
      if (row.activity === null) return;
      for (const issue of planActivity.safeParse(row).error?.issues ?? []) {
        const message = `${activityName(row.activity)}: ${issue.message}`;
        context.addIssue({ code: 'custom', path: [index, ...issue.path], message });
      }
    });
  })
  .transform((rows) =>
    rows.flatMap(({ activity, ...row }) => (activity === null ? [] : [{ activity, ...row }])),
  )
  .pipe(z.array(planActivity).min(1).max(ACTIVITY_CODES.length));

/** That somebody has seen what was pointed out about the texts, and saves them all the same. */
const keepRemarks = z.boolean().default(false);

/** A version of the joint plan; `number` is the version that was seen, 0 where there was none. */
export const createPlanInput = z.object({
  placementId: z.uuid(),
  number: z.int().min(0),
  from: dateText,
  meetingOn: dateText,
  meetingForm: z.enum(ACTIVITY_FORMS, 'Välj hur ni träffades.'),
  aim: z.enum(PLAN_AIMS, 'Välj vad tiden hos er siktar mot.'),
  field: z.string().trim().min(1, 'Skriv inom vilket område.').max(120),
  goal: z.string().trim().min(1, 'Skriv målet med era egna ord.').max(500),
  activities: planActivities,
  parties: planParties,
  keepRemarks,
});
export type CreatePlanInput = z.infer<typeof createPlanInput>;

/** One more activity in the plan, in force from a day. */
export const addPlanActivityInput = z.object({
  placementId: z.uuid(),
  number: z.int().min(1),
  from: dateText,
  ...planned,
  minutesPerWeek: minutesPerWeek.default(null),
  keepRemarks,
});
export type AddPlanActivityInput = z.infer<typeof addPlanActivityInput>;

export const placementPlanInput = z.object({ placementId: z.uuid() });
export type PlacementPlanInput = z.infer<typeof placementPlanInput>;

/** A version of a plan in an address. */
export const planNumberInput = z.coerce.number().int().min(1).max(10_000);
