import { parseLocale, staffLocaleOf } from '#lib/shared/i18n/locale.ts';
import { now } from '#lib/server/clock.ts';
import { execute } from '#lib/server/command/execute.ts';
import { database } from '#lib/server/db/client.ts';
import { answerConfirmation } from '#lib/server/evidence/answer-confirmation.ts';
import { employerOf } from '#lib/server/evidence/open-confirmation.ts';
import { keepAttempt } from '#lib/server/http/form-attempt.ts';
import { decodeForm, readForm } from '#lib/server/http/form-data.ts';
import { problemResponse, seeOther } from '#lib/server/http/problem-response.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { knownProblem } from '#lib/shared/problem.ts';

const IDEMPOTENCY_KEY = /^[\x21-\x7e]{1,200}$/;

/** The page of a link. What cannot be one leads to the page that says that there is nothing. */
function confirmationPath(secret: string): string {
  return `/confirm/${/^[\w-]{1,60}$/.test(secret) ? secret : '-'}`;
}

/**
 * An employer's answer, from a form without account or script. Whatever cannot be taken leads back to the link's page, which says why:
 * the same way for a secret that never was and for one that no longer works.
 */
export async function answerEmployer(request: Request): Promise<Response> {
  const form = readForm(await request.text());
  const locale = staffLocaleOf(parseLocale(form.values['locale']) ?? 'sv');
  const { secret = '', ...values } = form.values;
  const idempotencyKey = form.idempotencyKey ?? '';
  if (!IDEMPOTENCY_KEY.test(idempotencyKey))
    return problemResponse(knownProblem('malformedRequest', [], locale));
  const page = confirmationPath(secret);
  const actor = await employerOf(database(), secret);
  if (actor === null) return seeOther(page);
  const input = decodeForm(answerConfirmation.input, values);
  const execution = { database: database(), actor, now: now(), idempotencyKey };
  const result = await execute(answerConfirmation, input, execution);
  if (result.ok) return seeOther(withSearch(page, 'done', ''));
  const { problem } = result.error;
  // How a link stands is said by its page.
  if (problem.errors.length === 0) return seeOther(page);
  const kept = { command: answerConfirmation.name, path: '/confirm', values, idempotencyKey, problem };
  return seeOther(withSearch(page, 'attempt', await keepAttempt(database(), actor, kept)));
}
