import { z } from 'zod';
import { EXPORT_FORMATS, EXPORT_KINDS } from '#lib/domain/export/export-kind.ts';

export const requestExportInput = z.object({
  kinds: z
    .array(z.enum(EXPORT_KINDS))
    .min(1, 'Välj minst en sak att ta ut.')
    .transform((given) => EXPORT_KINDS.filter((kind) => given.includes(kind))),
  format: z.enum(EXPORT_FORMATS, 'Välj hur filen ska se ut.'),
  /** Everything, or what is new since an earlier export of one's own. */
  since: z.union([z.uuid(), z.literal('')], 'Välj sedan när.').default(''),
});
export type RequestExportInput = z.infer<typeof requestExportInput>;

export const exportIdInput = z.object({ exportId: z.uuid() });

/** What the page says has just happened. */
export const exportNotice = z.enum(['requested', 'gone']).nullable().catch(null);
