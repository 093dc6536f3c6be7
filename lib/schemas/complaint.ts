import { z } from 'zod';
import { LEAST_COMPLAINT, LONGEST_COMPLAINT } from '#lib/domain/complaint/complaint.ts';

const typed = z.string().trim().max(200).default('');
const words = z.string().trim().max(LONGEST_COMPLAINT, 'Skriv högst 4 000 tecken.').default('');

export const writeComplaintInput = z.object({
  providerId: z.uuid(),
  officeId: z.uuid('Välj en verksamhet ur listan.').nullable().default(null),
  /** The implementation reference of the participant it is about; empty where it is about nobody. */
  reference: z
    .string()
    .trim()
    .regex(/^(?:\d{9})?$/, 'En genomförandereferens har nio siffror.')
    .default(''),
  from: typed,
  category: typed,
  receivedOn: typed,
  words,
});
export type WriteComplaintInput = z.infer<typeof writeComplaintInput>;

export const answerComplaintInput = z.object({
  complaintId: z.uuid(),
  answer: words.refine(
    (text) => text.length >= LEAST_COMPLAINT,
    'Skriv vad som gjordes, på minst tio tecken.',
  ),
});
export type AnswerComplaintInput = z.infer<typeof answerComplaintInput>;

/** Which complaints of a provider a page lists, as it stands in the address. */
export const complaintListInput = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
  show: z.enum(['all', 'open']).catch('all').default('all'),
});

/** What a participant complains of themselves; `mayName`: the provider may be told who it was. */
export const sendComplaintInput = z.object({
  placementId: typed,
  category: typed,
  words,
  mayName: z.boolean().default(false),
});
export type SendComplaintInput = z.infer<typeof sendComplaintInput>;
