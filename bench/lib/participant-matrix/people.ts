import { execFile } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Client } from 'pg';
import { withClient } from '#lib/server/db/with-client.ts';
import { newId } from '#lib/server/ids.ts';
import { PLACEMENT_COLUMNS } from '#lib/server/import/placements/placement-row.ts';
import { hashOfCode, newPaperCode } from '#lib/server/paper-code/code-secret.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';
import { testIdentityNumber } from '#prisma/seed/people/identity-numbers.ts';

/** Who goes through the journeys of one combination; persons by what the identity provider calls them. */
export type Walkers = {
  /** Got a decision today, and has all their days left to choose. */
  readonly chooser: string;
  /** Somebody is helping them: activities to answer, a plan, documents. */
  readonly helped: string;
  /** Opens the choice of a third person. */
  readonly code: string;
};

type PersonOfDemo = { readonly subject: string; readonly identityNumber: string };

/** Makes what `count` walks need, each its own, in a demo that runs from this folder. */
export async function makeWalkers(
  folder: string,
  count: number,
  today: PlainDate,
): Promise<readonly Walkers[]> {
  const choosers = Array.from({ length: count * 2 }, (_, nth) => ({
    subject: `matrix-${nth + 1}`,
    name: `Mira Matrix ${nth + 1}`,
    role: 'participant',
    organisation: 'Deltagare',
    identityNumber: testIdentityNumber(1970 + (nth % 30), 1 + (nth % 12), 1 + Math.floor(nth / 12), 'F'),
    locale: 'sv',
  }));
  return await withClient(ownerUrl(folder), async (client) => {
    await importChoosers(client, folder, choosers, today);
    const helped = await helpedPeople(client, count);
    logInAlso(folder, [...choosers, ...helped]);
    const walkers: Walkers[] = [];
    for (let nth = 0; nth < count; nth += 1) {
      const [chooser, onPaper, help] = [choosers[nth], choosers[count + nth], helped[nth]];
      if (chooser === undefined || onPaper === undefined || help === undefined)
        throw new Error('Nobody is left');
      const code = await handOutCode(client, folder, onPaper.identityNumber);
      walkers.push({ chooser: chooser.subject, helped: help.subject, code });
    }
    return walkers;
  });
}

/** Decisions come as they do from the authority's case system: in a file. */
async function importChoosers(
  client: Client,
  folder: string,
  choosers: readonly { readonly name: string; readonly identityNumber: string }[],
  today: PlainDate,
): Promise<void> {
  const { rows } = await client.query<{ agreement: string }>(
    'SELECT agreement_version_id AS agreement FROM decision ORDER BY arrived_on DESC LIMIT 1',
  );
  const from = addDays(today, 21);
  const lines = choosers.map(({ identityNumber, name }, nth) =>
    PLACEMENT_COLUMNS.required
      .map((column) => {
        const row: Readonly<Record<string, string>> = {
          implementation_reference: String(880_000_001 + nth),
          identity_number: identityNumber,
          given_name: name.split(' ')[0] ?? '',
          family_name: name.split(' ').slice(1).join(' '),
          sex: 'F',
          born_in_sweden: '0',
          disability_code: '0',
          protected: '0',
          level: 'B',
          agreement: rows[0]?.agreement ?? '',
          delivery_area: 'Västerås',
          municipality: 'Västerås',
          lat: '59.61617',
          lon: '16.55276',
          language: 'ar',
          needs_language_support: '1',
          period_number: '1',
          from,
          to: addDays(from, 180),
        };
        return row[column] ?? '';
      })
      .join(','),
  );
  const file = path.join(folder, 'matrix-placements.csv');
  writeFileSync(file, `${PLACEMENT_COLUMNS.required.join(',')}\n${lines.join('\n')}\n`);
  await promisify(execFile)(process.execPath, ['scripts/import.ts', 'placements', file], {
    env: {
      ...process.env,
      PORTAL_DATA_DIR: folder,
      DATABASE_URL: '',
      PORTAL_SEED: 'demo',
      PORTAL_URL: '',
      OIDC_ISSUER: '',
      SMTP_URL: '',
    },
  });
}

/** Participants of the demo whose pages have something of everything, where there are several to choose between. */
async function helpedPeople(
  client: Client,
  count: number,
): Promise<readonly (PersonOfDemo & { readonly name: string })[]> {
  const { rows } = await client.query<{ name: string; identityNumber: string }>(
    `SELECT p.given_name || ' ' || p.family_name AS name, i.identity_number AS "identityNumber"
       FROM placement l JOIN decision c ON c.id = l.decision_id JOIN participant d ON d.id = l.participant_id JOIN person p ON p.id = d.person_id
       JOIN person_identity i ON i.person_id = p.id
      WHERE l."from" <= now()::date AND l."to" > now()::date + 30 AND l."end" IS NULL AND l.cancelled_at IS NULL AND NOT d.protected
        AND c.delivery_area_id IN ('Västerås', 'Blekinge')
        AND EXISTS (SELECT FROM plan n WHERE n.placement_id = l.id)
        AND EXISTS (SELECT FROM report r WHERE r.placement_id = l.id)
        AND (SELECT count(*) FROM activity_entry e WHERE e.placement_id = l.id) > 2
        AND NOT EXISTS (SELECT FROM activity_answer a WHERE a.placement_id = l.id)
        AND NOT EXISTS (SELECT FROM membership m WHERE m.person_id = p.id AND m.role <> 'participant')
        AND NOT EXISTS (SELECT FROM placement o WHERE o.participant_id = d.id AND o.id <> l.id)
      ORDER BY l."from", name`,
  );
  if (rows.length < count) throw new Error(`The demo has ${rows.length} people who are helped, not ${count}`);
  return rows.slice(0, count).map(({ name, identityNumber }, nth) => ({
    subject: `matrix-helped-${nth + 1}`,
    name,
    role: 'participant',
    organisation: 'Deltagare',
    identityNumber,
    locale: 'sv',
  }));
}

function logInAlso(folder: string, persons: readonly PersonOfDemo[]): void {
  const demo = readJson(folder, 'demo.json') as { persons: PersonOfDemo[] };
  writeFileSync(
    path.join(folder, 'demo.json'),
    JSON.stringify({ ...demo, persons: [...demo.persons, ...persons] }),
  );
}

async function handOutCode(client: Client, folder: string, identityNumber: string): Promise<string> {
  const { portalSecret } = readJson(folder, 'start.json') as { portalSecret: string };
  const code = newPaperCode();
  await client.query(
    `INSERT INTO paper_code (id, participant_id, decision_id, secret_hash, reason, made_at, made_by_person_id, expires_at)
     SELECT $1, c.participant_id, c.id, $2, 'noEid', now(), (SELECT person_id FROM membership WHERE role = 'caseworker' ORDER BY id LIMIT 1),
            now() + interval '5 days'
       FROM decision c JOIN participant d ON d.id = c.participant_id JOIN person_identity i ON i.person_id = d.person_id
      WHERE i.identity_number = $3`,
    [newId(), hashOfCode(code, portalSecret), identityNumber],
  );
  return code;
}

function ownerUrl(folder: string): string {
  const { port, password } = readJson(folder, 'postgres.json') as { port: number; password: string };
  return `postgresql://portal_owner:${password}@127.0.0.1:${port}/portal`;
}

function readJson(folder: string, name: string): unknown {
  return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
}
