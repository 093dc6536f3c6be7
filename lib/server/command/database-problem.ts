import { conflict, forbidden, knownProblem, type Problem } from '#lib/shared/problem.ts';

/** SQLSTATE of an error thrown by PostgreSQL, wherever Prisma has put it. */
export function sqlStateOf(error: unknown): string | null {
  for (let at: unknown = error, depth = 0; typeof at === 'object' && at !== null && depth < 6; depth += 1) {
    const { originalCode, code, meta, cause } = at as Record<string, unknown>;
    for (const candidate of [originalCode, code]) {
      if (typeof candidate === 'string' && /^[0-9A-Z]{5}$/.test(candidate) && !/^P\d{4}$/.test(candidate))
        return candidate;
    }
    at = meta ?? cause ?? (at as { driverAdapterError?: unknown }).driverAdapterError;
  }
  return null;
}

/**
 * The second guard speaking: what the database refuses is a refusal like any other, not a defect.
 * Null for everything that is one.
 */
export function problemFromDatabase(error: unknown): Problem | null {
  switch (sqlStateOf(error)) {
    case '23505': // unique_violation
    case '23P01': // exclusion_violation
    case '23001': // restrict_violation: append-only, or a state that cannot be left that way
    case '40001': // serialization_failure
    case '40P01': // deadlock_detected
      return conflict();
    case '42501': // insufficient_privilege: row-level security or four eyes
      return forbidden();
    case '53300': // too_many_connections
    case '57P01': // admin_shutdown
    case '57P03': // cannot_connect_now
      return knownProblem('unavailable');
    default:
      return null;
  }
}
