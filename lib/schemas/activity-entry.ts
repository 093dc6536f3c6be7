import { z } from 'zod';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { dateText, monthText } from '#lib/schemas/month-text.ts';

const entry = {
  date: dateText,
  activity: z.enum(ACTIVITY_CODES, 'Välj en aktivitet.'),
  /** Only own work may lack one. */
  form: z.enum(ACTIVITY_FORMS, 'Välj en form.').nullable().default(null),
  minutes: z.int('Välj eller skriv antalet minuter, till exempel 45.'),
  /** When not Swedish. */
  language: z
    .string()
    .trim()
    .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/, 'Ange språkets kod, till exempel ar.')
    .nullable()
    .default(null),
  note: z.string().trim().max(500, 'Anteckningen får vara högst 500 tecken.').default(''),
};

/** The same entries for one or several participants at once. */
export const addEntriesInput = z.object({
  placementIds: z.array(z.uuid()).min(1, 'Välj minst en deltagare.').max(100),
  entries: z.array(z.object(entry)).min(1, 'Lägg till minst en aktivitet.').max(31),
});
export type AddEntriesInput = z.infer<typeof addEntriesInput>;

const seenEntry = { entryId: z.uuid(), version: z.int().min(1) };

export const changeEntryInput = z.object({ ...seenEntry, ...entry });
export type ChangeEntryInput = z.infer<typeof changeEntryInput>;

export const removeEntryInput = z.object(seenEntry);
export type RemoveEntryInput = z.infer<typeof removeEntryInput>;

/** Takes back everything that was logged together with an entry. */
export const undoEntriesInput = z.object({ entryId: z.uuid() });
export type UndoEntriesInput = z.infer<typeof undoEntriesInput>;

/** Copies entries of the week before to the week that begins on `weekFrom`, a Monday. */
export const copyWeekInput = z.object({
  entryIds: z.array(z.uuid()).min(1, 'Välj minst en aktivitet.').max(2000),
  weekFrom: dateText,
});
export type CopyWeekInput = z.infer<typeof copyWeekInput>;

const whose = {
  mine: z.enum(['', '1']).default('').catch(''),
  q: z.string().trim().max(100).default(''),
  placementId: z.uuid().optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
};
export type WhoseLog = z.infer<z.ZodObject<typeof whose>>;

/** Which month, and whose. */
export const monthLogInput = z.object({ month: monthText, ...whose });
export type MonthLogInput = z.infer<typeof monthLogInput>;

/** Which week, and whose. */
export const weekLogInput = z.object({ weekFrom: dateText, ...whose });
export type WeekLogInput = z.infer<typeof weekLogInput>;
