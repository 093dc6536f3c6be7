import type { OutcomeType } from '#lib/domain/compensation/types.ts';
import { answererOf } from '#lib/domain/evidence/answerer.ts';
import { confirmationMail } from '#lib/domain/evidence/confirmation-mail.ts';
import type { Database } from '#lib/server/db/client.ts';
import { confirmationSeal } from '#lib/server/evidence/confirmation-command.ts';
import type { JobContext } from '#lib/server/jobs/handlers.ts';
import { sendMail } from '#lib/server/jobs/handlers/send-mail.ts';
import type { JobData } from '#lib/server/jobs/queues.ts';
import { env } from '#lib/server/env.ts';
import { parseLocale, staffLocaleOf } from '#lib/shared/i18n/locale.ts';

type Row = {
  readonly email: string;
  readonly contactName: string;
  readonly employerName: string;
  readonly providerName: string;
  readonly locale: string;
  readonly type: OutcomeType;
};

/** The mail with a link to an employer or a school; none where it was taken back, replaced or answered meanwhile. */
export async function mailFor(
  database: Pick<Database, '$queryRaw'>,
  { confirmationId, sealed }: JobData<'confirmation.mail'>,
): Promise<{ readonly to: string; readonly subject: string; readonly text: string } | null> {
  const [row] = await database.$queryRaw<Row[]>`
    SELECT c.email, c.contact_name AS "contactName", c.employer_name AS "employerName", v.name AS "providerName", c.locale, o.type
    FROM employer_confirmation c JOIN outcome o ON o.id = c.outcome_id JOIN placement p ON p.id = c.placement_id JOIN provider v ON v.id = p.provider_id
    WHERE c.id = ${confirmationId}::uuid AND c.ended_at IS NULL AND NOT p.protected
      AND NOT EXISTS (SELECT 1 FROM employer_answer a WHERE a.confirmation_id = c.id)`;
  const answerer = row === undefined ? null : answererOf(row.type);
  if (row === undefined || answerer === null) return null;
  const secret = confirmationSeal().open(confirmationId, Buffer.from(sealed, 'base64'));
  const link = `${env().PORTAL_URL}/confirm/${secret}`;
  return {
    to: row.email,
    ...confirmationMail({ ...row, answerer, link }, staffLocaleOf(parseLocale(row.locale) ?? 'sv')),
  };
}

export async function sendConfirmationMail(
  data: JobData<'confirmation.mail'>,
  context: JobContext,
): Promise<void> {
  const mail = await mailFor(context.database, data);
  if (mail !== null) await sendMail(mail, context);
}
