import type { Query } from '#lib/server/command/query.ts';

/** Why a participant's data is read when somebody chooses or switches for them, as they see it in the log. */
export const HELP_PURPOSE = 'Hjälp att välja eller byta leverantör';

/** A read of the participant's own, done by who helps them: the log says so. */
export function onBehalf<Input, Output>(query: Query<Input, Output>): Query<Input, Output> {
  return { ...query, mandates: ['caseworker', 'paperCode'], purpose: HELP_PURPOSE };
}
