import { z } from 'zod';
import { decisionFields, refusalSaysWhy } from '#lib/schemas/decision.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';

// What was typed is read by the domain, which names every fault at its field; here it only has a shape.
const typed = z.string().trim().max(200).default('');

const typedSpell = z.object({
  from: typed,
  through: typed,
  extentPercent: typed,
  employerKind: typed,
  employerOrgNo: typed,
  employerName: typed,
});

const typedOutcome = {
  type: typed,
  from: typed,
  signalledOn: typed,
  appliedOn: typed,
  spells: z.array(typedSpell).max(12, 'Högst tolv perioder.').default([]),
  /** The extents add up to more than all of a day, and that is right. */
  overFull: z.boolean().default(false),
  /** The outcome whose kronor have been seen. */
  confirmed: z.string().max(10_000).default(''),
};

/** What was typed, alone: for showing its kronor. */
export const typedOutcomeInput = z.object(typedOutcome);

export const registerOutcomeInput = z.object({ placementId: z.uuid(), ...typedOutcome });
export type RegisterOutcomeInput = z.infer<typeof registerOutcomeInput>;

const { signalledOn: _signalledOn, ...typedReport } = typedOutcome;

/** What a provider types, alone: the day of the signal is the signal's own. */
export const typedReportInput = z.object(typedReport);

export const reportOutcomeInput = z.object({
  placementId: z.uuid(),
  /** The report that this one puts right, as it was seen. */
  replacesId: z.uuid().nullable().default(null),
  version: z.number().int().min(0).default(0),
  ...typedReport,
});
export type ReportOutcomeInput = z.infer<typeof reportOutcomeInput>;

const { overFull: _overFull, confirmed: _confirmed, ...draftFields } = typedReport;

/** A report that is being written, valid or not. */
export const saveOutcomeDraftInput = z.object({
  placementId: z.uuid(),
  draftVersion: z.number().int().min(0).default(0),
  replacesId: z.uuid().nullable().default(null),
  ...draftFields,
});
export type SaveOutcomeDraftInput = z.infer<typeof saveOutcomeDraftInput>;

export const discardOutcomeDraftInput = z.object({ placementId: z.uuid() });
export type DiscardOutcomeDraftInput = z.infer<typeof discardOutcomeDraftInput>;

const seen = { outcomeId: z.uuid(), version: z.number().int().min(1) };

export const correctOutcomeInput = z.object({ ...seen, ...typedOutcome });
export type CorrectOutcomeInput = z.infer<typeof correctOutcomeInput>;

export const takeBackOutcomeInput = z.object(seen);
export type TakeBackOutcomeInput = z.infer<typeof takeBackOutcomeInput>;

export const withdrawOutcomeInput = z.object({
  ...seen,
  reason: z
    .string()
    .trim()
    .min(10, 'Skriv varför på minst tio tecken.')
    .max(2000, 'Motiveringen får vara högst 2 000 tecken.'),
});
export type WithdrawOutcomeInput = z.infer<typeof withdrawOutcomeInput>;

const findingVerdict = z.enum(['upheld', 'notUpheld'], 'Välj om kontrollen hade rätt.').optional();

export const decideOutcomeInput = z
  .object({
    ...seen,
    ...decisionFields,
    /** Last day that evidence covers; empty: nothing yet. */
    verifiedLastDay: z
      .string()
      .trim()
      .default('')
      .refine(
        (text) => text === '' || parsePlainDate(text) !== null,
        'Ange ett datum, till exempel 2026-03-01.',
      )
      .transform((text): PlainDate | null => parsePlainDate(text)),
    /** Whether each check that found something was right. */
    verdicts: z.object({ RELATED_EMPLOYER: findingVerdict, EMPLOYED_BEFORE: findingVerdict }).default({}),
  })
  .superRefine(refusalSaysWhy);
export type DecideOutcomeInput = z.infer<typeof decideOutcomeInput>;

/** Which page of a list, as it stands in the address. */
export const pageInput = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) });
