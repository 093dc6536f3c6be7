import type { OutcomeContent } from '#lib/domain/outcome/outcome.ts';
import { placementOfOutcome, type ServiceSpan } from '#lib/domain/outcome/placement-of-outcome.ts';
import { Prisma } from '#lib/server/db/generated/client.ts';
import { queryJson } from '#lib/server/db/query-json.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

/** The days of all placements of the participant that a placement belongs to. */
export async function serviceSpans(tx: Tx, placementId: string): Promise<readonly ServiceSpan[]> {
  return await queryJson<ServiceSpan>(
    tx,
    Prisma.sql`
    SELECT l.id AS "placementId", l."from", coalesce(l."end", l."to") AS "end"
    FROM placement l WHERE l.cancelled_at IS NULL
      AND l.participant_id = (SELECT p.participant_id FROM placement p WHERE p.id = ${placementId}::uuid) ORDER BY l."from", l.id`,
  );
}

/** Refuses an outcome that belongs to another placement of the participant: the same work is not paid twice. */
export function ownOutcome(
  content: OutcomeContent,
  placementId: string,
  spans: readonly ServiceSpan[],
): Result<OutcomeContent, Problem> {
  const belongsTo = placementOfOutcome(content, spans);
  if (belongsTo === null || belongsTo === placementId) return ok(content);
  return err(
    validationProblem([
      {
        pointer: '/from',
        code: 'otherPlacement',
        message:
          'Resultatet började under eller efter en annan av deltagarens placeringar. Registrera det på den.',
      },
    ]),
  );
}
