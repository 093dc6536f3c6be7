import { describe, expect, it } from 'vitest';
import { asksForALook, attestSums } from '#lib/domain/report/attest-preview.ts';
import type { MonthRow } from '#lib/domain/report/month-row.ts';
import { EMPTY_CONTENT, minutesOf, type ReportRow } from '#lib/domain/report/report-content.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

function sent(officeName: string, level: MonthRow['level'], rows: readonly ReportRow[]): MonthRow {
  return {
    placementId: '',
    participantId: '',
    participantName: '',
    reference: '',
    officeId: officeName,
    officeName,
    coachPersonId: null,
    coachName: null,
    level,
    from: plainDate('2026-01-01'),
    to: plainDate('2026-07-01'),
    state: 'ready',
    sendable: true,
    source: 'draft',
    draftVersion: 1,
    report: null,
    content: { ...EMPTY_CONTENT, rows },
    planned: null,
    minutes: minutesOf(rows),
    leastSupport: 0,
    onSitePermille: null,
    remarks: [],
    notAssessed: [],
    amountOre: ore(143_000),
    possibleOre: ore(143_000),
  };
}

describe('the sums of what will be sent', () => {
  const rows = [
    sent('Norr', 'A', [
      { activity: 'mapping', form: 'onSite', minutes: 60 },
      { activity: 'ownWork', form: null, minutes: 600 },
    ]),
    sent('Norr', 'B', [{ activity: 'mapping', form: 'onSite', minutes: 30 }]),
    sent('Söder', 'B', [{ activity: 'mapping', form: 'phone', minutes: 15 }]),
  ];

  it('are by activity and form, in the order people see them', () => {
    expect(attestSums(rows).byForm.map(({ activity, form, minutes }) => [activity, form, minutes])).toEqual([
      ['ownWork', null, 600],
      ['mapping', 'onSite', 90],
      ['mapping', 'phone', 15],
    ]);
  });

  it('are by office with its support – own work is none – and its kronor', () => {
    expect(attestSums(rows).byOffice).toMatchObject([
      { officeName: 'Norr', reports: 2, support: 90, amountOre: 286_000 },
      { officeName: 'Söder', reports: 1, support: 15, amountOre: 143_000 },
    ]);
  });

  it('and what asks for a look is what a reviewer would stop at', () => {
    const difference = { kind: 'equal' } as NonNullable<Parameters<typeof asksForALook>[0]['difference']>;
    expect(asksForALook({ remarks: [], difference: null })).toBe(false);
    expect(asksForALook({ remarks: [], difference })).toBe(true);
    expect(asksForALook({ remarks: [], difference: { ...difference, kind: 'little' } })).toBe(false);
  });
});
