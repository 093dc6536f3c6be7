import { CONFIRMATION_DAYS } from '#lib/domain/evidence/confirmation.ts';
import type { AskedSpell } from '#lib/domain/evidence/confirmation.ts';
import { hashOfSecret, newFeedSecret } from '#lib/server/calendar/feed-secret.ts';
import type { SecretSeal } from '#lib/server/crypto/secret-seal.ts';
import { secretSeal } from '#lib/server/crypto/secret-seal.ts';
import type { Tx } from '#lib/server/db/transaction.ts';
import { env } from '#lib/server/env.ts';
import { newId } from '#lib/server/ids.ts';
import { sendInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { toUtcDate } from '#lib/shared/plain-date.ts';

const MILLISECONDS_PER_DAY = 86_400_000;

/** What a link's secret is sealed with on its way to the worker that mails it: nowhere does it lie open. */
export function confirmationSeal(): SecretSeal {
  return secretSeal(env().PORTAL_SECRET, 'employer-confirmation/1');
}

export type Question = {
  readonly placementId: string;
  readonly outcomeId: string;
  readonly spell: AskedSpell;
  readonly email: string;
  readonly contactName: string;
  readonly locale: string;
  readonly askedByPersonId: string;
  readonly now: Date;
};

/** Asks an employer about a spell: what was asked about it before ends, a new link goes out by mail. Returns the question's id. */
export async function askAbout(tx: Tx, question: Question): Promise<string> {
  const { placementId, outcomeId, spell, email, contactName, locale, askedByPersonId, now } = question;
  await tx.$executeRaw`UPDATE employer_confirmation SET ended_at = ${now.toISOString()}::timestamptz, ended_as = 'replaced',
      ended_by_person_id = ${askedByPersonId}::uuid
    WHERE placement_id = ${placementId}::uuid AND ended_at IS NULL AND "from" = ${spell.from}::date
      AND coalesce(employer_org_no, lower(btrim(employer_name))) = coalesce(${spell.employerOrgNo}, lower(btrim(${spell.employerName})))`;
  const [id, secret] = [newId(), newFeedSecret()];
  await tx.employerConfirmation.createMany({
    data: [
      {
        id,
        placementId,
        outcomeId,
        employerOrgNo: spell.employerOrgNo,
        employerName: spell.employerName,
        from: toUtcDate(spell.from),
        to: spell.to === null ? null : toUtcDate(spell.to),
        extentPercent: spell.extentPercent,
        email,
        contactName,
        locale,
        secretHash: hashOfSecret(secret),
        askedAt: now,
        askedByPersonId,
        expiresAt: new Date(now.getTime() + CONFIRMATION_DAYS * MILLISECONDS_PER_DAY),
      },
    ],
  });
  const sealed = Buffer.from(confirmationSeal().seal(id, secret)).toString('base64');
  await sendInTransaction(tx, 'confirmation.mail', { confirmationId: id, sealed }, { id });
  return id;
}
