import { actorFromRequest } from '#lib/server/auth/actor.ts';
import { holdsMandate } from '#lib/server/command/command.ts';
import { database } from '#lib/server/db/client.ts';
import { keepAttempt } from '#lib/server/http/form-attempt.ts';
import { readForm } from '#lib/server/http/form-data.ts';
import { problemResponse, seeOther } from '#lib/server/http/problem-response.ts';
import { withSearch } from '#lib/server/http/safe-path.ts';
import { newId } from '#lib/server/ids.ts';
import { checkBankAccount } from '#lib/server/payment/check-bank-account.ts';
import { BANK_ACCOUNT_PAGE, CONFIRM_BANK_ACCOUNT_PAGE } from '#lib/server/payment/payment-paths.ts';
import { requestBankAccount } from '#lib/server/payment/request-bank-account.ts';
import { forbidden, knownProblem, validationProblem } from '#lib/shared/problem.ts';

/**
 * What was typed, checked before it is shown once more: account numbers stand in no address, so they are kept as a form that
 * waits. Nothing is asked for yet.
 */
export async function POST(request: Request): Promise<Response> {
  const actor = await actorFromRequest(request);
  if (actor === null) return problemResponse(knownProblem('unauthenticated'));
  if (!holdsMandate(actor, requestBankAccount.mandates)) return problemResponse(forbidden());
  const { values } = readForm(await request.text());
  const { clearingNumber = '', accountNumber = '' } = values;
  const checked = checkBankAccount({ clearingNumber, accountNumber });
  const path = checked.ok ? CONFIRM_BANK_ACCOUNT_PAGE : BANK_ACCOUNT_PAGE;
  const attempt = await keepAttempt(database(), actor, {
    command: requestBankAccount.name,
    path,
    values: { clearingNumber, accountNumber },
    idempotencyKey: newId(),
    problem: checked.ok ? knownProblem('stepUpRequired') : validationProblem(checked.error),
  });
  return seeOther(withSearch(path, 'attempt', attempt));
}
