import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderActor } from '#lib/domain/actor/actor.ts';
import { chooseReminders } from '#lib/server/calendar/choose-reminders.ts';
import { type Database, openDatabase } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { sendReminders } from '#lib/server/digest/send-reminders.ts';
import { jobsSchema } from '#lib/server/jobs/queues.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';

let world: World;
let worker: Database;
let signatory: ProviderActor;
let elsewhere: ProviderActor;

type Mail = { readonly to: string; readonly subject: string; readonly text: string };
const sql = async (text: string) => (await withClient(world.ownerUrl, (client) => client.query(text))).rows;
const mails = async (): Promise<readonly Mail[]> =>
  (await sql(`SELECT data FROM ${jobsSchema}.job WHERE name = 'mail.send' ORDER BY data ->> 'to'`)).map(
    (row) => row.data,
  );
const remind = (day: string) =>
  sendReminders({
    worker,
    app: world.app,
    now: new Date(`${day}T06:10:00Z`),
    portalUrl: 'https://portal.example',
  });
const addressOf = async ({ personId }: ProviderActor): Promise<string> => {
  const email = `${personId}@example.se`;
  await sql(`UPDATE person SET email = '${email}' WHERE id = '${personId}'`);
  return email;
};

beforeAll(async () => {
  world = await buildWorld();
  worker = openDatabase(world.workerUrl, 2);
  await sql('UPDATE person SET email = NULL');
  signatory = await world.staff('signatory');
  elsewhere = await world.staff('signatory', world.elsewhere);
  await sql('UPDATE person SET email = NULL');
  await addressOf(signatory);
  // February 2026 is due on Tuesday 10 March.
  await buildPlacement(world.owner, { office: world.office, from: '2026-02-02' });
});
afterAll(async () => {
  await worker.$disconnect();
  await world.close();
});
beforeEach(() =>
  sql(`DELETE FROM ${jobsSchema}.job; DELETE FROM reminder_sent; DELETE FROM reminder_choice`),
);

describe('reminders', () => {
  test('come on Monday and three working days before the last day, and on no other day', async () => {
    const days = [
      '2026-03-02',
      '2026-03-03',
      '2026-03-04',
      '2026-03-05',
      '2026-03-06',
      '2026-03-07',
      '2026-03-08',
    ];
    const told: string[] = [];
    for (const day of days) if ((await remind(day)) > 0) told.push(day);
    // Tuesday the 10th: Thursday the 5th is three working days before.
    expect(told).toEqual(['2026-03-02', '2026-03-05']);
  });

  test('say counts, days and where to go, and nothing of a person', async () => {
    await remind('2026-03-05');
    const [mail] = await mails();
    expect(mail).toMatchObject({
      to: `${signatory.personId}@example.se`,
      subject: 'Att göra i Leverantörsportalen',
    });
    expect(mail?.text).toContain('– Senast tisdag 10 mars: Skicka rapporterna för februari 2026: 1 kvar.');
    expect(mail?.text).toContain('https://portal.example/provider/calendar');
    const people = await sql('SELECT given_name, family_name FROM person');
    for (const { family_name: name } of people) expect(mail?.text).not.toContain(name);
  });

  test('are sent once a day, after a restart and by two workers at once too', async () => {
    const told = await Promise.all([remind('2026-03-02'), remind('2026-03-02'), remind('2026-03-02')]);
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await remind('2026-03-02')).toBe(0);
    expect(await mails()).toHaveLength(1);
  });

  test('tell nobody of another provider’s work, nor who has nothing left', async () => {
    await addressOf(elsewhere);
    await remind('2026-03-02');
    expect((await mails()).map(({ to }) => to)).toEqual([`${signatory.personId}@example.se`]);
  });

  test('are for each person once for a provider, whatever roles they have', async () => {
    await sql(`INSERT INTO membership (id, person_id, organisation, provider_id, role, all_offices, valid_from)
      VALUES (gen_random_uuid(), '${signatory.personId}', 'provider', '${signatory.providerId}', 'coach', true, '2020-01-01'),
        (gen_random_uuid(), '${signatory.personId}', 'provider', '${signatory.providerId}', 'reporter', true, '2020-01-01')`);
    expect(await remind('2026-03-02')).toBe(1);
    const choose = (byMail: string) =>
      world.run(chooseReminders, { byMail }, { actor: signatory, now: new Date('2026-03-03T08:00:00Z') });
    expect(await choose('no')).toMatchObject({ ok: true, value: { byMail: false } });
    expect(await remind('2026-03-05')).toBe(0);
    await choose('yes');
    expect(await remind('2026-03-05')).toBe(1);
  });

  test('do not come on holidays: of Easter week on Tuesday', async () => {
    expect(await remind('2026-04-06')).toBe(0);
    expect(await remind('2026-04-07')).toBe(1);
  });

  test('know that a last day has moved', async () => {
    await sql(`INSERT INTO outage VALUES ('2026-03-10T13:10:00Z', '2026-03-10T14:40:00Z')`);
    // Wednesday the 11th: Friday the 6th is three working days before.
    expect(await remind('2026-03-05')).toBe(0);
    expect(await remind('2026-03-06')).toBe(1);
    expect((await mails())[0]?.text).toContain('för portalen låg nere den 10 mars kl. 14.10–15.40');
    await sql('DELETE FROM outage');
  });
});
