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
  periods: [{ number: 1, from: plainDate('2026-01-02'), to: plainDate('2026-07-01') }],
  documents: [],
};
const kinds = (given: Partial<CardActionFacts>, role: Parameters<typeof cardActions>[1]) =>
  cardActions({ ...facts, ...given }, role).map(({ kind }) => kind);

test('a coach logs and reports; what has a last day soon comes first', () => {
  expect(cardActions(facts, 'coach')).toEqual([
    {
      kind: 'report',
      href: `/provider/months/2026-02/${PLACEMENT}`,
      words: 'participants.actions.report',
      due: '2026-03-10',
    },
    {
      kind: 'log',
      href: `/provider/log?participant=${PLACEMENT}`,
      words: 'participants.actions.log',
      due: null,
    },
    {
      kind: 'deviationReport',
      href: `/provider/participants/${PLACEMENT}/documents/deviationReport`,
      words: 'participants.actions.deviationReport',
      due: null,
    },
    {
      kind: 'interruptionRequest',
      href: `/provider/participants/${PLACEMENT}/documents/interruptionRequest`,
      words: 'participants.actions.interruptionRequest',
      due: null,
    },
  ]);
});

test('what is due first stands first, and a last day far ahead waits its turn', () => {
  const planDue = (dueOn: string) => ({ kind: 'first', from: facts.from, dueOn: plainDate(dueOn) }) as const;
  expect(kinds({ planDue: planDue('2026-03-05') }, 'coach')).toEqual([
    'plan',
    'report',
    'log',
    'deviationReport',
    'interruptionRequest',
  ]);
  expect(kinds({ planDue: planDue('2026-03-11') }, 'coach')).toEqual([
    'report',
    'plan',
    'log',
    'deviationReport',
    'interruptionRequest',
  ]);
  expect(kinds({ planDue: planDue('2026-05-01') }, 'coach')).toEqual([
    'report',
    'plan',
    'log',
    'deviationReport',
    'interruptionRequest',
  ]);
});

test('each role has its own part', () => {
  expect(kinds({ hasCoach: false }, 'intake')).toEqual(['assignCoach']);
  expect(kinds({ hasCoach: false }, 'providerAdmin')).toEqual(['assignCoach']);
  expect(kinds({ hasCoach: false }, 'signatory')).toEqual([
    'report',
    'deviationReport',
    'interruptionRequest',
  ]);
  expect(kinds({}, 'intake')).toEqual([]);
});

test('of an ended placement only its months are left', () => {
  expect(kinds({ to: plainDate('2026-03-02') }, 'coach')).toEqual(['report']);
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
