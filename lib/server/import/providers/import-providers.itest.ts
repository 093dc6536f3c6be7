import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importProviders } from '#lib/server/import/providers/import-providers.ts';
import {
  createImportFixture,
  type ImportFixture,
  providerCells,
} from '#lib/server/import/testing/import-fixture.ts';

let portal: ImportFixture;
beforeAll(async () => {
  portal = await createImportFixture();
});
afterAll(() => portal.drop());

const second = providerCells({
  ka_number: '10000002',
  delivery_area: 'Umeå',
  place: 'Umeå',
  lat: '63.82842',
  lon: '20.25972',
});

describe('a file of providers', () => {
  it('brings one provider for each organisation number, and a contract with its main office for each row', async () => {
    expect(await portal.load(importProviders, [providerCells(), second])).toMatchObject({
      created: 2,
      failed: 0,
    });
    const rows = await portal.query(
      `SELECT p.name, c.ka_number, c.languages, c."to", o.name AS office, o.main FROM contract c JOIN provider p ON p.id = c.provider_id
       JOIN office o ON o.contract_id = c.id ORDER BY c.ka_number`,
    );
    const same = { name: 'Tallmo Arbetsliv AB', languages: ['sv', 'en', 'ar'], to: null, main: true };
    expect(rows).toEqual([
      { ...same, ka_number: '10000001', office: 'Västerås' },
      { ...same, ka_number: '10000002', office: 'Umeå' },
    ]);
  });

  it('changes nothing the second time', async () => {
    const before = await portal.query(
      'SELECT id, version FROM contract UNION ALL SELECT id, version FROM office ORDER BY id',
    );
    expect(await portal.load(importProviders, [second, providerCells()])).toMatchObject({
      created: 0,
      changed: 0,
      unchanged: 2,
    });
    expect(
      await portal.query(
        'SELECT id, version FROM contract UNION ALL SELECT id, version FROM office ORDER BY id',
      ),
    ).toEqual(before);
  });

  it('brings what is agreed anew, and an office that has moved', async () => {
    const changed = providerCells({
      contract_to: '2023-03-01',
      open_for_choice: '0',
      capacity: '5',
      street: 'Skissgatan 3',
    });
    expect(await portal.load(importProviders, [changed])).toMatchObject({ changed: 1 });
    const [contract] = await portal.query(
      `SELECT c."to"::text, c.open_for_choice, c.capacity, c.version, o.street FROM contract c JOIN office o ON o.contract_id = c.id WHERE c.ka_number = '10000001'`,
    );
    expect(contract).toEqual({
      to: '2023-03-01',
      open_for_choice: false,
      capacity: 5,
      version: 2,
      street: 'Skissgatan 3',
    });
    const [entry] = await portal.query<{ detail: object }>(
      `SELECT detail FROM audit_entry WHERE subject_type = 'contract' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry?.detail).toMatchObject({ changedFields: ['to', 'openForChoice', 'capacity', 'street'] });
  });

  it('gives a provider that has changed its name one name', async () => {
    const renamed = [providerCells({ name: 'Tallmo AB' }), { ...second, name: 'Tallmo AB' }];
    expect(await portal.load(importProviders, renamed)).toMatchObject({ failed: 0 });
    expect(await portal.query('SELECT name FROM provider')).toEqual([{ name: 'Tallmo AB' }]);
  });

  it('leaves out the rows that are wrong, and says why', async () => {
    const wrong = [
      providerCells({ org_no: '5599000022' }),
      { ...second, delivery_area: 'Blekinge' },
      providerCells({ ka_number: '10000003', org_no: '5599000015', name: 'X' }),
      providerCells({ ka_number: '10000004', delivery_area: 'Atlantis' }),
      providerCells({ ka_number: '10000005', contract_to: '2020-09-01' }),
      providerCells({ ka_number: '10000006', languages: '' }),
      providerCells({ ka_number: '10000007', capacity: '-1' }),
      providerCells({ ka_number: '10000008', speciality: 'x'.repeat(301) }),
      providerCells({ ka_number: '10000009', name: 'Tallmo Arbetsliv AB' }),
      providerCells({ ka_number: '10000010', name: 'Tallmo AB' }),
      providerCells({ ka_number: '10000010', name: 'Tallmo AB' }),
    ];
    const outcome = await portal.load(importProviders, wrong);
    const codes = readFileSync(outcome.errorsFile, 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(';').at(-3));
    expect(codes).toEqual([
      'notChangeable',
      'notChangeable',
      'orgNoCheckDigit',
      'unknownDeliveryArea',
      'emptyPeriod',
      'required',
      'notCount',
      'tooLong',
      'otherName',
      'duplicateKaNumber',
    ]);
    expect(outcome).toMatchObject({ created: 1, failed: 10 });
  });

  it('can be read without storing anything, or stored whole or not at all', async () => {
    const fresh = providerCells({ ka_number: '10000020', name: 'Tallmo AB' });
    const wrong = providerCells({ ka_number: '1' });
    expect(await portal.load(importProviders, [fresh], { dryRun: true })).toMatchObject({ created: 1 });
    expect(await portal.load(importProviders, [fresh, wrong], { allOrNothing: true })).toMatchObject({
      created: 0,
      failed: 1,
    });
    expect(await portal.query(`SELECT id FROM contract WHERE ka_number = '10000020'`)).toEqual([]);
  });
});
