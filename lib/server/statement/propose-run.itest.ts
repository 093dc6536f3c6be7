import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobsSchema } from '#lib/server/jobs/queues.ts';
import { runStatements } from '#lib/server/statement/run-statements.ts';
import {
  closeRunSetup,
  newRun,
  NOW,
  openRunSetup,
  type RunSetup,
} from '#lib/server/statement/testing/run-setup.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildPerson } from '#lib/server/testing/builders/person.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';

type Mail = { readonly to: string; readonly subject: string; readonly text: string };

describe('proposing the statements of a run', () => {
  let setup: RunSetup;
  let runId: string;

  async function queuedMail(): Promise<readonly Mail[]> {
    const rows = await setup.owner.$queryRawUnsafe<{ data: Mail }[]>(
      `SELECT data FROM ${jobsSchema}.job WHERE name = 'mail.send' ORDER BY data ->> 'to'`,
    );
    return rows.map(({ data }) => data);
  }

  beforeAll(async () => {
    setup = await openRunSetup();
    const { owner } = setup;
    const [one, two, quiet] = [await buildOffice(owner), await buildOffice(owner), await buildOffice(owner)];
    for (const office of [one, two]) {
      const placement = await buildPlacement(owner, { office, from: '2026-01-02' });
      await buildStoredReport(owner, { placement, month: '2026-01' });
    }
    const person = async (email?: string) => buildPerson(owner, email === undefined ? {} : { email });
    const both = await person('both@example.se');
    for (const { provider } of [one, two])
      await buildProviderActor(owner, 'signatory', { provider, person: both });
    const at = { provider: one.provider };
    await buildProviderActor(owner, 'signatory', { ...at, person: await person('another@example.se') });
    await buildProviderActor(owner, 'signatory', { ...at, person: await person() });
    await buildProviderActor(owner, 'reporter', { ...at, person: await person('reporter@example.se') });
    const left = await buildProviderActor(owner, 'signatory', {
      ...at,
      person: await person('left@example.se'),
    });
    await owner.membership.update({
      where: { id: left.membershipId },
      data: { validTo: new Date('2026-06-01T00:00:00Z') },
    });
    await buildProviderActor(owner, 'signatory', {
      provider: quiet.provider,
      person: await person('quiet@example.se'),
    });
    runId = await newRun(owner, '2026-05-24');
  });
  afterAll(async () => closeRunSetup(setup));

  it('that ends halfway has told nobody anything', async () => {
    const { owner, worker } = setup;
    await owner.$executeRawUnsafe(
      `CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''killed''; END'`,
    );
    await owner.$executeRawUnsafe(`CREATE TRIGGER fail BEFORE INSERT ON audit_entry FOR EACH ROW
      WHEN (NEW.action = 'statementRun.propose') EXECUTE FUNCTION fail()`);
    await expect(runStatements({ database: worker, runId, now: () => NOW })).rejects.toThrow('killed');
    await owner.$executeRawUnsafe('DROP TRIGGER fail ON audit_entry');
    expect(await queuedMail()).toEqual([]);
    expect(await owner.statement.count({ where: { runId, status: 'open' } })).toBe(2);
  });

  it('tells each signatory once by when to answer, however often the run is started', async () => {
    for (const statements of [2, 0, 0]) {
      expect(await runStatements({ database: setup.worker, runId, now: () => NOW })).toEqual({
        kind: 'proposed',
        statements,
      });
    }
    const mails = await queuedMail();
    expect(mails.map(({ to }) => to)).toEqual(['another@example.se', 'both@example.se']);
    // Proposed on Monday 1 June 2026: ten working days (6 June is a Saturday) end on 15 June.
    expect(mails[0]?.text).toContain('Svara senast den 15 juni 2026');
    // In the portal too, each for each provider and once; not by a second mail.
    const shown = await setup.owner.notification.findMany({ where: { event: 'statementProposed' } });
    expect(shown.map(({ mail }) => mail)).toEqual(['none', 'none', 'none', 'none']);
    const statements = await setup.owner.statement.findMany({ where: { runId } });
    expect(statements.map(({ status, acceptBy }) => [status, acceptBy?.toISOString().slice(0, 10)])).toEqual([
      ['proposed', '2026-06-15'],
      ['proposed', '2026-06-15'],
    ]);
  });

  it('is in the log once', async () => {
    const entries = await setup.owner.auditEntry.findMany({ where: { action: 'statementRun.propose' } });
    expect(entries).toMatchObject([
      { subjectId: runId, participantIds: [], detail: { statements: 2, acceptBy: '2026-06-15' } },
    ]);
  });
});
