import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WAYS, mailNow, mailTime, WAYS } from '#lib/domain/notification/mail-time.ts';
import { NOTIFICATION_GROUPS } from '#lib/domain/notification/notification.ts';
import { afterQuiet, DEFAULT_QUIET, isQuiet, type QuietHours } from '#lib/domain/notification/quiet-hours.ts';

const at = (text: string) => new Date(text);
const MINUTE = 60_000;

describe('quiet hours follow Swedish clocks and days', () => {
  it.each([
    ['a Tuesday at noon', '2026-11-24T11:00:00Z', false],
    ['18.59 in winter', '2026-11-24T17:59:59Z', false],
    ['19.00 in winter', '2026-11-24T18:00:00Z', true],
    ['06.59 in winter', '2026-11-25T05:59:59Z', true],
    ['07.00 in winter', '2026-11-25T06:00:00Z', false],
    ['18.59 in summer', '2026-06-23T16:59:59Z', false],
    ['19.00 in summer', '2026-06-23T17:00:00Z', true],
    ['a Saturday at noon', '2026-11-21T11:00:00Z', true],
    ['Boxing Day, a Saturday', '2026-12-26T11:00:00Z', true],
    ['Ascension Day, a Thursday', '2026-05-14T11:00:00Z', true],
  ])('%s', (_, instant, quiet) => {
    expect(isQuiet(at(instant), DEFAULT_QUIET)).toBe(quiet);
  });

  it.each([
    ['an evening', '2026-11-24T18:30:00Z', '2026-11-25T06:00:00Z'],
    ['a Friday evening', '2026-11-20T18:30:00Z', '2026-11-23T06:00:00Z'],
    ['the weekend in which clocks go forward', '2026-03-27T18:30:00Z', '2026-03-30T05:00:00Z'],
    ['the weekend in which clocks go back', '2026-10-23T17:30:00Z', '2026-10-26T06:00:00Z'],
    ['Easter', '2026-04-02T18:00:00Z', '2026-04-07T05:00:00Z'],
    ['Christmas, with a Thursday before it that is worked', '2026-12-24T18:00:00Z', '2026-12-28T06:00:00Z'],
  ])('end after %s', (_, instant, end) => {
    expect(afterQuiet(at(instant), DEFAULT_QUIET)).toEqual(at(end));
  });

  it('are none where they begin as they end', () => {
    expect(isQuiet(at('2026-11-24T23:00:00Z'), { from: 0, to: 0, weekends: false })).toBe(false);
  });
});

// Around both changes of the clock, and Christmas.
const someInstant = fc.oneof(
  fc.date({ min: at('2026-03-25T00:00:00Z'), max: at('2026-04-08T00:00:00Z'), noInvalidDate: true }),
  fc.date({ min: at('2026-10-20T00:00:00Z'), max: at('2026-11-03T00:00:00Z'), noInvalidDate: true }),
  fc.date({ min: at('2026-12-18T00:00:00Z'), max: at('2027-01-08T00:00:00Z'), noInvalidDate: true }),
);
const someHour = fc.integer({ min: 0, max: 23 });
const someQuiet: fc.Arbitrary<QuietHours> = fc.record({
  from: someHour,
  to: someHour,
  weekends: fc.boolean(),
});
const someWay = fc.constantFrom('atOnce', 'daily') satisfies fc.Arbitrary<(typeof WAYS)[number]>;

describe('an event', () => {
  it('is mailed after it happened, never in quiet hours, and no later than the first moment after them', () => {
    fc.assert(
      fc.property(someInstant, someQuiet, (instant, quiet) => {
        const end = afterQuiet(instant, quiet);
        expect(end.getTime()).toBeGreaterThanOrEqual(instant.getTime());
        expect(isQuiet(end, quiet)).toBe(false);
        for (let t = instant.getTime(); t < end.getTime(); t += 20 * MINUTE) {
          expect(isQuiet(new Date(t), quiet)).toBe(true);
        }
      }),
    );
  });

  it('that happens later is never mailed earlier', () => {
    fc.assert(
      fc.property(
        someInstant,
        fc.integer({ min: 0, max: 100_000 }),
        someWay,
        someQuiet,
        (first, minutes, way, quiet) => {
          const second = new Date(first.getTime() + minutes * MINUTE);
          const [one, other] = [mailTime(first, way, quiet), mailTime(second, way, quiet)];
          expect(one?.getTime()).toBeLessThanOrEqual(other?.getTime() ?? Number.NaN);
        },
      ),
    );
  });

  it.each([
    [
      'at once, when others have had five minutes to come',
      'atOnce',
      '2026-11-24T11:00:00Z',
      '2026-11-24T11:05:00Z',
    ],
    ['at once, after the night', 'atOnce', '2026-11-24T17:58:00Z', '2026-11-25T06:00:00Z'],
    ['daily, the next morning at eight', 'daily', '2026-11-24T11:00:00Z', '2026-11-25T07:00:00Z'],
    ['daily, the same morning', 'daily', '2026-06-24T05:59:00Z', '2026-06-24T06:00:00Z'],
    ['daily, on the next day that is worked', 'daily', '2026-11-20T11:00:00Z', '2026-11-23T06:00:00Z'],
  ] as const)('goes %s', (_, way, happened, time) => {
    expect(mailTime(at(happened), way, DEFAULT_QUIET)).toEqual(at(time));
  });

  it('stays in the portal where that is chosen', () => {
    expect(mailTime(at('2026-11-24T11:00:00Z'), 'portal', DEFAULT_QUIET)).toBeNull();
  });
});

describe('what is mailed now', () => {
  const choice = { ways: { ...DEFAULT_WAYS, money: 'portal' as const }, quiet: DEFAULT_QUIET };
  const event = (id: string, group: (typeof NOTIFICATION_GROUPS)[number], happened: string) => ({
    id,
    group,
    happened: at(happened),
  });
  const names = (events: readonly { readonly id: string }[]) => events.map(({ id }) => id);

  it('is everything that is told at once, as soon as the first has waited', () => {
    const waiting = [
      event('first', 'plan', '2026-11-24T11:00:00Z'),
      event('new', 'documents', '2026-11-24T11:04:30Z'),
      event('daily', 'cases', '2026-11-24T11:00:00Z'),
      event('never', 'money', '2026-11-24T11:00:00Z'),
    ];
    expect(names(mailNow(waiting, choice, at('2026-11-24T11:04:59Z')).send)).toEqual([]);
    const { send, never } = mailNow(waiting, choice, at('2026-11-24T11:05:00Z'));
    expect([names(send), names(never)]).toEqual([['first', 'new'], ['never']]);
  });

  it('is nothing in quiet hours, however long it has waited', () => {
    const waiting = [event('late', 'plan', '2026-11-20T11:00:00Z')];
    expect(mailNow(waiting, choice, at('2026-11-22T11:00:00Z')).send).toEqual([]);
    expect(names(mailNow(waiting, choice, at('2026-11-23T06:00:00Z')).send)).toEqual(['late']);
  });

  it('is each event once, whatever is chosen and whenever it is looked at', () => {
    const someEvent = fc.record({
      id: fc.uuid(),
      group: fc.constantFrom(...NOTIFICATION_GROUPS),
      happened: someInstant,
    });
    const someChoice = fc.record({
      ways: fc
        .array(fc.constantFrom(...WAYS), {
          minLength: NOTIFICATION_GROUPS.length,
          maxLength: NOTIFICATION_GROUPS.length,
        })
        .map((ways) => ({
          ...DEFAULT_WAYS,
          ...Object.fromEntries(NOTIFICATION_GROUPS.map((group, n) => [group, ways[n]])),
        })),
      quiet: someQuiet,
    });
    fc.assert(
      fc.property(fc.array(someEvent), someChoice, someInstant, (waiting, chosen, now) => {
        const { send, never } = mailNow(waiting, chosen, now);
        expect(send.filter((one) => never.includes(one))).toEqual([]);
        const left = waiting.filter((one) => !send.includes(one) && !never.includes(one));
        // Once all that is due has gone, nothing more is due at the same moment.
        expect(mailNow(left, chosen, now)).toEqual({ send: [], never: [] });
      }),
    );
  });
});
