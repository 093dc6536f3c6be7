import type { Tx } from '#lib/server/db/transaction.ts';
import { forbidden, type Problem } from '#lib/shared/problem.ts';

/** Whether who asks has handed in something of a placement's outcome: a version of it, a file, or a question to an employer. */
export async function haveHandedIn(tx: Tx, placementId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<
    { own: boolean }[]
  >`SELECT app.have_handed_in(${placementId}::uuid) AS own`;
  return row?.own ?? false;
}

/** Nobody judges evidence, or decides on the outcome, of what they handed in themselves. */
export function guardHandedIn(own: boolean): Problem | null {
  if (!own) return null;
  return forbidden([
    {
      pointer: '',
      code: 'ownSubmission',
      message: 'Du har själv lämnat in resultatet eller underlag för det.',
      fix: 'Lämna det till en kollega.',
    },
  ]);
}
