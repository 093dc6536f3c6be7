import { OperatorFault } from '#lib/server/operator-fault.ts';
import type { Problem } from '#lib/shared/problem.ts';

/** What to throw when the database refused a whole batch. Rows that are wrong are told apart before it comes to that. */
export function loadRefused(problem: Problem): Error {
  if (problem.status === 409 || problem.status === 503) {
    return new OperatorFault(
      'Någon annan ändrade samma uppgifter medan filen lästes in, eller så svarade inte databasen. Kör importen igen: det som redan är inläst ändras inte.',
    );
  }
  return new Error(`A batch was refused: ${JSON.stringify(problem)}`);
}
