import { z } from 'zod';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { GRID_FIELDS, type GridField, MINUTES_FIELDS } from '#lib/domain/month-grid/grid-field.ts';
import { MOST_TEXT } from '#lib/domain/month-grid/typed-month.ts';
import { MONTH_STATES } from '#lib/domain/report/month-state.ts';
import { monthText } from '#lib/schemas/month-text.ts';

/** A field as it comes from a form or from JSON: the one parser of reports says what is wrong with it. */
const asGiven = z.union([z.string().max(2000), z.number(), z.null()]).optional();

/** A month as a form gives it: the grid, and what belongs to the whole month. */
export const monthFormFields = {
  rows: z
    .array(z.object({ activity: asGiven, form: asGiven, minutes: asGiven }))
    .max(100)
    .default([]),
  languageSupport: asGiven,
  jobSuggestions: asGiven,
  /** Why the participant took part in nothing; empty where they did take part. */
  noActivityReason: asGiven,
};

/** What somebody fills in for a participant's month. `version` is the draft's as it was seen, 0 where there was none. */
export const saveMonthDraftInput = z.object({
  placementId: z.uuid(),
  month: monthText,
  version: z.int().min(0),
  ...monthFormFields,
  /** Activities to add to the joint plan in the same step. */
  addToPlan: z.array(z.enum(ACTIVITY_CODES)).max(ACTIVITY_CODES.length).default([]),
});
export type SaveMonthDraftInput = z.infer<typeof saveMonthDraftInput>;

/** Most rows of the grid in one call. */
export const MOST_GRID_ROWS = 200;

const typedMonth = z.object(
  Object.fromEntries(GRID_FIELDS.map((field) => [field, z.string().max(MOST_TEXT).optional()])) as Record<
    GridField,
    z.ZodOptional<z.ZodString>
  >,
);

/**
 * Rows of the grid as they are typed, right or wrong. `partly`: each row goes its own way, as the browser keeps them while
 * somebody types; without it one that somebody else has changed refuses them all, and the form comes back with what was typed.
 */
export const saveDraftsInput = z.object({
  month: monthText,
  partly: z.boolean().default(false),
  /** Who typed it, where the browser knows: another person may have signed in since. */
  typedBy: z.uuid().optional(),
  /** The grid's own filters, so that the form leads back to the same page. */
  filters: z.string().max(500).default(''),
  rows: z
    .array(
      z.object({
        placementId: z.uuid(),
        version: z.int().min(0),
        /** The row's mark as it was shown. */
        seen: z.string().max(64).optional(),
        typed: typedMonth.default({}),
        /** Activities to add to the joint plan in the same step. */
        addToPlan: z
          .array(
            z.object({
              activity: z.enum(ACTIVITY_CODES),
              purpose: z.string().trim().max(500).default(''),
              goal: z.string().trim().max(500).default(''),
            }),
          )
          .max(ACTIVITY_CODES.length)
          .default([]),
      }),
    )
    .min(1)
    .max(MOST_GRID_ROWS)
    .superRefine((rows, context) => {
      const seen = new Set<string>();
      rows.forEach(({ placementId }, index) => {
        if (seen.has(placementId)) {
          const message = 'Deltagaren står på en rad till. Skriv allt på samma rad.';
          context.addIssue({ code: 'custom', path: [index, 'placementId'], message });
        }
        seen.add(placementId);
      });
    }),
});
export type SaveDraftsInput = z.infer<typeof saveDraftsInput>;

export const discardMonthDraftInput = z.object({
  placementId: z.uuid(),
  month: monthText,
  version: z.int().min(1),
});
export type DiscardMonthDraftInput = z.infer<typeof discardMonthDraftInput>;

/** Most reports in one signature, and most that are kept back from it by name: they stand in the page's address. */
export const MOST_ATTESTED = 2000;
export const MOST_KEPT = 100;

/** The signature over a batch: which months, as they were seen, and the hash of all that was shown. */
export const attestReportsInput = z.object({
  month: monthText,
  reports: z
    .array(
      z.object({
        placementId: z.uuid(),
        draftVersion: z.int().min(0),
        /** Marked to be kept back after it was shown: the choice has to be shown again before it is signed. */
        leave: z.boolean().default(false),
      }),
    )
    .min(1, 'Det finns inget att skicka in.')
    .max(MOST_ATTESTED),
  /** Shown as kept back; no longer marked so, it has to be shown among what is signed. */
  kept: z
    .array(z.object({ leave: z.boolean().default(false) }))
    .max(MOST_KEPT)
    .default([]),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
  onHonour: z.boolean(),
});
export type AttestReportsInput = z.infer<typeof attestReportsInput>;

export const withdrawReportInput = z.object({ reportId: z.uuid(), version: z.int().min(1) });
export type WithdrawReportInput = z.infer<typeof withdrawReportInput>;

/** Most rows in one call. */
export const MOST_ROWS = 10_000;

/** Rows with the fields of reports.csv. What is in them is read by the one parser of reports. */
export const submitRowsInput = z.object({
  rows: z.array(z.unknown(), 'Skicka raderna i en lista som heter rows.').min(1, 'Skicka minst en rad.'),
});
export type SubmitRowsInput = z.infer<typeof submitRowsInput>;

const page = z.coerce.number().int().min(1).max(10_000).default(1).catch(1);

/** Fields of the address that hold a list: `a,b`, or given more than once. */
const listed = z
  .union([z.string(), z.array(z.string())])
  .default('')
  .transform((given) =>
    [given]
      .flat()
      .flatMap((text) => text.split(','))
      .filter((text) => text !== ''),
  );

/** The filters of the month as a grid: by name, so that a pasted block meets the same rows; and columns to add. */
export const monthGridInput = z.object({
  month: monthText,
  q: z.string().trim().max(100).default(''),
  office: z.uuid().or(z.literal('')).default('').catch(''),
  mine: z.enum(['', '1']).default('').catch(''),
  state: z
    .enum([...MONTH_STATES, 'all', 'toDo', 'sendable'])
    .default('all')
    .catch('all'),
  page,
  order: z.enum(['name', 'state']).default('name').catch('name'),
  add: listed.transform((given) => MINUTES_FIELDS.filter((field) => given.includes(field))).catch([]),
  /** Rows beyond the page, by placement; whatever state they are in and whoever is searched for. */
  ids: listed.pipe(z.array(z.uuid()).max(MOST_GRID_ROWS)),
});
export type MonthGridInput = z.infer<typeof monthGridInput>;

export const monthRowInput = z.object({ month: monthText, placementId: z.uuid() });
export type MonthRowInput = z.infer<typeof monthRowInput>;

/** What is to be attested: all that can be sent, of one office, or those that are named; `leave`: but not these. */
export const attestPreviewInput = z.object({
  month: monthText,
  office: z.uuid().or(z.literal('')).default('').catch(''),
  placementIds: z.array(z.uuid()).max(MOST_ATTESTED).optional(),
  leave: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .pipe(z.array(z.uuid()).max(MOST_KEPT))
    .default([]),
});
export type AttestPreviewInput = z.infer<typeof attestPreviewInput>;

export const receiptInput = z.object({ attestationId: z.uuid() });
/** Taking back all of an attestation that still can be; the hash is over which those were when they were shown. */
export const withdrawAttestationInput = z.object({
  attestationId: z.uuid(),
  seenHash: z.string().regex(/^[0-9a-f]{64}$/),
});
export type WithdrawAttestationInput = z.infer<typeof withdrawAttestationInput>;
export type ReceiptInput = z.infer<typeof receiptInput>;

export const reportsByMonthInput = z.object({
  month: monthText.describe('month'),
  /** Of the last report of the page before. */
  cursor: z.uuid().optional().describe('cursor'),
});
export type ReportsByMonthInput = z.infer<typeof reportsByMonthInput>;
