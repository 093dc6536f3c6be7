import { openDatabase } from '#lib/server/db/client.ts';
import { authorisePayment } from '#lib/server/payment/authorise-payment.ts';
import { authorisePreview } from '#lib/server/payment/authorise-preview.ts';
import { confirmPayment } from '#lib/server/payment/confirm-payment.ts';
import { decideBankAccount } from '#lib/server/payment/decide-bank-account.ts';
import { requestBankAccount } from '#lib/server/payment/request-bank-account.ts';
import { acceptBySilence } from '#lib/server/statement/answer/accept-by-silence.ts';
import { acceptStatement } from '#lib/server/statement/answer/accept-statement.ts';
import { disputeStatement } from '#lib/server/statement/answer/dispute-statement.ts';
import type { FirmKey } from '#prisma/seed/demo/firms.ts';
import { SIGNATORIES } from '#prisma/seed/demo/staff.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import type { PlainDate } from '#lib/shared/plain-date.ts';
import { hashOf } from '#lib/server/canonical-json.ts';
import { checkBankAccount } from '#lib/server/payment/check-bank-account.ts';

/** Made-up accounts whose check digits are right. */
export const ACCOUNTS: Readonly<Record<FirmKey, { clearingNumber: string; accountNumber: string }>> = {
  tallmo: { clearingNumber: '5001', accountNumber: '1234563' },
  bjorkangen: { clearingNumber: '6112', accountNumber: '445566779' },
  malarsteg: { clearingNumber: '9550', accountNumber: '7788997' },
  nastaKliv: { clearingNumber: '1200', accountNumber: '3344551' },
};

/** A firm's signatory asks for the account that the firm is paid to. */
export async function askForAccount(
  stage: Stage,
  firm: FirmKey,
  providerId: string,
  at: Date,
): Promise<void> {
  const actor = await stage.actor(SIGNATORIES[firm]);
  const checked = checkBankAccount(ACCOUNTS[firm]);
  if (!checked.ok) throw new Error(`The demo's account of ${firm} is none`);
  const { clearingNumber, accountNumber, bankName } = checked.value;
  const shown = hashOf({ providerId, clearingNumber, accountNumber, bankName }).toString('hex');
  await stage.stepUp(actor, 'changeBankAccount', shown, at);
  await stage.command(requestBankAccount, ACCOUNTS[firm], { actor, at });
}

/** A payer confirms the account that waits. */
export async function confirmAccount(stage: Stage, providerId: string, at: Date): Promise<void> {
  const actor = await stage.actor('jonas-berg');
  const { rows } = await stage.owner.query<{ bankAccountId: string; version: number }>(
    `SELECT id AS "bankAccountId", version FROM bank_account WHERE provider_id = $1 AND status = 'requested'`,
    [providerId],
  );
  await stage.command(decideBankAccount, { ...rows[0], decision: 'confirm' }, { actor, at });
}

/** The firm's latest statement that waits for an answer; null where it has none. */
async function findProposed(
  stage: Stage,
  providerId: string,
): Promise<{ readonly statementId: string; readonly version: number } | null> {
  const { rows } = await stage.owner.query<{ statementId: string; version: number }>(
    `SELECT id AS "statementId", version FROM statement WHERE provider_id = $1 AND status = 'proposed' ORDER BY cut_off DESC LIMIT 1`,
    [providerId],
  );
  return rows[0] ?? null;
}

export async function accept(stage: Stage, firm: FirmKey, providerId: string, at: Date): Promise<void> {
  const actor = await stage.actor(SIGNATORIES[firm]);
  const statement = await findProposed(stage, providerId);
  if (statement !== null) await stage.command(acceptStatement, statement, { actor, at });
}

/** What nobody has answered by the last day is accepted, as the worker does it every day. */
export async function letSilenceAccept(workerUrl: string, at: Date): Promise<void> {
  const database = openDatabase(workerUrl, 1);
  try {
    await acceptBySilence(database, at);
  } finally {
    await database.$disconnect();
  }
}

/** A firm disputes a month that its latest statement does not pay. */
export async function disputeUnpaidMonth(
  stage: Stage,
  firm: FirmKey,
  given: { readonly providerId: string; readonly placementId: string; readonly text: string },
  at: Date,
): Promise<void> {
  const { providerId, placementId, text } = given;
  const statement = await findProposed(stage, providerId);
  if (statement === null) return;
  const { rows } = await stage.owner.query<{ key: string }>(
    `SELECT n.key FROM statement_input i CROSS JOIN LATERAL jsonb_to_recordset(i.not_payable) AS n(key text, reason text)
     WHERE i.statement_id = $1 AND i.placement_id = $2 AND n.reason = 'reportNotApproved' ORDER BY n.key LIMIT 1`,
    [statement.statementId, placementId],
  );
  const [entry] = rows;
  if (entry === undefined) return;
  const actor = await stage.actor(SIGNATORIES[firm]);
  await stage.command(disputeStatement, { ...statement, placementId, key: entry.key, text }, { actor, at });
}

/** The second payer authorises everything that is accepted for a pay day. */
export async function authoriseAll(stage: Stage, payOn: PlainDate, at: Date): Promise<void> {
  const actor = await stage.actor('eva-strand');
  const seen = await stage.query(authorisePreview, { date: payOn, all: '1', s: [] }, { actor, at });
  if (seen === null || seen.content.statementCount === 0) return;
  const { content, contentHash, versions } = seen;
  await stage.stepUp(actor, 'authorisePayment', contentHash, at);
  const statements = content.statements.map(({ statementId }) => ({
    statementId,
    version: versions[statementId],
  }));
  await stage.command(authorisePayment, { payOn, contentHash, statements }, { actor, at });
}

/** The bank has paid, and the payer says so. */
export async function confirmPaid(stage: Stage, payOn: PlainDate, at: Date): Promise<void> {
  const actor = await stage.actor('eva-strand');
  const { rows } = await stage.owner.query<{ authorisationId: string }>(
    'SELECT id AS "authorisationId" FROM authorisation WHERE pay_on = $1',
    [payOn],
  );
  for (const { authorisationId } of rows)
    await stage.command(confirmPayment, { authorisationId, paidOn: payOn }, { actor, at });
}
