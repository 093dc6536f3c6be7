import { z } from 'zod';
import { DOCUMENT_KINDS, VERDICTS } from '#lib/domain/document/document.ts';

/** Longest text of a reason, an assessment or a note, in characters. */
export const LONGEST_DOCUMENT_TEXT = 2000;

const said = (least: number, empty: string) =>
  z.string().trim().min(least, empty).max(LONGEST_DOCUMENT_TEXT, 'Texten får vara högst 2 000 tecken.');

/** A field as it was typed: the domain reads it and names every fault at its field. */
export const typedText = (most = 200) => z.string().trim().max(most, `Högst ${most} tecken.`).default('');

/** One version of a document as somebody saw it. */
const seenDocument = { documentId: z.uuid(), version: z.number().int().min(1) };

/** What is sent of any kind of document: whose it is, what it replaces and why, the draft it came from, what was shown. */
export function submitDocumentInput<Typed>(typed: z.ZodType<Typed>) {
  return z.object({
    placementId: z.uuid(),
    /** The version that this one replaces. */
    replacesId: z.uuid().nullable().default(null),
    replacesVersion: z.number().int().min(1).nullable().default(null),
    why: typedText(LONGEST_DOCUMENT_TEXT),
    draftId: z.uuid().nullable().default(null),
    content: typed,
    /** Hash of the document that was previewed; empty before the preview. */
    confirmed: z.string().max(64).default(''),
  });
}
export type SubmitDocumentInput<Typed> = z.infer<ReturnType<typeof submitDocumentInput<Typed>>>;

/** What is being written, valid or not, as the form's own fields. */
export const saveDocumentDraftInput = z.object({
  placementId: z.uuid(),
  draftId: z.uuid(),
  /** Times this draft was saved before; 0 for the first. */
  draftVersion: z.number().int().min(0).default(0),
  replacesId: z.uuid().nullable().default(null),
  why: typedText(LONGEST_DOCUMENT_TEXT),
  content: z
    .record(z.string().max(100), z.unknown())
    .refine((content) => JSON.stringify(content).length <= 100_000, 'Utkastet är för stort.'),
});
export type SaveDocumentDraftInput = z.infer<typeof saveDocumentDraftInput>;

export const discardDocumentDraftInput = z.object({ draftId: z.uuid() });

export const stepDocumentInput = z.object(seenDocument);

/** An assessor hands a case up: what the facts are and what they make of them. */
export const handUpDocumentInput = z.object({
  ...seenDocument,
  assessment: said(20, 'Beskriv vad du har kommit fram till, på minst tjugo tecken.'),
});

/** Something said about a document beside its steps; everyone concerned reads it. */
export const noteDocumentInput = z.object({ ...seenDocument, text: said(2, 'Skriv vad du vill säga.') });

/** The answer of kinds whose decisions have no fields beside verdict and reason: nothing is sent. */
export const noAnswer = z.unknown().optional();

export function decideDocumentInput<Answer>(answer: z.ZodType<Answer>) {
  return z.object({
    ...seenDocument,
    verdict: z.enum(VERDICTS, 'Välj ett beslut.'),
    reason: typedText(LONGEST_DOCUMENT_TEXT),
    /** Whether the check of its texts was right, where it found something; nobody has to say. */
    copied: z.enum(['upheld', 'notUpheld'], 'Välj om kontrollen hade rätt.').nullable().default(null),
    answer,
  });
}
export type DecideDocumentInput<Answer> = z.infer<ReturnType<typeof decideDocumentInput<Answer>>>;

/** The filter of the caseworkers' and reviewers' queue, as it stands in the address. */
export const documentQueueInput = z.object({
  kind: z.enum(['all', ...DOCUMENT_KINDS]).default('all'),
  show: z.enum(['all', 'free', 'mine', 'handedUp']).default('all'),
  q: z.string().trim().max(100).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type DocumentQueueInput = z.infer<typeof documentQueueInput>;
