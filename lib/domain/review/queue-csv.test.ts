import { describe, expect, it } from 'vitest';
import { queueCsvRows } from '#lib/domain/review/queue-csv.ts';
import type { QueuedCase } from '#lib/domain/review/review-queue.ts';
import { csvText } from '#lib/shared/csv-text.ts';
import { month } from '#lib/shared/month.ts';
import { ore } from '#lib/shared/money.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const REPORT: QueuedCase = {
  kind: 'periodicReport',
  id: 'a',
  version: 1,
  month: month('2026-01'),
  outcome: null,
  participantId: 'p',
  participantName: 'Ada Ask',
  level: 'B',
  providerName: 'Spår Framåt AB',
  officeName: 'Ronneby; Torget',
  area: 'Blekinge',
  dueOn: plainDate('2026-02-16'),
  amountOre: ore(149_550),
  risk: 30,
  holds: 1,
  route: 'person',
  reason: 'sample',
  replyBy: null,
  reply: 'none',
  takenByPersonId: null,
  takenByName: null,
  takenAt: null,
};

describe('the queue as a file', () => {
  it('has a head, and a row for each case in the order of the list', () => {
    const [head, ...rows] = queueCsvRows([REPORT, { ...REPORT, kind: 'correction', reason: 'correction' }]);
    expect(rows.map((row) => row.length)).toEqual([head?.length, head?.length]);
    expect(rows[0]).toEqual([
      'Periodisk rapport',
      '2026-01',
      'Ada Ask',
      'B',
      'Spår Framåt AB',
      'Ronneby; Torget',
      'Blekinge',
      '2026-02-16',
      1,
      30,
      'dragen i stickprov',
      null,
      1495.5,
    ]);
    expect(rows[1]?.slice(0, 1)).toEqual(['Rättelse']);
    expect(queueCsvRows([])).toEqual([head]);
  });

  it('says what an outcome is of, who has a case, and nothing where there is nothing to say', () => {
    const outcome = { type: 'studies', why: 'due' } as const;
    const [, row] = queueCsvRows([
      {
        ...REPORT,
        kind: 'outcome',
        month: null,
        outcome,
        reason: null,
        amountOre: null,
        takenByName: 'Eva Ek',
      },
    ]);
    expect(row).toEqual(expect.arrayContaining(['Resultat', 'studier', '', 'Eva Ek', null]));
    expect(queueCsvRows([{ ...REPORT, kind: 'finalReport', month: null }])[1]?.slice(0, 2)).toEqual([
      'Slutredovisning',
      '',
    ]);
  });

  it('gives kronor with a decimal comma, and a name never as a formula', () => {
    const text = csvText(queueCsvRows([{ ...REPORT, participantName: '=HYPERLINK("x")' }]));
    expect(text).toContain(`;"'=HYPERLINK(""x"")";B;`);
    expect(text).toContain(';"Ronneby; Torget";');
    expect(text.trimEnd().endsWith(';1495,5')).toBe(true);
  });
});
