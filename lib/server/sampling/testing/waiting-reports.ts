import type { Database } from '#lib/server/db/client.ts';
import type { ManyPlacement } from '#lib/server/testing/builders/many-placements.ts';
import { firstDay, month as monthOfText } from '#lib/shared/month.ts';

let told = 0;

/** A report for each placement, sent on a day, that the rules would approve: hours of its own, a meeting, nothing found. */
export async function buildWaitingReports(
  owner: Database,
  placements: readonly ManyPlacement[],
  { month, submittedOn }: { readonly month: string; readonly submittedOn: string },
): Promise<readonly string[]> {
  const ids = placements.map(({ id }) => id);
  const first = told;
  told += ids.length;
  return await owner.$transaction(async (tx) => {
    const made = await tx.$queryRaw<
      { id: string }[]
    >`INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, number, status,
        submitted_on, submitted_at, source, content_hash, activity_vector, decide_by, amount_ore, route, route_reason)
      SELECT gen_random_uuid(), p.id, p.participant_id, p.provider_id, p.office_id, ${firstDay(monthOfText(month))}::date, 1, 'submitted',
        ${submittedOn}::date, ${submittedOn}::date + time '10:00', 'form', md5(p.id::text),
        'careerGuidance:onSite:' || (240 + 15 * ((${first}::int + x.n) % 40)) || '|individualMeeting:onSite:' || (240 + 15 * ((${first}::int + x.n) / 40 % 40)),
        ${submittedOn}::date + 14, 1265000, 'automatic', 'clear'
      FROM unnest(${ids}::uuid[]) WITH ORDINALITY AS x (id, n) JOIN placement p ON p.id = x.id ORDER BY x.n RETURNING id::text`;
    await tx.$executeRaw`INSERT INTO report_row (report_id, activity, form, minutes)
      SELECT r.id, split_part(v, ':', 1)::activity_category, 'onSite', split_part(v, ':', 3)::int
      FROM report r, unnest(string_to_array(r.activity_vector, '|')) v WHERE r.id = ANY (${made.map(({ id }) => id)}::uuid[])`;
    return made.map(({ id }) => id);
  });
}
