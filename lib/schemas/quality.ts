import { z } from 'zod';
import { overlapping, parseTime } from '#lib/domain/quality/opening.ts';
import { PLACEMENT_REQUIREMENTS, QUALITY_STATES } from '#lib/domain/quality/standing.ts';

const chosen = z.union([z.uuid(), z.literal('')]).default('');

/** The filters of the list of participants and requirements, as they stand in the address. */
export const qualityListInput = z.object({
  q: z.string().trim().max(100).default(''),
  office: chosen,
  coach: chosen,
  requirement: z.union([z.enum(PLACEMENT_REQUIREMENTS), z.literal('')]).default(''),
  state: z.union([z.enum(QUALITY_STATES), z.literal('')]).default(''),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type QualityListInput = z.infer<typeof qualityListInput>;

export const qualityPlacementInput = z.object({ placementId: z.uuid() });
export const officeOpeningInput = z.object({ officeId: z.uuid() });

const typedTime = z.string().trim().max(10).default('');
const typedSpan = z.object({
  weekday: z.coerce.number().int().min(1).max(7),
  from: typedTime,
  to: typedTime,
});

/** At most two spans a day: a form has room for an open morning and an open afternoon. */
const MOST_SPANS = 14;

/** An office's opening hours as they are typed; a row without times is no span. */
export const saveOpeningInput = z.object({
  officeId: z.uuid(),
  version: z.coerce.number().int().min(1),
  spans: z.array(typedSpan).max(MOST_SPANS).transform(readSpans),
});
export type SaveOpeningInput = z.infer<typeof saveOpeningInput>;

function readSpans(typed: readonly z.infer<typeof typedSpan>[], context: z.RefinementCtx) {
  const given = typed.flatMap(({ weekday, from, to }, index) => {
    if (from === '' && to === '') return [];
    return [{ weekday, from: parseTime(from), to: parseTime(to), index }];
  });
  const refuse = (index: number, field: 'from' | 'to', message: string) => {
    context.addIssue({ code: 'custom', path: [index, field], message });
  };
  const spans = given.flatMap(({ weekday, from, to, index }) => {
    if (from === null) refuse(index, 'from', 'Ange när ni öppnar, till exempel 8.30.');
    if (to === null) refuse(index, 'to', 'Ange när ni stänger, till exempel 16.');
    if (from === null || to === null) return [];
    if (from >= to) refuse(index, 'to', 'Ange en tid efter den då ni öppnar.');
    return [{ weekday, from, to, index }];
  });
  for (const at of overlapping(spans)) {
    const index = spans[at]?.index ?? 0;
    refuse(index, 'from', 'Ange en tid efter den då ni stänger första gången den dagen.');
  }
  return spans.map(({ weekday, from, to }) => ({ weekday, from, to }));
}
