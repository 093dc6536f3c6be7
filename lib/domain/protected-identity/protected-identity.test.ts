import { describe, expect, test } from 'vitest';
import { waitingLift, whyProblems } from '#lib/domain/protected-identity/protected-identity.ts';

const by = (kind: 'protected' | 'named' | 'opened' | 'liftAsked' | 'liftStopped', byPersonId = 'a') => ({
  kind,
  byPersonId,
});

describe('a request to lift protection', () => {
  test.each([
    ['waits when it is the latest that was said of it', [by('liftAsked', 'b'), by('protected')], 'b'],
    ['waits whatever else is done', [by('opened'), by('named'), by('liftAsked', 'b'), by('protected')], 'b'],
    ['ends when it is stopped', [by('liftStopped'), by('liftAsked'), by('protected')], null],
    ['ends when the identity is protected anew', [by('protected'), by('liftAsked')], null],
    ['is not there before anybody has asked', [by('protected')], null],
    ['is not there where nothing is written', [], null],
  ])('%s', (_, events, waits) => {
    expect(waitingLift(events)?.byPersonId ?? null).toBe(waits);
  });
});

test('a reason of one’s own is said in words', () => {
  expect(whyProblems('other', '  ')).toMatchObject([{ pointer: '/why', code: 'noteMissing' }]);
  expect(whyProblems('other', 'Domstolen frågar')).toEqual([]);
  expect(whyProblems('contact', '')).toEqual([]);
});
