import { existsSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { identityHash } from '#lib/server/crypto/identity-hash.ts';
import { importPlacements } from '#lib/server/import/placements/import-placements.ts';
import { importProviders } from '#lib/server/import/providers/import-providers.ts';
import {
  type Cells,
  createImportFixture,
  type ImportFixture,
  PORTAL_SECRET,
  providerCells,
} from '#lib/server/import/testing/import-fixture.ts';
import { faultsIn, type OwnRows, ownRows } from '#lib/server/import/testing/own-rows.ts';

let portal: ImportFixture;
beforeAll(async () => {
  portal = await createImportFixture();
  const other = providerCells({ ka_number: '10000002', org_no: '5599000022', name: 'Björkängen AB' });
  const elsewhere = providerCells({ ka_number: '10000003', delivery_area: 'Blekinge' });
  await portal.load(importProviders, [providerCells(), other, elsewhere]);
});
afterAll(() => portal.drop());

let own: OwnRows;
beforeEach(() => {
  own = ownRows();
});

const load = (...rows: readonly Cells[]): ReturnType<ImportFixture['load']> =>
  portal.load(importPlacements, rows);

type Placement = {
  readonly references: string;
  readonly from: string;
  readonly to: string;
  readonly end: string | null;
  readonly version: number;
};

function placements(): Promise<Placement[]> {
  return portal.query<Placement>(
    `SELECT string_agg(s.implementation_reference, ' ' ORDER BY s.number) AS references, l."from"::text, l."to"::text, l."end"::text, l.version
     FROM placement l JOIN service_period s ON s.placement_id = l.id JOIN participant a ON a.id = l.participant_id
     JOIN person_identity i ON i.person_id = a.person_id WHERE i.identity_hash = $1 GROUP BY l.id ORDER BY l."from"`,
    [identityHash(own.number, PORTAL_SECRET)],
  );
}

describe('a file of placements', () => {
  it('brings people, decisions and placements, whatever the order of its rows', async () => {
    expect(await load(own.second(), own.first())).toMatchObject({ rows: 2, created: 2, failed: 0 });
    expect(await placements()).toEqual([
      {
        references: `${own.reference + 1} ${own.reference + 2}`,
        from: '2021-01-04',
        to: '2021-12-30',
        end: null,
        version: 1,
      },
    ]);
    const [person] = await portal.query(
      `SELECT p.given_name, i.identity_number, a.municipality_id, a.language, m.role, d.arrived_on::text, d.choose_by::text
       FROM person p JOIN person_identity i ON i.person_id = p.id JOIN participant a ON a.person_id = p.id
       JOIN membership m ON m.person_id = p.id JOIN decision d ON d.participant_id = a.id WHERE i.identity_hash = $1`,
      [identityHash(own.number, PORTAL_SECRET)],
    );
    expect(person).toEqual({
      given_name: 'Elis',
      identity_number: own.number,
      municipality_id: 'Köping',
      language: 'bs',
      role: 'participant',
      arrived_on: '2021-01-04',
      // Five working days after Monday 4 January 2021: Epiphany, the 6th, does not count.
      choose_by: '2021-01-12',
    });
  });

  it('changes nothing the second time, and says so', async () => {
    await load(own.first(), own.second());
    const before = await placements();
    expect(await load(own.second(), own.first())).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 2,
      failed: 0,
    });
    expect(await placements()).toEqual(before);
  });

  it('brings an end later, in the log with what was before', async () => {
    await load(own.first());
    expect(await load(own.first({ end: '2021-04-19', end_reason: 'outcome' }))).toMatchObject({
      changed: 1,
      unchanged: 0,
    });
    expect(await placements()).toMatchObject([{ end: '2021-04-19', version: 2 }]);
    const [entry] = await portal.query<{ detail: unknown }>(
      `SELECT detail FROM audit_entry WHERE action = 'placements.load' AND subject_type = 'participant' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry?.detail).toMatchObject({
      spans: [{ before: { end: null }, after: { end: '2021-04-19', endReason: 'outcome' } }],
    });
  });

  it('brings a second period later, to the same placement', async () => {
    await load(own.first());
    expect(await load(own.first(), own.second())).toMatchObject({ created: 1, changed: 1 });
    expect(await placements()).toMatchObject([{ to: '2021-12-30', version: 2 }]);
  });

  it('tells a switch: one placement ends where the next begins', async () => {
    await load(own.first());
    const next = own.first({
      implementation_reference: String(own.reference + 3),
      ka_number: '10000002',
      from: '2021-03-25',
    });
    expect(await load(next, own.first({ end: '2021-03-25', end_reason: 'switch' }))).toMatchObject({
      created: 1,
      changed: 1,
      failed: 0,
    });
    expect((await placements()).map(({ end }) => end)).toEqual(['2021-03-25', null]);
    const [decisions] = await portal.query(
      `SELECT count(DISTINCT decision_id)::int AS n FROM service_period WHERE implementation_reference LIKE $1`,
      [`${String(own.reference).slice(0, -1)}%`],
    );
    expect(decisions).toEqual({ n: 1 });
  });

  it('brings the provider of a period that waited for a choice', async () => {
    await load(own.first({ ka_number: '', choice: '' }));
    expect(await placements()).toEqual([]);
    await load(own.first({ choice: 'proximity' }));
    expect(await placements()).toHaveLength(1);
    expect(await load(own.first({ ka_number: '', choice: '' }))).toMatchObject({ unchanged: 1, failed: 0 });
  });

  it('follows a participant who moves, and the log tells which fields but not what they hold', async () => {
    await load(own.first());
    const moved = own.first({ municipality: 'Sala', lat: '59.91993', lon: '16.60655' });
    expect(await load(moved)).toMatchObject({ changed: 1 });
    const [entry] = await portal.query<{ detail: { changedFields: string[] } }>(
      `SELECT detail FROM audit_entry WHERE action = 'placements.load' AND subject_type = 'participant' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry?.detail).toEqual({ changedFields: ['municipality', 'home'] });
    expect(await load(moved)).toMatchObject({ changed: 0, unchanged: 1 });
  });

  it('may name a municipality that is new', async () => {
    await load(own.first({ municipality: 'Nykommunen' }));
    expect(await portal.query(`SELECT delivery_area_id FROM municipality WHERE id = 'Nykommunen'`)).toEqual([
      { delivery_area_id: 'Västerås' },
    ]);
  });

  it('can be read without storing anything', async () => {
    const preview = await portal.load(importPlacements, [own.first(), own.second({ level: 'X' })], {
      dryRun: true,
    });
    expect(preview).toMatchObject({ created: 1, failed: 1 });
    expect(faultsIn(preview.errorsFile)).toEqual(['3: notOneOf']);
    expect(await placements()).toEqual([]);
  });
});

describe('a row that is wrong', () => {
  it('is left out with everything that is wrong with it; the others go in', async () => {
    const wrong = own.second({
      level: 'D',
      ka_number: '99999999',
      from: '2021-08-01',
      to: '2021-07-01',
      lat: '0',
      sex: '',
    });
    const outcome = await load(own.first(), wrong);
    expect(outcome).toMatchObject({ created: 1, failed: 1 });
    expect(faultsIn(outcome.errorsFile)).toEqual([
      '3: required | outsideSweden | notOneOf | unknownKaNumber | emptyPeriod',
    ]);
    expect(await placements()).toHaveLength(1);
    expect(await load(own.first())).toMatchObject({ unchanged: 1, failed: 0 });
  });

  it('is named for each rule that it breaks', async () => {
    const rules: readonly [Cells, string][] = [
      [
        { identity_number: `${own.number.slice(0, 11)}${(Number(own.number[11]) + 1) % 10}` },
        'identityNumberCheckDigit',
      ],
      [{ identity_number: '19810626239' }, 'notDigits'],
      [{ identity_number: '198113262390' }, 'identityNumberDate'],
      [{ implementation_reference: '12' }, 'notDigits'],
      [{ agreement: 'okänd' }, 'unknownAgreement'],
      [{ delivery_area: 'Atlantis' }, 'unknownDeliveryArea'],
      [{ ka_number: '10000003' }, 'otherDeliveryArea'],
      [{ choice: '' }, 'required'],
      [{ ka_number: '' }, 'choiceWithoutProvider'],
      [{ end: '2021-08-01', end_reason: 'outcome' }, 'endOutside'],
      [{ end: '2021-03-01' }, 'endIncomplete'],
      [{ end_reason: 'switch' }, 'endIncomplete'],
      [{ end: '2021-03-01', end_reason: 'because' }, 'notOneOf'],
      [{ from: '2021-02-30' }, 'notDate'],
      [{ period_number: '3' }, 'notOneOf'],
      [{ language: 'svenska' }, 'notLanguage'],
      [{ needs_language_support: 'ja' }, 'notOneOf'],
      [{ given_name: '' }, 'required'],
      [{ lat: '59,5 N' }, 'notDegrees'],
      [{ municipality: '', lat: '', lon: '' }, 'homeMissing'],
    ];
    const rows = rules.map(([given], nth) =>
      own.first({ implementation_reference: String(500_000_000 + nth), ...given }),
    );
    const outcome = await load(...rows);
    expect(faultsIn(outcome.errorsFile)).toEqual(rules.map(([, code], nth) => `${nth + 2}: ${code}`));
    expect(outcome).toMatchObject({ created: 0, failed: rules.length });
  });

  it('may not change what is settled, nor whose it is', async () => {
    await load(own.first());
    const changed = await load(own.first({ level: 'C' }));
    expect(faultsIn(changed.errorsFile)).toEqual(['2: notChangeable']);
    const somebodyElse = await load(own.first({ identity_number: '198510302394' }));
    expect(faultsIn(somebodyElse.errorsFile)).toEqual(['2: otherParticipant']);
    expect(await placements()).toHaveLength(1);
  });

  it('may not have a reference that stands twice, nor overlap another of the participant', async () => {
    const overlapping = own.first({
      implementation_reference: String(own.reference + 4),
      from: '2021-06-01',
      to: '2021-11-28',
      ka_number: '10000002',
    });
    const outcome = await load(own.first(), own.first(), overlapping);
    expect(outcome).toMatchObject({ created: 1, failed: 2 });
    expect(faultsIn(outcome.errorsFile)).toEqual(['3: duplicateReference', '4: overlap']);
    const later = await load(overlapping);
    expect(faultsIn(later.errorsFile)).toEqual(['2: overlap']);
  });

  it('keeps all others out where that is asked for', async () => {
    const outcome = await portal.load(importPlacements, [own.first(), own.second({ level: 'X' })], {
      allOrNothing: true,
    });
    expect(outcome).toMatchObject({ created: 0, failed: 1 });
    expect(await placements()).toEqual([]);
    expect(
      await portal.load(importPlacements, [own.first(), own.second()], { allOrNothing: true }),
    ).toMatchObject({
      created: 2,
      failed: 0,
    });
  });

  it('leaves no file of errors behind when it is mended', async () => {
    const wrong = await load(own.first({ level: '' }));
    expect(existsSync(wrong.errorsFile)).toBe(true);
    const right = await load(own.first());
    expect(existsSync(right.errorsFile)).toBe(false);
  });
});
