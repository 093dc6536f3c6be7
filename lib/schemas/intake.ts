import { z } from 'zod';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';

/** When the service of somebody new begins, as the list narrows it. */
export const STARTS = ['begun', 'soon', 'later'] as const;
export const INTAKE_ORDERS = ['start', 'name', 'level'] as const;

/** The filters of the list of new participants, as they stand in the address. */
export const intakeListInput = z.object({
  q: z.string().trim().max(100).default(''),
  office: z.union([z.uuid(), z.literal('')]).default(''),
  language: z.string().max(35).default(''),
  level: z.enum(['A', 'B', 'C', '']).default(''),
  start: z.enum([...STARTS, '']).default(''),
  order: z.enum(INTAKE_ORDERS).default('start'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type IntakeListInput = z.infer<typeof intakeListInput>;

/** Coaches whose participants are handed over, and who gets them. An address holds one or several of each. */
const several = z.preprocess(
  (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
  z.array(z.uuid()).max(200),
);
export const handOverPreviewInput = z.object({
  coachPersonId: z.uuid(),
  to: several,
  who: z.enum(['all', 'chosen']).default('all'),
  placement: several,
});
export type HandOverPreviewInput = z.infer<typeof handOverPreviewInput>;

const move = z.object({
  placementId: z.uuid(),
  version: z.number().int().min(1),
  coachPersonId: z.uuid(),
});

export const handOverInput = z.object({
  fromPersonId: z.uuid(),
  moves: z
    .array(move)
    .min(1, 'Välj minst en deltagare.')
    .max(200, 'Lämna över högst 200 deltagare åt gången.'),
});
export type HandOverInput = z.infer<typeof handOverInput>;

export const undoCoachChangeInput = z.object({ batchId: z.uuid() });
export type UndoCoachChangeInput = z.infer<typeof undoCoachChangeInput>;

const day = (message: string) =>
  z.string(message).transform((text, context): PlainDate => {
    const date = parsePlainDate(text.trim());
    if (date !== null) return date;
    context.addIssue({ code: 'custom', message, params: { code: 'invalidDate' } });
    return z.NEVER;
  });

export const coverCoachInput = z.object({
  coachPersonId: z.uuid(),
  from: day('Ange första dagen som år, månad och dag.'),
  through: day('Ange sista dagen som år, månad och dag.'),
  coveringPersonId: z.uuid('Välj vem som täcker.'),
});
export type CoverCoachInput = z.infer<typeof coverCoachInput>;

export const endCoverInput = z.object({ coverId: z.uuid(), version: z.number().int().min(1) });
export type EndCoverInput = z.infer<typeof endCoverInput>;
