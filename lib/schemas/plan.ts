import { z } from 'zod';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { dateText } from '#lib/schemas/month-text.ts';

const planned = {
  activity: z.enum(ACTIVITY_CODES, 'Välj en aktivitet.'),
  purpose: z.string().trim().min(1, 'Skriv vad aktiviteten är till för.').max(500),
  goal: z.string().trim().min(1, 'Skriv vad aktiviteten ska leda till.').max(500),
};

/** A version of the joint plan; `number` is the version that was seen, 0 where there was none. */
export const createPlanInput = z.object({
  placementId: z.uuid(),
  number: z.int().min(0),
  from: dateText,
  goal: z.string().trim().min(1, 'Skriv målet med placeringen.').max(500),
  activities: z.array(z.object(planned)).min(1).max(ACTIVITY_CODES.length),
});
export type CreatePlanInput = z.infer<typeof createPlanInput>;

/** One more activity in the plan, in force from a day. */
export const addPlanActivityInput = z.object({
  placementId: z.uuid(),
  number: z.int().min(1),
  from: dateText,
  ...planned,
});
export type AddPlanActivityInput = z.infer<typeof addPlanActivityInput>;

export const placementPlanInput = z.object({ placementId: z.uuid() });
export type PlacementPlanInput = z.infer<typeof placementPlanInput>;
