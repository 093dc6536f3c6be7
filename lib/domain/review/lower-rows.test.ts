import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GivenRow, lowerRows } from '#lib/domain/review/lower-rows.ts';

const reported = [
  { activity: 'individualMeeting', form: 'onSite', minutes: 120 },
  { activity: 'individualMeeting', form: 'video', minutes: 60 },
  { activity: 'ownWork', form: null, minutes: 480 },
] as const;
const given = (row: Partial<GivenRow>): GivenRow => ({
  activity: 'individualMeeting',
  form: 'onSite',
  approvedMinutes: 90,
  reasonCode: 'minutes',
  text: '',
  ...row,
});
const codes = (rows: readonly GivenRow[]) => {
  const lowered = lowerRows(reported, rows, 15);
  return lowered.ok ? [] : lowered.error.errors.map(({ pointer, code }) => [pointer, code]);
};

describe('fewer minutes are approved', () => {
  it('of the rows that say fewer; those that say as many are left as they are', () => {
    expect(lowerRows(reported, [given({}), given({ form: 'video', approvedMinutes: 60 })], 15)).toEqual({
      ok: true,
      value: [
        {
          activity: 'individualMeeting',
          form: 'onSite',
          reportedMinutes: 120,
          approvedMinutes: 90,
          reasonCode: 'minutes',
          text: null,
        },
      ],
    });
  });

  it('down to none, and of own work too', () => {
    expect(codes([given({ activity: 'ownWork', form: null, approvedMinutes: 0 })])).toEqual([]);
  });

  it('never more than was reported, and the refusal names the row', () => {
    const more = lowerRows(reported, [given({ approvedMinutes: 135 })], 15);
    expect(more).toMatchObject({
      error: {
        status: 422,
        errors: [
          {
            pointer: '/rows/0/approvedMinutes',
            code: 'minutesAboveReported',
            message: 'Individuellt möte (på plats): 2:15 är mer än de 2:00 som redovisats.',
          },
        ],
      },
    });
  });

  it.each([
    ['in the terms’ step', { approvedMinutes: 100 }, ['/rows/0/approvedMinutes', 'minutesNotInStep']],
    ['with a reason', { reasonCode: null }, ['/rows/0/reasonCode', 'reasonCodeMissing']],
    ['that is in words where it is another', { reasonCode: 'other' }, ['/rows/0/text', 'reasonTooShort']],
    ['of a row that there is', { form: 'phone' }, ['/rows/0/approvedMinutes', 'rowMissing']],
    ['or of none at all', { approvedMinutes: 120 }, ['/decision', 'nothingLowered']],
  ] as const)('%s', (_, row, fault) => {
    expect(codes([given(row)])).toEqual([fault]);
  });

  it('whatever is typed: what comes out is fewer, in step, and at least none', () => {
    const row = fc.record({
      activity: fc.constantFrom('individualMeeting' as const, 'ownWork' as const),
      form: fc.constantFrom('onSite' as const, 'video' as const, null),
      approvedMinutes: fc.integer({ min: -30, max: 500 }),
      reasonCode: fc.constantFrom('minutes' as const, 'other' as const, null),
      text: fc.constantFrom('', 'Mötet var kortare.'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 4 }), (rows) => {
        const lowered = lowerRows(reported, rows, 15);
        const [rightly, faults] = lowered.ok ? [lowered.value, 0] : [[], lowered.error.errors.length];
        // Either something is lowered, or it is said what is wrong.
        expect(rightly.length > 0).toBe(faults === 0);
        for (const { reportedMinutes, approvedMinutes } of rightly) {
          expect(approvedMinutes).toBeGreaterThanOrEqual(0);
          expect(approvedMinutes).toBeLessThan(reportedMinutes);
          expect(approvedMinutes % 15).toBe(0);
        }
      }),
    );
  });
});
