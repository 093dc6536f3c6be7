import { type Keep, RETENTION_RULES, type ThinnedCode } from '#lib/domain/data-protection/retention-rules.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { dataRules } from '#lib/server/retention/data-rules.ts';
import { THINNING_SQL, type ThinningSql } from '#lib/server/retention/thinning-sql.ts';

/**
 * Writes the register and its rules into the database as the owner, who alone may; doing it again changes nothing. The database thins and
 * gives out by what stands there, so that neither the portal nor the worker can ask for anything else.
 */
export async function prepareRetention(ownerUrl: string): Promise<void> {
  const rules = Object.entries(RETENTION_RULES).map(([code, { keep }]) => ({
    code,
    keep: intervalOf(keep),
    ...sqlOf(code),
  }));
  await withClient(ownerUrl, async (client) => {
    await client.query('BEGIN');
    // Two that prepare the same database at once do it one after the other.
    await client.query('LOCK TABLE data_rule, retention_rule IN SHARE ROW EXCLUSIVE MODE');
    await client.query('DELETE FROM data_rule');
    await client.query('DELETE FROM retention_rule');
    await client.query(
      `INSERT INTO data_rule SELECT x."table", x.at, x.part, x."ownRows", x."ownColumns", x."handRows", x."handColumns"
        FROM ROWS FROM (json_to_recordset($1) AS ("table" text, part text, "ownRows" text, "ownColumns" text[], "handRows" text, "handColumns" text[]))
          WITH ORDINALITY AS x ("table", part, "ownRows", "ownColumns", "handRows", "handColumns", at)`,
      [JSON.stringify(dataRules())],
    );
    await client.query(
      `INSERT INTO retention_rule SELECT x.code, x.at, x."table", x.instant, x.keep, coalesce(x."only", 'true'), x.change
        FROM ROWS FROM (json_to_recordset($1) AS (code text, "table" text, instant text, keep interval, "only" text, change text))
          WITH ORDINALITY AS x (code, "table", instant, keep, "only", change, at)`,
      [JSON.stringify(rules)],
    );
    await client.query('COMMIT');
  });
}

/** Cases and accounts go whole, by the register; the calendar year has been added to their instant already. */
function sqlOf(code: string): Partial<ThinningSql> & { readonly instant: string } {
  const rule = Object.hasOwn(THINNING_SQL, code)
    ? THINNING_SQL[code as Exclude<ThinnedCode, 'case' | 'account'>]
    : undefined;
  return rule ?? { instant: '' };
}

function intervalOf(keep: Keep): string {
  if ('days' in keep) return `${keep.days} days`;
  return `${'years' in keep ? keep.years : keep.calendarYears} years`;
}
