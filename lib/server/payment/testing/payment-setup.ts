import type { PersonActor } from '#lib/domain/actor/actor.ts';
import type { Actor } from '#lib/domain/actor/actor.ts';
import type { Command } from '#lib/server/command/command.ts';
import { execute, type Refusal } from '#lib/server/command/execute.ts';
import { ask, type Query } from '#lib/server/command/query.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { authorisePayment } from '#lib/server/payment/authorise-payment.ts';
import { authorisePreview, type AuthorisePreview } from '#lib/server/payment/authorise-preview.ts';
import { closeRunSetup, openRunSetup, run, type RunSetup } from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildStepUp } from '#lib/server/testing/builders/session.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { type PlainDate, plainDate, toUtcDate } from '#lib/shared/plain-date.ts';
import type { Problem } from '#lib/shared/problem.ts';
import type { Result } from '#lib/shared/result.ts';

/** Monday; June's pay day is Thursday the 25th, for what is accepted through Tuesday the 23rd. */
export const TODAY = new Date('2026-06-22T09:00:00Z');
export const PAY_DAY: PlainDate = plainDate('2026-06-25');
const ACCEPTED = new Date('2026-06-10T12:00:00Z');

export type PaymentSetup = RunSetup & {
  readonly app: Database;
  readonly perform: <Input, State, Change, Output>(
    command: Command<Input, State, Change, Output>,
    input: unknown,
    actor: Actor,
    now?: Date,
    key?: string,
  ) => Promise<Result<Output, Refusal>>;
  readonly read: <Input, Output>(
    query: Query<Input, Output>,
    input: Input,
    actor: Actor,
    now?: Date,
  ) => Promise<Result<Output, Problem>>;
  readonly close: () => Promise<void>;
};

/** A database of a test's own with the ways to act on it as the app's least role. */
export async function openPaymentSetup(): Promise<PaymentSetup> {
  const setup = await openRunSetup();
  const app = openDatabase(setup.test.appUrl, 4);
  return {
    ...setup,
    app,
    perform: (command, input, actor, now = TODAY, key = newId()) =>
      execute(command, input, { database: app, actor, now, idempotencyKey: key }),
    read: (query, input, actor, now = TODAY) => ask(query, input, { database: app, actor, now }),
    close: async () => {
      await app.$disconnect();
      await closeRunSetup(setup);
    },
  };
}

/** A provider with one placement in January 2026, level B: 21 working days × 65 kr = 1 365 kr, with 25 % VAT 1 706.25 kr, paid as 1 706 kr. */
export const PAYABLE_ORE = 170_600;

export async function buildEarner(
  { owner }: PaymentSetup,
  name: string,
): Promise<BuiltOffice & { readonly reportId: string }> {
  const office = await buildOffice(owner, { provider: await buildProvider(owner, { name }) });
  const placement = await buildPlacement(owner, {
    office,
    level: 'B',
    from: '2026-01-02',
    end: '2026-02-01',
  });
  return { ...office, reportId: await buildStoredReport(owner, { placement, month: '2026-01' }) };
}

/** An account that was confirmed long ago; in force from the day given. */
export async function buildAccount(
  { owner }: PaymentSetup,
  { provider }: BuiltOffice,
  validFrom = '2026-01-15',
  accountNumber = '123456789',
): Promise<string> {
  const id = newId();
  const asked = new Date('2026-01-02T09:00:00Z');
  await owner.bankAccount.create({
    data: {
      id,
      providerId: provider.id,
      clearingNumber: '6000',
      accountNumber,
      bankName: 'Handelsbanken',
      status: 'confirmed',
      requestedByPersonId: (await buildPerson(owner)).id,
      requestedAt: asked,
      authenticatedAt: asked,
      decidedByPersonId: (await buildPerson(owner)).id,
      decidedAt: asked,
      validFrom: toUtcDate(plainDate(validFrom)),
    },
  });
  return id;
}

/** Makes the statements of a cut-off and accepts each of the providers' own, by silence. Returns their ids. */
export async function acceptedStatements(
  setup: PaymentSetup,
  cutOff: string,
  offices: readonly BuiltOffice[],
): Promise<readonly string[]> {
  const runId = await run(setup, cutOff);
  const ids: string[] = [];
  for (const { provider } of offices) {
    const { id } = await setup.owner.statement.findFirstOrThrow({
      where: { runId, providerId: provider.id },
    });
    await setup.owner.statement.update({
      where: { id },
      data: { status: 'accepted', acceptedAt: ACCEPTED, acceptedBy: 'silence' },
    });
    ids.push(id);
  }
  return ids;
}

/** What a payer is shown before the signature. */
export async function preview(
  { read }: PaymentSetup,
  payer: PersonActor,
  statementIds: readonly string[],
): Promise<AuthorisePreview> {
  const shown = await read(authorisePreview, { date: PAY_DAY, all: null, s: [...statementIds] }, payer);
  if (!shown.ok) throw new Error(shown.error.code);
  return shown.value;
}

/** The signature over what was shown, with the e-ID. */
export async function sign(
  setup: PaymentSetup,
  payer: PersonActor,
  shown: AuthorisePreview,
  key?: string,
): ReturnType<typeof setup.perform<unknown, unknown, unknown, { authorisationId: string }>> {
  const { contentHash, content, versions } = shown;
  await buildStepUp(setup.owner, {
    sessionId: payer.sessionId,
    purpose: 'authorisePayment',
    contentHash,
    at: TODAY,
  });
  const statements = content.statements.map(({ statementId }) => ({
    statementId,
    version: versions[statementId] ?? 0,
  }));
  return await setup.perform(
    authorisePayment,
    { payOn: PAY_DAY, contentHash, statements },
    payer,
    TODAY,
    key,
  );
}

let days = 9;

export type Accepted = { readonly ids: readonly string[]; readonly offices: readonly BuiltOffice[] };

/** Providers with one accepted statement each, at a cut-off of their own, and an account unless they are named in `without`. */
export async function accepted(
  setup: PaymentSetup,
  names: readonly string[],
  without: readonly string[] = [],
): Promise<Accepted> {
  const offices = [];
  for (const name of names) {
    const office = await buildEarner(setup, name);
    if (!without.includes(name)) await buildAccount(setup, office);
    offices.push(office);
  }
  days += 1;
  return { offices, ids: await acceptedStatements(setup, `2026-03-${days}`, offices) };
}

/** Signed by a payer who may; the authorisation's id. */
export async function signedBy(
  setup: PaymentSetup,
  actor: PersonActor,
  ids: readonly string[],
): Promise<string> {
  const signed = await sign(setup, actor, await preview(setup, actor, ids));
  if (!signed.ok) throw new Error(JSON.stringify(signed.error));
  return signed.value.authorisationId;
}
