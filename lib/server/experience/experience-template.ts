import { EXPERIENCE_COLUMNS, EXPERIENCE_FIELDS } from '#lib/domain/experience/experience-file.ts';
import { experienceTemplateInput } from '#lib/schemas/experience.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { xlsxOf } from '#lib/server/files/xlsx-writer.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { fileResponse } from '#lib/server/upload/file-response.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem } from '#lib/shared/problem.ts';

const WIDTHS = { kind: 16, what: 32, place: 28, fromYear: 10, toYear: 10, note: 48 } as const;

/** The blank file: the headings and nothing else, so that no example is ever written down as somebody's experience. */
export async function answerExperienceTemplate(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const input = experienceTemplateInput.safeParse(Object.fromEntries(new URL(request.url).searchParams));
  if (!input.success) return problemResponse(knownProblem('notFound'));
  const locale = actor.kind === 'person' && actor.locale.startsWith('en') ? 'en' : 'sv';
  const name = locale === 'sv' ? 'erfarenhet' : 'experience';
  const { format } = input.data;
  const heads = EXPERIENCE_FIELDS.map((field) => EXPERIENCE_COLUMNS[field][locale]);
  const columns = EXPERIENCE_FIELDS.map((field, at) => ({
    head: heads[at] ?? field,
    kind: 'text' as const,
    width: WIDTHS[field],
  }));
  const content = format === 'csv' ? csvText([heads]) : await xlsxOf([{ name, columns, rows: [] }]);
  return fileResponse(content, format, `${name}.${format}`);
}
