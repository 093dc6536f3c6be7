import type { AuthorityActor, ProviderActor } from '#lib/domain/actor/actor.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute, type Refusal } from '#lib/server/command/execute.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { newId } from '#lib/server/ids.ts';
import { jobsSchema } from '#lib/server/jobs/queues.ts';
import { closeRunSetup, openRunSetup, run, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement, type BuiltPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import type { Result } from '#lib/shared/result.ts';

/** Statements are proposed on 1 June 2026; ten working days later, 6 June being a Saturday, is the 15th. */
export const ANSWER_BY = '2026-06-15';

export type Answers = RunSetup & {
  readonly app: Database;
  readonly office: BuiltOffice;
  readonly signatory: ProviderActor;
  /** Decided on the month that is not payable. */
  readonly decider: AuthorityActor;
  readonly reviewer: AuthorityActor;
  readonly act: <Input, State, Change, Output>(
    command: Command<Input, State, Change, Output>,
    input: unknown,
    actor: ProviderActor | AuthorityActor,
    at?: { readonly now?: Date; readonly key?: string },
  ) => Promise<Result<Output, Refusal>>;
  readonly close: () => Promise<void>;
};

/** The second of June, within the answering period. */
export const IN_TIME = new Date('2026-06-02T09:00:00Z');

export async function openAnswers(): Promise<Answers> {
  const setup = await openRunSetup();
  const { owner, test } = setup;
  const app = openDatabase(test.appUrl, 4);
  const office = await buildOffice(owner);
  const at = async (email: string) => ({ person: await buildPerson(owner, { email }) });
  return {
    ...setup,
    app,
    office,
    signatory: await buildProviderActor(owner, 'signatory', {
      provider: office.provider,
      ...(await at('signatory@example.se')),
    }),
    decider: await buildAuthorityActor(owner, 'reviewer', await at('decider@example.se')),
    reviewer: await buildAuthorityActor(owner, 'reviewer', await at('reviewer@example.se')),
    act: (command, input, actor, { now = IN_TIME, key = newId() } = {}) =>
      execute(command, input, { database: app, actor, now, idempotencyKey: key }),
    close: async () => {
      await app.$disconnect();
      await closeRunSetup(setup);
    },
  };
}

export type BuiltStatement = {
  readonly id: string;
  readonly placement: BuiltPlacement;
  /** What is paid: the January of level B, 21 days × 65 kr. */
  readonly paidKey: string;
  /** What is not: February, whose report was returned; 20 days × 65 kr. */
  readonly unpaidKey: 'base:2026-02';
  readonly returnedReportId: string;
};

type Given = { readonly office?: BuiltOffice; readonly protected?: boolean };

/** A proposed statement of the setup's provider with one amount that is paid and one that is not. */
export async function buildStatement(
  answers: Answers,
  cutOff: string,
  given: Given = {},
): Promise<BuiltStatement> {
  const { owner, office, decider } = answers;
  const participant = await buildParticipant(owner, {
    familyName: 'Hemlig',
    ...(given.protected === undefined ? {} : { protected: given.protected }),
  });
  const placement = await buildPlacement(owner, { office: given.office ?? office, participant });
  await buildStoredReport(owner, { placement, month: '2026-01' });
  const returnedReportId = await buildStoredReport(owner, {
    placement,
    month: '2026-02',
    status: 'returned',
  });
  await owner.reviewDecision.create({
    data: {
      id: newId(),
      reportId: returnedReportId,
      decision: 'return',
      reasonCode: 'minutes',
      reason: 'Vilken dag var det?',
      decidedByPersonId: decider.personId,
      decidedAt: new Date('2026-03-10T09:00:00Z'),
    },
  });
  const runId = await run(answers, cutOff);
  const line = await owner.statementLine.findFirstOrThrow({ where: { placementId: placement.id } });
  const { id } = await owner.statement.findFirstOrThrow({
    where: { runId, providerId: placement.office.provider.id },
  });
  return { id, placement, paidKey: line.key, unpaidKey: 'base:2026-02', returnedReportId };
}

/** The month that was returned, completed and approved: a decision on facts. */
export async function approveReturned(
  { owner }: Answers,
  { placement, returnedReportId }: BuiltStatement,
): Promise<void> {
  await owner.report.update({ where: { id: returnedReportId }, data: { status: 'superseded' } });
  await buildStoredReport(owner, {
    placement,
    month: '2026-02',
    number: 2,
    supersedesId: returnedReportId,
    submittedOn: '2026-03-12',
  });
}

export async function statementOf(answers: Answers, id: string) {
  return await answers.owner.statement.findUniqueOrThrow({ where: { id } });
}

/** Who of those with an address has been told what, as `to: event`; it is taken away. */
export async function takeTold({ owner }: Answers): Promise<readonly string[]> {
  const told = await owner.$queryRaw<{ line: string }[]>`
    WITH taken AS (DELETE FROM notification RETURNING person_id, event)
    SELECT p.email || ': ' || t.event AS line FROM taken t JOIN person p ON p.id = t.person_id WHERE p.email IS NOT NULL ORDER BY 1`;
  return told.map(({ line }) => line);
}

/** Mails that wait to be sent, as `to: subject`; they are taken away. */
export async function takeMails({ test }: Answers): Promise<readonly string[]> {
  return await withClient(test.ownerUrl, async (client) => {
    const { rows } = await client.query<{ to: string; subject: string; text: string }>(
      `DELETE FROM ${jobsSchema}.job WHERE name = 'mail.send' RETURNING data ->> 'to' AS to, data ->> 'subject' AS subject, data ->> 'text' AS text`,
    );
    return rows
      .map(
        ({ to, subject, text }) => `${to}: ${subject}${/Hemlig|\d kr/.test(text) ? ' TELLS TOO MUCH' : ''}`,
      )
      .toSorted();
  });
}
