import { z } from 'zod';
import { PARTICIPANT_VIEWS } from '#lib/domain/placement/placed-participant.ts';

/** The filters of the provider's list of participants, as they stand in the address. */
export const participantListInput = z.object({
  q: z.string().trim().max(100).default(''),
  office: z.union([z.uuid(), z.literal('')]).default(''),
  show: z.enum(PARTICIPANT_VIEWS).default('current'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ParticipantListInput = z.infer<typeof participantListInput>;

const chosenPlacement = z.object({ placementId: z.uuid(), version: z.number().int().min(1) });

/**
 * One coach for one or several placements at once; each with the version that was seen. A form sends the version of every
 * row it shows, and the id of those that are ticked.
 */
export const assignCoachInput = z.object({
  placements: z
    .array(chosenPlacement.partial({ placementId: true }))
    .transform((rows) =>
      rows.flatMap(({ placementId, version }) =>
        placementId === undefined ? [] : [{ placementId, version }],
      ),
    )
    .pipe(
      z
        .array(chosenPlacement)
        .min(1, 'Välj minst en deltagare.')
        .max(200, 'Välj högst 200 deltagare åt gången.'),
    ),
  coachPersonId: z.uuid('Välj en handledare.'),
});
export type AssignCoachInput = z.infer<typeof assignCoachInput>;

/** One participant's card: which page of its events, and an identity number that was just asked for. */
export const participantCardInput = z.object({
  placementId: z.uuid(),
  eventsPage: z.coerce.number().int().min(1).max(1000).catch(1),
  reveal: z.uuid().optional().catch(undefined),
});
