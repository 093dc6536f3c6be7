import { expect, test } from 'vitest';
import { cardActions, type CardActionFacts } from '#lib/domain/placement/card-actions.ts';
import { plainDate } from '#lib/shared/plain-date.ts';
import { month } from '#lib/shared/month.ts';

const PLACEMENT = '019a0000-0000-7000-8000-000000000001';
const facts: CardActionFacts = {
  placementId: PLACEMENT,
  today: plainDate('2026-03-02'),
  from: plainDate('2026-01-02'),
  to: plainDate('2026-07-01'),
  endReason: null,
  hasCoach: true,
  planDue: null,
  reportDue: { month: month('2026-02'), dueOn: plainDate('2026-03-10') },
  extensionDue: null,
  finalReportDue: null,
  cameBySwitch: false,
  periods: [{ number: 1, from: plainDate('2026-01-02'), to: plainDate('2026-07-01') }],
  outcomeId: null,
  documents: [],
};
const kinds = (given: Partial<CardActionFacts>, role: Parameters<typeof cardActions>[1]) =>
  cardActions({ ...facts, ...given }, role).map(({ kind }) => kind);

/** What is always at hand while somebody takes part. */
const DOCUMENTS = [
  'deviationReport',
  'interruptionRequest',
  'supportedEmployment',
  'signal',
  'informativeReport',
];

test('an action has its page, its words and its last day', () => {
  const [report, , deviation] = cardActions(facts, 'coach');
  expect(report).toEqual({
    kind: 'report',
    href: `/provider/months/2026-02/${PLACEMENT}`,
    words: 'participants.actions.report',
    due: '2026-03-10',
  });
  expect(deviation).toEqual({
    kind: 'deviationReport',
    href: `/provider/participants/${PLACEMENT}/documents/deviationReport`,
    words: 'participants.actions.deviationReport',
    due: null,
  });
});

test('what is due first stands first, and a last day far ahead waits its turn', () => {
  const planDue = (dueOn: string) => ({ kind: 'first', from: facts.from, dueOn: plainDate(dueOn) }) as const;
  const rest = ['log', ...DOCUMENTS];
  expect(kinds({}, 'coach')).toEqual(['report', ...rest]);
  expect(kinds({ planDue: planDue('2026-03-05') }, 'coach')).toEqual(['plan', 'report', ...rest]);
  expect(kinds({ planDue: planDue('2026-03-11') }, 'coach')).toEqual(['report', 'plan', ...rest]);
  expect(kinds({ planDue: planDue('2026-05-01') }, 'coach')).toEqual(['report', 'plan', ...rest]);
});

test('each role has its own part', () => {
  expect(kinds({ hasCoach: false }, 'intake')).toEqual(['assignCoach']);
  expect(kinds({ hasCoach: false }, 'providerAdmin')).toEqual(['assignCoach']);
  expect(kinds({ hasCoach: false }, 'signatory')).toEqual(['report', ...DOCUMENTS]);
  expect(kinds({}, 'intake')).toEqual([]);
});

test('of an ended placement only its months are left, and a way to write to the caseworker', () => {
  expect(kinds({ to: plainDate('2026-03-02') }, 'coach')).toEqual(['report', 'signal', 'informativeReport']);
  expect(kinds({ to: plainDate('2026-03-02'), hasCoach: false }, 'intake')).toEqual([]);
});

test('the basis for an extension is asked for from 30 days before it is due', () => {
  const extensionDue = plainDate('2026-06-09');
  expect(kinds({ extensionDue, today: plainDate('2026-05-09') }, 'coach')).not.toContain('extension');
  expect(kinds({ extensionDue, today: plainDate('2026-05-10') }, 'coach')).toContain('extension');
});

test('an interruption is asked for once at a time', () => {
  const waiting = [{ kind: 'interruptionRequest', status: 'inReview' } as const];
  expect(kinds({ documents: waiting }, 'coach')).not.toContain('interruptionRequest');
  const refused = [{ kind: 'interruptionRequest', status: 'rejected' } as const];
  expect(kinds({ documents: refused }, 'coach')).toContain('interruptionRequest');
});

test('the final report can be written from 14 days before the end, until it is sent', () => {
  const due = { finalReportDue: plainDate('2026-07-07') };
  const on = (today: string, more = {}) =>
    kinds({ ...due, reportDue: null, today: plainDate(today), ...more }, 'coach').includes('finalReport');
  expect([on('2026-06-16'), on('2026-06-17'), on('2026-08-01')]).toEqual([false, true, true]);
  expect(on('2026-08-01', { finalReportDue: null })).toBe(false);
  expect(on('2026-08-01', { to: facts.from })).toBe(false);
});

test('what the provider before left is read by coach and intake of who came by a switch', () => {
  expect(kinds({ cameBySwitch: true }, 'coach')).toContain('fromBefore');
  expect(kinds({ cameBySwitch: true }, 'intake')).toContain('fromBefore');
  expect(kinds({ cameBySwitch: true }, 'reporter')).not.toContain('fromBefore');
  expect(kinds({}, 'coach')).not.toContain('fromBefore');
});

test('a signal is sent once, then the outcome is reported, then it is followed', () => {
  const signal = (status: 'submitted' | 'approved' | 'rejected') => ({
    documents: [{ kind: 'signal', status } as const],
  });
  const outcome = ['signal', 'outcomeReport', 'outcome'];
  const next = (given: Partial<CardActionFacts>) =>
    kinds(given, 'coach').filter((kind) => outcome.includes(kind));
  expect(next(signal('submitted'))).toEqual([]);
  expect(next(signal('rejected'))).toEqual(['signal']);
  expect(next(signal('approved'))).toEqual(['outcomeReport']);
  expect(next({ ...signal('approved'), outcomeId: PLACEMENT })).toEqual(['outcome']);
  expect(next({ to: plainDate('2026-02-01'), endReason: 'switch' })).toEqual([]);
  expect(next({ to: plainDate('2025-12-29') })).toEqual([]);
});
