import { showProvider } from '#lib/schemas/api/provider.ts';
import { openRoute } from '#lib/server/api/open-route.ts';
import { today } from '#lib/server/clock.ts';
import { answerProvider } from '#lib/server/provider-search/answer-provider.ts';
import { findPublicContract } from '#lib/server/provider-search/list-public-providers.ts';
import { knownProblem } from '#lib/shared/problem.ts';
import { err, ok } from '#lib/shared/result.ts';

export const GET = openRoute(showProvider, async (db, { kaNumber }) => {
  const contract = await findPublicContract(db, kaNumber, today());
  return contract === null ? err(knownProblem('notFound')) : ok(answerProvider(contract));
});
