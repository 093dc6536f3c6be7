import { describe, expect, it } from 'vitest';
import { decideOutcome } from '#lib/domain/outcome/decide-outcome.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-07-10');
const OUTCOME = {
  status: 'submitted',
  from: plainDate('2026-03-02'),
  verifiedThrough: null,
  acceptedThrough: plainDate('2026-06-01'),
} as const;

function approve(through: string | null, reason = '', change: object = {}) {
  const verifiedThrough = through === null ? null : plainDate(through);
  return decideOutcome({ ...OUTCOME, ...change }, { kind: 'approve', verifiedThrough, reason }, TODAY);
}

describe('an approval', () => {
  it.each([
    ['as far as accepted evidence reaches', '2026-06-01', '', {}],
    ['less far', '2026-05-01', '', {}],
    ['with nothing shown, where nothing is accepted', null, '', { acceptedThrough: null }],
    ['further, with what that rests on', '2026-07-01', 'Sett vid besök.', {}],
    ['with a reason where nothing is accepted', '2026-07-01', 'Sett vid besök.', { acceptedThrough: null }],
    ['through today', '2026-07-11', 'Sett vid besök.', {}],
  ])('is given %s', (_, through, reason, change) => {
    expect(approve(through, reason, change)).toEqual({
      ok: true,
      value: { status: 'approved', verifiedThrough: through },
    });
  });

  it.each([
    ['a day further without a reason', '2026-06-02', '', {}, 'verifiedBeyondEvidence'],
    ['a reason that says nothing', '2026-06-02', 'Ok, sett.', {}, 'verifiedBeyondEvidence'],
    [
      'any day where nothing is accepted',
      '2026-03-03',
      '',
      { acceptedThrough: null },
      'verifiedBeyondEvidence',
    ],
    ['tomorrow, whatever the reason', '2026-07-12', 'Sett vid besök.', {}, 'verifiedOutside'],
    ['days before it began', '2026-03-02', 'Sett vid besök.', {}, 'verifiedOutside'],
  ])('is refused at its field with %s', (_, through, reason, change, code) => {
    expect(approve(through, reason, change)).toMatchObject({
      ok: false,
      error: { status: 422, errors: [{ pointer: '/verifiedLastDay', code }] },
    });
  });
});

it.each(['superseded', 'withdrawn'] as const)('what is %s is decided no more', (status) => {
  expect(approve(null, '', { status })).toMatchObject({ ok: false, error: { code: 'outcomeNotCurrent' } });
});

it.each([
  ['return', 'returned'],
  ['reject', 'rejected'],
] as const)('to %s leaves what was verified as it was', (kind, status) => {
  const verifiedThrough = plainDate('2026-05-01');
  const decision = { kind, reasonCode: 'evidenceInsufficient', reason: 'Gäller en annan månad.' } as const;
  expect(decideOutcome({ ...OUTCOME, verifiedThrough }, decision, TODAY)).toEqual({
    ok: true,
    value: { status, verifiedThrough },
  });
});
