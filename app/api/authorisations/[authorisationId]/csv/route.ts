import { paymentCsvRows } from '#lib/domain/payment/payment-csv.ts';
import { authorisationIdInput } from '#lib/schemas/payment.ts';
import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { now } from '#lib/server/clock.ts';
import { ask } from '#lib/server/command/query.ts';
import { database } from '#lib/server/db/client.ts';
import { problemResponse } from '#lib/server/http/problem-response.ts';
import { authorisedPayments } from '#lib/server/payment/authorised-payments.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { knownProblem, notFound } from '#lib/shared/problem.ts';

type Route = { readonly params: Promise<Record<string, string>> };

/** The payments of an authorisation as a list for people. It is no payment file: no bank reads it. */
export async function GET(request: Request, route: Route): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  const input = authorisationIdInput.safeParse(await route.params);
  if (!input.success) return problemResponse(notFound());
  const payments = await ask(authorisedPayments, input.data, { database: database(), actor, now: now() });
  if (!payments.ok) return problemResponse(payments.error);
  return new Response(csvText(paymentCsvRows(payments.value)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="betalningar-att-gora-${payments.value[0]?.payOn ?? ''}.csv"`,
      'cache-control': 'no-store',
    },
  });
}
