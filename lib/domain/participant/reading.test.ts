import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type LoggedReading, readingCause, readingDays } from '#lib/domain/participant/reading.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const coach: LoggedReading = {
  day: plainDate('2026-05-12'),
  actorKind: 'person',
  role: 'coach',
  providerId: 'p1',
  providerName: 'Tallmo',
  action: 'report.show',
  times: 2,
  lastAt: '2026-05-12T08:00:00Z',
};

describe('who has read about a participant', () => {
  test('the same reader for the same cause is one line of a day, with how often and when last', () => {
    const later = { ...coach, action: 'month.show', times: 1, lastAt: '2026-05-12T09:30:00Z' };
    expect(readingDays([coach, later])).toEqual([
      {
        day: '2026-05-12',
        readings: [
          {
            reader: { kind: 'provider', providerId: 'p1', name: 'Tallmo', role: 'coach' },
            cause: 'reports',
            times: 3,
            lastAt: '2026-05-12T09:30:00Z',
          },
        ],
      },
    ]);
  });

  test('another role, another organisation or another cause is a line of its own; the latest comes first', () => {
    const others: LoggedReading[] = [
      { ...coach, role: 'signatory', lastAt: '2026-05-12T10:00:00Z' },
      { ...coach, role: 'caseworker', providerId: null, providerName: null, lastAt: '2026-05-12T11:00:00Z' },
      { ...coach, action: 'plan.show', lastAt: '2026-05-12T12:00:00Z' },
    ];
    const [day] = readingDays([coach, ...others]);
    expect(day?.readings.map(({ reader, cause }) => [reader.kind, cause])).toEqual([
      ['provider', 'plan'],
      ['authority', 'reports'],
      ['provider', 'reports'],
      ['provider', 'reports'],
    ]);
  });

  test('the latest day comes first', () => {
    const before = { ...coach, day: plainDate('2026-05-11') };
    expect(readingDays([before, coach]).map(({ day }) => day)).toEqual(['2026-05-12', '2026-05-11']);
  });

  test.each([
    ['job', 'portal'],
    ['employer', 'employer'],
    ['anonymous', 'link'],
    ['authority-load', 'authority'],
  ] as const)('%s is told as %s', (actorKind, kind) => {
    const entry = { ...coach, actorKind, role: null, providerId: null, providerName: null };
    expect(readingDays([entry])[0]?.readings[0]?.reader).toMatchObject({ kind });
  });
});

/** Commands and queries whose entry in the log names participants. */
function actionsAboutParticipants(): readonly string[] {
  return globSync('lib/server/**/*.ts')
    .filter((file) => !/test\.ts$|\/(testing|generated)\//.test(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8');
      if (!/participantIds: (?!\[\])/.test(text)) return [];
      return [...text.matchAll(/\b(?:name|action): '([a-z]\w*\.\w+)'/gi)].map(([, action]) => action ?? '');
    });
}

test.each(actionsAboutParticipants())('%s has a cause that its participant is told', (action) => {
  expect(readingCause(action)).not.toBe('other');
});
