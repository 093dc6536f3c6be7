import type { LineSubject } from '#lib/domain/statement/statement-view.ts';

/** Whom a line is for, in words that tell no more than the reader may know. */
export function subjectSv(subject: LineSubject): string {
  switch (subject.kind) {
    case 'participant':
      return subject.name;
    case 'protected':
      return 'Deltagare med skyddade personuppgifter';
    case 'otherOffice':
      return 'Deltagare på ett annat kontor';
  }
}
