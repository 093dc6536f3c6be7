import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

/** A whole day in a calendar. */
export type CalendarDay = {
  /** Stays the same for as long as it is about the same. */
  readonly uid: string;
  readonly date: PlainDate;
  readonly title: string;
  readonly detail: string;
  readonly url: string;
};

export type Calendar = {
  readonly name: string;
  /** Language of its texts (BCP 47). */
  readonly language: string;
  /** When it was made, ISO 8601 in UTC. */
  readonly madeAt: string;
  readonly days: readonly CalendarDay[];
};

const MOST_OCTETS = 75;
/** How often programs should look again. */
const REFRESH = 'PT6H';

/** Text as a value (RFC 5545 section 3.3.11): backslash, semicolon and comma escaped, line ends as `\n`, no other controls. */
export function escapeText(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '');
}

function octets(character: string): number {
  const point = character.codePointAt(0) ?? 0;
  if (point < 0x80) return 1;
  if (point < 0x800) return 2;
  return point < 0x1_00_00 ? 3 : 4;
}

/**
 * A content line as it is sent (RFC 5545 section 3.1): at most 75 octets of UTF-8 in each, a longer one goes on in lines
 * that begin with a space. No character is cut in two.
 */
export function foldLine(line: string): string {
  const lines = [''];
  let room = MOST_OCTETS;
  for (const character of line) {
    const size = octets(character);
    if (size > room) {
      lines.push('');
      // The space that it begins with takes an octet.
      room = MOST_OCTETS - 1;
    }
    lines[lines.length - 1] += character;
    room -= size;
  }
  return lines.join('\r\n ');
}

function compact(iso: string): string {
  return iso.replaceAll(/[-:]|\.\d+/g, '');
}

function dayLines({ uid, date, title, detail, url }: CalendarDay, madeAt: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${compact(madeAt)}`,
    `DTSTART;VALUE=DATE:${compact(date)}`,
    `DTEND;VALUE=DATE:${compact(addDays(date, 1))}`,
    `SUMMARY:${escapeText(title)}`,
    ...(detail === '' ? [] : [`DESCRIPTION:${escapeText(detail)}`]),
    `URL:${url}`,
    // It is a last day, not a meeting: the day stays free.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** A calendar as a file of the form iCalendar (RFC 5545, RFC 7986): whole days, lines ended by CRLF. */
export function iCalendar({ name, language, madeAt, days }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Leverantörsportalen//Kalender//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${REFRESH}`,
    `X-PUBLISHED-TTL:${REFRESH}`,
    ...days.flatMap((day) => dayLines(day, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}
