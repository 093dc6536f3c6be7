import type { TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { withoutBlanks } from '#lib/domain/month-grid/typed-month.ts';
import { hashOf } from '#lib/server/canonical-json.ts';

/**
 * A short mark of a month as it is typed: the same for the same texts, so that what somebody saw can be told from what
 * has come since, whatever version it has.
 */
export function markOf(typed: TypedMonth): string {
  return hashOf(withoutBlanks(typed)).toString('hex').slice(0, 16);
}
