import { z } from 'zod';

/** The filters of the provider's list of participants, as they stand in the address. */
export const participantListInput = z.object({
  q: z.string().trim().max(100).default(''),
  office: z.union([z.uuid(), z.literal('')]).default(''),
  show: z.enum(['current', 'mine', 'withoutCoach', 'coming', 'ended']).default('current'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ParticipantListInput = z.infer<typeof participantListInput>;

/** One coach for one or several placements at once; each with the version that was seen. */
export const assignCoachInput = z.object({
  coachPersonId: z.uuid('Välj en handledare.'),
  placements: z
    .array(z.object({ placementId: z.uuid(), version: z.number().int().min(1) }))
    .min(1, 'Välj minst en deltagare.')
    .max(200, 'Välj högst 200 deltagare åt gången.'),
});
export type AssignCoachInput = z.infer<typeof assignCoachInput>;
