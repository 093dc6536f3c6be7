import { Prisma } from '#lib/server/db/generated/client.ts';

/** What a report `r` says, as one JSON object. */
export const CONTENT_OF_REPORT = Prisma.sql`json_build_object('languageSupport', r.language_support, 'jobSuggestions', r.job_suggestions,
  'noActivityReason', r.no_activity_reason, 'rows', coalesce((
    SELECT json_agg(json_build_object('activity', w.activity, 'form', w.form, 'minutes', w.minutes) ORDER BY w.id)
    FROM report_row w WHERE w.report_id = r.id), '[]'))`;
