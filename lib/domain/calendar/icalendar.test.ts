import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CalendarDay, foldLine, iCalendar } from '#lib/domain/calendar/icalendar.ts';
import { eventsOf, parseICalendar } from '#lib/domain/calendar/testing/parse-icalendar.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const day: CalendarDay = {
  uid: 'month-2026-10@feed.example',
  date: plainDate('2026-11-10'),
  title: 'Skicka rapporterna för oktober 2026: 12 kvar',
  detail: '3 av 15 är skickade.',
  url: 'https://portal.example/provider',
};
const calendar = (...days: readonly CalendarDay[]): string =>
  iCalendar({ name: 'Sista dagar', language: 'sv', madeAt: '2026-11-03T08:00:00.123Z', days });
/** Whatever a text may be, without what no text in a calendar can hold. */
const text = fc
  .string({ unit: 'grapheme', maxLength: 300 })
  .map((given) => given.replaceAll(/[\p{Cc}\p{Cs}]/gu, ''));

describe('a calendar', () => {
  test('is the file that the standard asks for', () => {
    expect(calendar(day).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Leverantörsportalen//Kalender//SV',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:Sista dagar',
      'X-WR-CALNAME:Sista dagar',
      'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
      'X-PUBLISHED-TTL:PT6H',
      'BEGIN:VEVENT',
      'UID:month-2026-10@feed.example',
      'DTSTAMP:20261103T080000Z',
      'DTSTART;VALUE=DATE:20261110',
      'DTEND;VALUE=DATE:20261111',
      'SUMMARY:Skicka rapporterna för oktober 2026: 12 kvar',
      'DESCRIPTION:3 av 15 är skickade.',
      'URL:https://portal.example/provider',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('gives back any text that it was given, read by the standard', () => {
    fc.assert(
      fc.property(text, text, (title, detail) => {
        const [event] = eventsOf(calendar({ ...day, title, detail }));
        expect(event?.get('SUMMARY')).toBe(title);
        expect(event?.get('DESCRIPTION') ?? '').toBe(detail);
      }),
    );
  });

  test('keeps the line ends of a text, and lets none of it begin a line of its own', () => {
    const file = calendar({ ...day, detail: 'one\r\nEND:VEVENT\nATTACH:http://x\rlast' });
    expect(eventsOf(file)[0]?.get('DESCRIPTION')).toBe('one\nEND:VEVENT\nATTACH:http://x\nlast');
    expect(parseICalendar(file).map(({ name }) => name)).not.toContain('ATTACH');
  });
});

describe('a line', () => {
  test('is never longer than 75 octets, and is the same again when it is unfolded', () => {
    fc.assert(
      fc.property(text, (line) => {
        const folded = foldLine(line);
        for (const part of folded.split('\r\n')) {
          expect(Buffer.byteLength(part, 'utf8')).toBeLessThanOrEqual(75);
        }
        expect(folded.replaceAll('\r\n ', '')).toBe(line);
      }),
    );
  });

  test('of 75 octets stands whole; one more begins another', () => {
    expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
    expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
    // Two octets each: the 38th does not fit.
    expect(foldLine('ö'.repeat(38))).toBe(`${'ö'.repeat(37)}\r\n ö`);
  });
});
