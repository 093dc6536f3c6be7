import { describe, expect, test } from 'vitest';
import { complaintNumber, readOwnComplaint, refuseComplaining } from '#lib/domain/complaint/own-complaint.ts';

const own = [{ placementId: 'p1', provider: 'Tallmo' }];
const typed = { placementId: 'p1', category: 'support', words: '  Ingen svarar i telefon.  ' };

describe('a participant’s complaint', () => {
  test('is read as it was typed, without blanks around it', () => {
    expect(readOwnComplaint(typed, own)).toEqual({
      ok: true,
      value: { placementId: 'p1', category: 'support', words: 'Ingen svarar i telefon.' },
    });
  });

  test.each([
    ['about nobody of theirs', { placementId: 'p2' }, '/placementId', 'placementMissing'],
    ['about nothing', { category: 'weather' }, '/category', 'categoryMissing'],
    ['with hardly a word', { words: '         x' }, '/words', 'complaintTooShort'],
  ])('is refused %s, at its field', (_, change, pointer, code) => {
    const read = readOwnComplaint({ ...typed, ...change }, own);
    expect(read.ok ? [] : read.error).toMatchObject([{ pointer, code }]);
  });

  test('is one of five a day', () => {
    expect(refuseComplaining({ sentToday: 4, hasReader: true })).toBeNull();
    expect(refuseComplaining({ sentToday: 0, hasReader: false })?.code).toBe('complaintUnread');
    expect(refuseComplaining({ sentToday: 5, hasReader: true })?.code).toBe('tooManyComplaints');
  });

  test('has a number of six digits', () => {
    expect([complaintNumber(12), complaintNumber(1_234_567)]).toEqual(['S-000012', 'S-1234567']);
  });
});
