import { describe, expect, it } from 'vitest';
import { readEvidence } from '#lib/domain/evidence/read-evidence.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-07-10');
const CLAIM = {
  type: 'employment' as const,
  from: plainDate('2026-03-02'),
  spells: [
    {
      from: plainDate('2026-03-02'),
      to: plainDate('2026-06-01'),
      extentPercent: 100,
      employerOrgNo: '5599458022',
      employerName: 'Bageriet',
    },
  ],
};
const TYPED = { kind: 'paySlip', spell: '0', from: '2026-03-02', through: '2026-03-31' };

describe('what is said of a file', () => {
  it('is its kind, its employer and its days with the last one in them', () => {
    expect(readEvidence(TYPED, CLAIM, TODAY)).toEqual({
      ok: true,
      value: {
        kind: 'paySlip',
        employer: { employerOrgNo: '5599458022', employerName: 'Bageriet' },
        days: { from: '2026-03-02', to: '2026-04-01' },
      },
    });
  });

  it.each([
    [{ kind: 'admission' }, '/kind', 'kindMissing'],
    [{ spell: '1' }, '/spell', 'spellMissing'],
    [{ from: '' }, '/from', 'dateMissing'],
    [{ through: '2026-02-30' }, '/through', 'dateInvalid'],
    [{ through: '2026-07-11' }, '/through', 'dateInFuture'],
    [{ through: '2026-03-01' }, '/through', 'endBeforeStart'],
    [{ from: '2026-06-01', through: '2026-06-30' }, '/from', 'outsideSpell'],
  ])('with %j is refused at %s', (change, pointer, code) => {
    const read = readEvidence({ ...TYPED, ...change }, CLAIM, TODAY);
    expect(read).toMatchObject({ ok: false, error: [{ pointer, code }] });
  });
});
