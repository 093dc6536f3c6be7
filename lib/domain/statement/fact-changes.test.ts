import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { approved, input, work } from '#lib/domain/compensation/testing/given.ts';
import type { PlacementFacts } from '#lib/domain/compensation/types.ts';
import { validateInput } from '#lib/domain/compensation/validate.ts';
import { factChanges, type StoredInput } from '#lib/domain/statement/fact-changes.ts';
import { factChangeSv } from '#lib/domain/statement/fact-changes-sv.ts';

type Json = Readonly<Record<string, unknown>>;

function facts(change: Json = {}): PlacementFacts {
  const read = validateInput(input({ reports: [approved('2021-03', '2021-04-06')], ...change }));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.facts;
}

function stored(change: Json = {}, agreementName = 'Avtal 1'): StoredInput {
  return { agreementName, facts: facts(change) };
}

function told(before: StoredInput, after: StoredInput): readonly string[] {
  return factChanges(before, after).map((change) => factChangeSv(change).replaceAll('\u00A0', ' '));
}

const report = (status: string, submittedOn = '2021-04-06') => ({
  reports: [{ month: '2021-03', status, submittedOn }],
});

describe('what changed between two inputs', () => {
  it.each([
    [
      'a report that came',
      { reports: [] },
      {},
      'Rapporten för mars 2021 kom in 6 april 2021 och är godkänd.',
    ],
    ['a report that was approved', report('submitted'), {}, 'Rapporten för mars 2021 godkändes.'],
    [
      'an approval that was withdrawn',
      {},
      report('submitted'),
      'Godkännandet av rapporten för mars 2021 togs tillbaka. Rapporten är nu inskickad, inte granskad.',
    ],
    [
      'an approved report that was returned',
      {},
      report('returned'),
      'Godkännandet av rapporten för mars 2021 togs tillbaka, och rapporten återlämnades.',
    ],
    [
      'a report that was returned',
      report('submitted'),
      report('returned'),
      'Rapporten för mars 2021 återlämnades.',
    ],
    [
      'a report that was rejected',
      report('submitted'),
      report('rejected'),
      'Rapporten för mars 2021 avslogs.',
    ],
    [
      'a report in a new version',
      {},
      report('approved', '2021-04-09'),
      'En ny version av rapporten för mars 2021 kom in 9 april 2021.',
    ],
    ['a report that is gone', {}, { reports: [] }, 'Rapporten för mars 2021 finns inte längre.'],
    ['a level', {}, { placement: { level: 'C' } }, 'Nivån rättades från B till C.'],
    [
      'an end',
      {},
      { placement: { end: '2021-06-01', endReason: 'switch' } },
      'Placeringen avslutades med sista dag 31 maj 2021 (byte av leverantör).',
    ],
    [
      'another end',
      { placement: { end: '2021-06-01', endReason: 'switch' } },
      { placement: { end: '2021-05-01', endReason: 'switch' } },
      'Placeringens sista dag ändrades från 31 maj 2021 till 30 april 2021 (byte av leverantör).',
    ],
    [
      'an end that was taken back',
      { placement: { end: '2021-06-01', endReason: 'switch' } },
      {},
      'Placeringen är inte längre avslutad.',
    ],
    [
      'the planned periods',
      {},
      { placement: { periods: [{ number: 1, from: '2021-03-01', to: '2021-08-01' }] } },
      'Den planerade tiden är nu 1 mars 2021 till 31 juli 2021. Förut var den 1 mars 2021 till 27 augusti 2021.',
    ],
    [
      'an outcome that came',
      {},
      { outcome: work({ status: 'submitted' }) },
      'Ett resultat kom in: arbete från 1 juni 2021, inskickat, inte granskat.',
    ],
    [
      'an outcome that was rejected',
      { outcome: work({ status: 'submitted' }) },
      { outcome: work({ status: 'rejected' }) },
      'Resultatet avslogs.',
    ],
    [
      'an approved outcome that was rejected',
      { outcome: work() },
      { outcome: work({ status: 'rejected' }) },
      'Godkännandet av resultatet togs tillbaka. Resultatet är nu avslaget.',
    ],
    [
      'an outcome that was verified further',
      { outcome: work({ verifiedThrough: '2021-08-01' }) },
      { outcome: work({ verifiedThrough: '2021-10-02' }) },
      'Resultatet är styrkt längre fram: till och med 1 oktober 2021, förut 31 juli 2021.',
    ],
    [
      'an outcome with other content',
      { outcome: work() },
      { outcome: work({ from: '2021-06-07' }) },
      'Uppgifterna om resultatet ändrades: arbete från 7 juni 2021.',
    ],
    [
      'a company that became related',
      {},
      { placement: { relatedOrgNos: ['5590000000'] } },
      'Uppgiften om vilka företag som är närstående ändrades.',
    ],
    ['an absence', {}, { absences: [{ date: '2021-03-10', reason: 'sick' }] }, '1 frånvarodag tillkom.'],
  ] as const)('%s', (_name, before: Json, after: Json, sentence) => {
    expect(told(stored(before), stored(after))).toEqual([sentence]);
  });

  it('names another agreement version', () => {
    expect(told(stored(), stored({}, 'Avtal 2'))).toEqual([
      'Placeringen räknas enligt Avtal 2 i stället för Avtal 1.',
    ]);
  });

  it('is nothing where only time has passed or earlier statements have posted', () => {
    const later = stored({ asOf: '2021-09-01', posted: [{ key: 'speed', amountOre: 5 }] });
    expect(told(stored(), later)).toEqual([]);
  });

  it('is several sentences for several facts, and never the same twice', () => {
    const changes = told(
      stored({ outcome: work({ status: 'submitted', verifiedThrough: null }) }),
      stored({ outcome: work(), placement: { level: 'A', end: '2021-06-01', endReason: 'outcome' } }),
    );
    expect(changes).toHaveLength(4);
    expect(new Set(changes).size).toBe(4);
  });

  it('goes both ways: what changes from one to the other changes back', () => {
    const change: fc.Arbitrary<Json> = fc.record(
      {
        reports: fc.constantFrom([], [approved('2021-04', '2021-05-04')]),
        outcome: fc.constantFrom(null, work(), work({ status: 'returned', verifiedThrough: null })),
        placement: fc.constantFrom({ level: 'A' }, { end: '2021-05-01', endReason: 'interruption' }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, change, (a, b) => {
        const there = factChanges(stored(a), stored(b));
        const back = factChanges(stored(b), stored(a));
        const kinds = (changes: typeof there) =>
          new Set(changes.map(({ kind }) => kind.replace(/Came|Gone/, '')));
        expect(kinds(there)).toEqual(kinds(back));
        expect(factChanges(stored(a), stored(a))).toEqual([]);
      }),
    );
  });
});
