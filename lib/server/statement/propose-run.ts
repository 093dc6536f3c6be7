import type { JobActor } from '#lib/domain/actor/actor.ts';
import { acceptBy } from '#lib/domain/statement/pay-day.ts';
import { type ProposalMail, proposalMail } from '#lib/domain/statement/proposal-mail-sv.ts';
import { writeAudit } from '#lib/server/command/audit.ts';
import type { Database } from '#lib/server/db/client.ts';
import { inTransaction, type Tx } from '#lib/server/db/transaction.ts';
import { sendAllInTransaction } from '#lib/server/jobs/send-in-transaction.ts';
import { notifyAll } from '#lib/server/notification/notify.ts';
import { statementTelling } from '#lib/server/statement/statement-telling.ts';
import { termsInForce } from '#lib/server/terms/terms-in-force.ts';
import { type PlainDate, plainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

type Given = { readonly runId: string; readonly now: Date; readonly actor: JobActor };

/** Tells every signatory of every provider with a statement of the run: one question and one command, however many. */
async function tellSignatories(tx: Tx, runId: string, today: PlainDate, mail: ProposalMail): Promise<void> {
  const told = await tx.$queryRaw<{ to: string }[]>`
    SELECT DISTINCT n.email AS "to" FROM statement s
    JOIN membership m ON m.provider_id = s.provider_id AND m.role = 'signatory'
      AND m.valid_from <= ${today}::date AND (m.valid_to IS NULL OR m.valid_to > ${today}::date)
    JOIN person n ON n.id = m.person_id
    WHERE s.run_id = ${runId}::uuid AND n.email IS NOT NULL ORDER BY 1`;
  await sendAllInTransaction(
    tx,
    'mail.send',
    told.map(({ to }) => ({ to, ...mail })),
  );
}

/** The same in the portal; the mail, which says by when to answer, is sent anyway. */
async function showSignatories(tx: Tx, runId: string, now: Date): Promise<void> {
  const proposed = await tx.statement.findMany({
    where: { runId, status: 'proposed' },
    select: { id: true, providerId: true },
  });
  await notifyAll(
    tx,
    proposed.map((statement) => ({
      ...statementTelling('statementProposed', statement, now),
      hasOwnMail: true,
    })),
  );
}

/**
 * Proposes all statements of the run at once: no provider sees one while another's may still stop the run. The day by
 * which they are answered, the mail about them and the entry in the log come with it or not at all, and once. Returns
 * how many statements there are now that were not proposed before.
 */
export async function proposeRun(database: Database, { runId, now, actor }: Given): Promise<number> {
  return await inTransaction(database, actor, async (tx) => {
    // Another worker that finishes the same run is waited for here, and has then left nothing to do.
    const [finished] = await tx.$queryRaw<
      { cutOff: string }[]
    >`UPDATE statement_run SET finished_at = ${now}, version = version + 1
      WHERE id = ${runId}::uuid AND finished_at IS NULL RETURNING cut_off::text AS "cutOff"`;
    if (finished === undefined) return 0;
    const today = plainDateFromDate(now);
    const answerBy = acceptBy(today, await termsInForce(tx, today));
    const statements = await tx.$executeRaw`UPDATE statement
      SET status = 'proposed', proposed_at = ${now}, accept_by = ${answerBy}::date, version = version + 1
      WHERE run_id = ${runId}::uuid AND status = 'open'`;
    await tellSignatories(tx, runId, today, proposalMail(plainDate(finished.cutOff), answerBy));
    await showSignatories(tx, runId, now);
    await writeAudit(tx, {
      actor,
      action: 'statementRun.propose',
      outcome: 'done',
      subject: {
        type: 'statementRun',
        id: runId,
        participantIds: [],
        detail: { statements, acceptBy: answerBy },
      },
    });
    return statements;
  });
}
