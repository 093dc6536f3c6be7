import { describe, expect, test } from 'vitest';
import {
  basisOf,
  mayTakeBack,
  refuseReporting,
  settleReport,
  valuesOfSignal,
} from '#lib/domain/outcome/report-outcome.ts';
import { confirmationOf, readableOutcome } from '#lib/domain/outcome/settle-outcome.ts';
import type { SignalFacts } from '#lib/domain/signal/signal.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-04-20');
const standing = {
  id: 'D',
  status: 'approved',
  content: {
    type: 'employment',
    extentPercent: 80,
    from: plainDate('2026-04-01'),
    appliedOn: null,
    employerName: 'Bageriet i Ronneby AB',
    signalledOn: plainDate('2026-03-02'),
  },
} as const satisfies NonNullable<SignalFacts['standing']>;
const current = {
  id: 'O',
  status: 'returned',
  type: 'employment',
  signalledOn: plainDate('2026-02-02'),
} as const;

describe('an outcome is reported', () => {
  test.each([
    ['with a confirmed signal', { standing, current: null }, null, null],
    [
      'not before a caseworker has confirmed the signal',
      { standing: { ...standing, status: 'submitted' }, current: null },
      null,
      'signalNotConfirmed',
    ],
    ['not without a signal', { standing: null, current: null }, null, 'signalNotConfirmed'],
    ['once; after that it is put right', { standing, current }, null, 'outcomeExists'],
    ['anew in place of the one there is, whoever wrote it down', { standing: null, current }, 'O', null],
  ] as const)('%s', (_, reporting, replacesId, expected) => {
    expect(refuseReporting(reporting, replacesId)?.code ?? null).toBe(expected);
  });

  test('from the day of its signal; one that is put right keeps its day', () => {
    expect(basisOf({ standing, current: null })?.signalledOn).toBe('2026-03-02');
    expect(basisOf({ standing, current })?.signalledOn).toBe('2026-02-02');
  });

  test('as what was signalled, once it has been previewed', () => {
    const spell = {
      from: '2026-04-01',
      through: '',
      extentPercent: '80',
      employerKind: 'organisation',
      employerOrgNo: '559945-8022',
      employerName: 'Bageriet i Ronneby AB',
    };
    const typed = {
      type: 'employment',
      from: '2026-04-01',
      appliedOn: '',
      spells: [spell],
      overFull: false,
      confirmed: '',
    };
    const reporting = { standing, current: null };
    expect(settleReport(typed, reporting, TODAY)).toMatchObject({ error: { code: 'confirmOutcome' } });
    const content = readableOutcome({ ...typed, signalledOn: '2026-03-02' }, TODAY);
    const confirmed = content === null ? '' : confirmationOf(content);
    expect(settleReport({ ...typed, confirmed }, reporting, TODAY)).toMatchObject({
      ok: true,
      value: { signalledOn: '2026-03-02' },
    });
    expect(settleReport({ ...typed, type: 'studies', confirmed }, reporting, TODAY)).toMatchObject({
      error: { errors: [{ pointer: '/type', code: 'otherType' }] },
    });
  });

  test('with what the signal said filled in', () => {
    expect(valuesOfSignal(standing)).toMatchObject({
      type: 'employment',
      'spells.0.extentPercent': '80',
      'spells.0.employerName': 'Bageriet i Ronneby AB',
    });
  });

  test('and taken back until somebody has decided', () => {
    const own = { status: 'submitted', decisions: 0, isOwn: true } as const;
    expect(mayTakeBack(own)).toBe(true);
    expect(mayTakeBack({ ...own, decisions: 1 })).toBe(false);
    expect(mayTakeBack({ ...own, status: 'approved', decisions: 1 })).toBe(false);
    expect(mayTakeBack({ ...own, isOwn: false })).toBe(false);
  });
});
