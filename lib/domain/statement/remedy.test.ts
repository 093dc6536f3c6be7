import { describe, expect, it } from 'vitest';
import { NOT_PAYABLE_REASONS, type NotPayableReason } from '#lib/domain/compensation/evaluation.ts';
import { evaluate } from '#lib/domain/compensation/evaluate.ts';
import { approved, input, krom, work } from '#lib/domain/compensation/testing/given.ts';
import { validateInput } from '#lib/domain/compensation/validate.ts';
import { remedySv } from '#lib/domain/statement/remedy.ts';
import type { NotPaid, Remedy } from '#lib/domain/statement/remedy-types.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

type Json = Readonly<Record<string, unknown>>;

/** The first thing that an input does not pay, with what could be done about it on a day. */
function unpaid(facts: Json, agreement: unknown = krom(), change: Partial<NotPaid> = {}) {
  const read = validateInput(input(facts, agreement));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const wanted = facts['outcome'] === undefined ? 'base:' : '';
  const entry = evaluate(read.value.agreement, read.value.facts).notPayable.find(
    ({ key }) => key.startsWith('base:') === (wanted === 'base:'),
  );
  if (entry === undefined) throw new Error('Everything is paid');
  const remedy = remedySv({
    reason: entry.reason,
    key: entry.key,
    ...read.value,
    reportNow: null,
    outcomeNow: null,
    today: plainDate('2021-06-15'),
    ...change,
  });
  return { reason: entry.reason, remedy: plain(remedy) };
}

function plain({ can, why, what, by, page }: Remedy) {
  const text = (words: string) => words.replaceAll('\u00A0', ' ');
  return { can, why: text(why), what: text(what), by, page };
}

const ENDED = { end: '2021-06-01', endReason: 'outcome' };
const LATER = { placement: ENDED, asOf: '2021-12-01' };
const on = (day: string) => ({ today: plainDate(day) });
const LAPSES = krom({ basePay: { lapsesAfterDays: 60 } });
const spell = (change: Json): Json => ({
  from: '2021-06-01',
  to: null,
  extentPercent: 100,
  employerOrgNo: null,
  ...change,
});

/** For every reason of the model, facts that give it. */
const GIVES: Readonly<Record<NotPayableReason, () => ReturnType<typeof unpaid>>> = {
  reportMissing: () => unpaid({}),
  reportNotApproved: () =>
    unpaid({ reports: [{ ...approved('2021-03', '2021-04-06'), status: 'returned' }] }, krom(), {
      reportNow: { status: 'returned', submittedOn: plainDate('2021-04-06') },
    }),
  reportTooLate: () =>
    unpaid({ reports: [approved('2021-03', '2021-04-12')] }, krom({ basePay: { lapsesAfterDays: 10 } }), {
      reportNow: { status: 'approved', submittedOn: plainDate('2021-04-12') },
    }),
  noService: () =>
    unpaid({
      placement: { end: '2021-03-01', endReason: 'interruption' },
      outcome: work(),
      asOf: '2021-12-01',
    }),
  rejected: () =>
    unpaid({ ...LATER, outcome: work({ status: 'rejected' }) }, krom(), {
      outcomeNow: { status: 'rejected', verifiedThrough: null },
    }),
  typeNotEligible: () => unpaid({ ...LATER, outcome: work({ type: 'ownBusiness', spells: [spell({})] }) }),
  relatedEmployer: () =>
    unpaid({ ...LATER, outcome: work({ spells: [spell({ employerOrgNo: '5560360793' })] }) }),
  extentTooLow: () => unpaid({ ...LATER, outcome: work({ spells: [spell({ extentPercent: 40 })] }) }),
  startedTooLate: () =>
    unpaid(
      { ...LATER, outcome: work({ from: '2021-08-01', spells: [spell({ from: '2021-08-01' })] }) },
      krom(),
      on('2021-09-01'),
    ),
  signalledTooLate: () =>
    unpaid({ ...LATER, outcome: work({ signalledOn: '2021-08-01' }) }, krom(), on('2021-09-01')),
  broken: () => unpaid({ ...LATER, outcome: work({ spells: [spell({ to: '2021-09-15' })] }) }),
  notVerified: () => unpaid({ ...LATER, outcome: work({ verifiedThrough: '2021-08-01' }) }),
  notApproved: () =>
    unpaid({ ...LATER, outcome: work({ status: 'submitted' }) }, krom(), {
      outcomeNow: { status: 'submitted', verifiedThrough: plainDate('2022-01-01') },
    }),
};

describe('every reason of the model', () => {
  it.each(NOT_PAYABLE_REASONS)('%s is told in whole sentences, with what can be done', (reason) => {
    const given = GIVES[reason]();
    expect(given.reason).toBe(reason);
    const { why, what, can, page } = given.remedy;
    for (const words of [why, what]) expect(words).toMatch(/^[A-ZÅÄÖ].*[.?]$/u);
    expect(`${why} ${what}`).not.toMatch(/undefined|null|NaN/);
    expect(can === 'wait' && page !== null).toBe(false);
  });
});

describe('a month without pay', () => {
  it('can be reported until it lapses, where the agreement lets it lapse', () => {
    // The last day is 31 March + 60 days.
    expect(unpaid({}, LAPSES, on('2021-05-30')).remedy).toEqual({
      can: 'act',
      why: 'Rapporten för mars 2021 var inte inskickad.',
      what: 'Skicka rapporten senast 30 maj 2021, så betalas månaden när rapporten är godkänd.',
      by: '2021-05-30',
      page: 'report',
    });
    expect(unpaid({}, LAPSES, on('2021-05-31')).remedy).toMatchObject({ can: 'nothing', by: null });
    expect(unpaid({}).remedy).toMatchObject({ can: 'act', by: null });
  });

  it('follows the report as it stands today, not as it stood at the cut-off', () => {
    const submittedOn = plainDate('2021-06-10');
    const now = (status: 'submitted' | 'returned' | 'approved' | 'rejected') =>
      unpaid({}, krom(), { reportNow: { status, submittedOn } }).remedy;
    expect(now('submitted')).toMatchObject({ can: 'wait', page: null });
    expect(now('returned')).toMatchObject({ can: 'act', page: 'report' });
    expect(now('approved').what).toContain('nästa underlag');
    expect(now('rejected')).toMatchObject({ can: 'nothing', page: 'report' });
    const late = unpaid({}, LAPSES, { reportNow: { status: 'approved', submittedOn } });
    expect(late.remedy.can).toBe('nothing');
  });
});

describe('an outcome without pay', () => {
  it('names the last day for another outcome, and says kindly when it has passed', () => {
    // The service ended on 1 June; two months later is 1 August.
    const low = { ...LATER, outcome: work({ spells: [spell({ extentPercent: 40 })] }) };
    expect(unpaid(low, krom(), on('2021-07-31')).remedy).toEqual({
      can: 'act',
      why: 'Arbetet är på högst 40 %, och minst 50 % krävs.',
      what: 'Arbete eller studier på minst 50 % kan ge ersättning, om det börjar och ni signalerar det senast 31 juli 2021.',
      by: '2021-07-31',
      page: 'outcome',
    });
    expect(unpaid(low, krom(), on('2021-08-01')).remedy).toMatchObject({
      can: 'nothing',
      by: null,
      page: null,
    });
  });

  it('names the last day that evidence must cover', () => {
    // Work from 1 June; four months end on 30 September.
    const { remedy } = GIVES.notVerified();
    expect(remedy.why).toBe(
      'Underlagen räcker till och med 31 juli 2021, och behöver räcka till och med 30 september 2021.',
    );
    expect(remedy.what).toContain('till och med 30 september 2021');
    const verified = { status: 'approved', verifiedThrough: plainDate('2021-10-01') } as const;
    const since = unpaid({ ...LATER, outcome: work({ verifiedThrough: null }) }, krom(), {
      outcomeNow: verified,
    });
    expect(since.remedy).toMatchObject({
      can: 'wait',
      why: expect.stringContaining('Det finns inga underlag'),
    });
  });

  it('says until when it would have had to last', () => {
    expect(GIVES.broken().remedy.why).toBe(
      'Arbetet varar inte hela tiden som krävs: till och med 30 september 2021, utan uppehåll.',
    );
  });
});
