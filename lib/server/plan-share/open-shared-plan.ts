import type { SharedPlan } from '#lib/domain/plan-share/plan-share.ts';
import { hashOfSecret, isFeedSecret } from '#lib/server/calendar/feed-secret.ts';
import type { Database } from '#lib/server/db/client.ts';

/** Why a plan is read by a link, as the participant sees it in the log. */
const PURPOSE = 'Plan som deltagaren själv har delat';

/**
 * What is behind a link to a plan; null for any other text. Whoever has the link is nobody in particular: the database itself says
 * what it leads to, and writes every opening down in the same step. What is looked up is the secret's hash, which tells nothing of it.
 */
export async function openSharedPlan(
  database: Pick<Database, '$queryRaw'>,
  secret: string,
  now: Date,
): Promise<SharedPlan | null> {
  if (!isFeedSecret(secret)) return null;
  const [row] = await database.$queryRaw<{ shared: SharedPlan | null }[]>`
    SELECT app.open_plan_by_link(${hashOfSecret(secret)}, ${now.toISOString()}::timestamptz, ${PURPOSE}) AS shared`;
  return row?.shared ?? null;
}
