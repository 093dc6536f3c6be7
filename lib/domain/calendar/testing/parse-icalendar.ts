/** A content line of an iCalendar file: name, parameters as written, value. */
export type ContentLine = { readonly name: string; readonly params: string; readonly value: string };

const TEXT = new Set(['SUMMARY', 'DESCRIPTION', 'UID', 'NAME', 'X-WR-CALNAME']);

/** Reads a file by the standard's own words, not by how it was written; throws for a line that is none. */
export function parseICalendar(file: string): readonly ContentLine[] {
  return file
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, name = '', params = '', value = ''] = /^([A-Z-]+)((?:;[^:]*)?):(.*)$/su.exec(line) ?? [];
      if (name === '') throw new SyntaxError(`Not a content line: ${line}`);
      return { name, params, value: TEXT.has(name) ? unescapeText(value) : value };
    });
}

function unescapeText(value: string): string {
  return value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );
}

/** The events of a file, each with its values by name. */
export function eventsOf(file: string): readonly ReadonlyMap<string, string>[] {
  const events: Map<string, string>[] = [];
  for (const { name, value } of parseICalendar(file)) {
    if (name === 'BEGIN' && value === 'VEVENT') events.push(new Map());
    else if (name !== 'END') events.at(-1)?.set(name, value);
  }
  return events;
}
