import { z } from 'zod';

const why = z.string().trim().min(1, 'Skriv varför ärendet ska bevaras.').max(500, 'Skriv högst 500 tecken.');

export const setHoldInput = z.object({ participantId: z.uuid(), why });
export type SetHoldInput = z.infer<typeof setHoldInput>;

export const liftHoldInput = z.object({ holdId: z.uuid(), version: z.coerce.number().int() });
export type LiftHoldInput = z.infer<typeof liftHoldInput>;
