import { z } from 'zod';
import { monthText } from '#lib/schemas/month-text.ts';

const MIB = 1024 * 1024;

/** Most bytes of a file. What comes with it in the form has to pass the gate, too, which lets 12 MiB through. */
export const MOST_FILE_BYTES = 10 * MIB;

/** What is said of a file that comes in; its bytes are kept beside. */
export const receiveUploadInput = z.object({
  month: monthText,
  fileName: z.string().trim().min(1).max(200),
  size: z.int().min(1).max(MOST_FILE_BYTES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whether months that somebody has begun to fill in by hand give way to the file. */
  replace: z.boolean(),
});
export type ReceiveUploadInput = z.infer<typeof receiveUploadInput>;

export const uploadInput = z.object({ uploadId: z.uuid() });
export type UploadInput = z.infer<typeof uploadInput>;

export const UPLOAD_FILTERS = ['block', 'remark'] as const;

/** The filters of what an upload came to, as they stand in the address. */
export const uploadViewInput = z.object({
  uploadId: z.uuid(),
  q: z.string().trim().max(100).default('').catch(''),
  show: z.enum(UPLOAD_FILTERS).default('block').catch('block'),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
export type UploadViewInput = z.infer<typeof uploadViewInput>;

export const listUploadsInput = z.object({ month: monthText });
export type ListUploadsInput = z.infer<typeof listUploadsInput>;

export const templateInput = z.object({ month: monthText, format: z.enum(['xlsx', 'csv']).default('xlsx') });
export type TemplateInput = z.infer<typeof templateInput>;
