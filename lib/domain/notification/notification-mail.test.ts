import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '#lib/domain/document/document.ts';
import { eventInWords } from '#lib/domain/notification/event-words.ts';
import { NOTIFICATION_EVENTS } from '#lib/domain/notification/notification.ts';
import { notificationMail } from '#lib/domain/notification/notification-mail.ts';
import { STAFF_LOCALES } from '#lib/shared/i18n/locale.ts';

describe('what has happened', () => {
  it('is a sentence in every language, to whomever it is told, whatever the document', () => {
    for (const event of NOTIFICATION_EVENTS) {
      for (const document of [null, ...DOCUMENT_KINDS]) {
        for (const locale of STAFF_LOCALES) {
          for (const to of ['staff', 'participant'] as const) {
            expect(eventInWords({ event, document }, to, locale)).toMatch(/^\p{Lu}[^{}.]{10,90}$/u);
          }
        }
      }
    }
  });

  it.each([
    ['staff', 'sv', 'En avvikelserapport har godkänts'],
    ['staff', 'en', 'A deviation report has been approved'],
    ['participant', 'sv', 'Arbetsförmedlingen har godkänt en avvikelserapport om dig'],
  ] as const)('names the document (%s, %s)', (to, locale, words) => {
    expect(eventInWords({ event: 'documentApproved', document: 'deviationReport' }, to, locale)).toBe(words);
  });
});

describe('a mail', () => {
  const events = [
    { event: 'documentReturned', document: 'finalReport' },
    { event: 'planCommented', document: null },
    { event: 'documentReturned', document: 'finalReport' },
  ] as const;

  it('says each kind once, how often, and where to read', () => {
    expect(notificationMail(events, 'staff', { locale: 'sv', url: 'https://portal.example' })).toEqual({
      subject: 'Det har hänt något i ett ärende som du väntar på',
      text: `Hej!

Det här har hänt:

– En slutredovisning behöver kompletteras (2)
– En deltagare har kommenterat sin planering

Logga in och läs mer: https://portal.example/notifications

Här väljer du när du vill ha mejl: https://portal.example/notifications/choices

Det här mejlet innehåller inga personuppgifter.

`,
    });
  });

  it('tells a participant nothing but that something has happened, in their own language', () => {
    const { text } = notificationMail(events, 'participant', { locale: 'en', url: 'https://portal.example' });
    expect(text).toContain('Something has happened in your case.');
    expect(text).not.toMatch(/report|plan/);
  });
});
