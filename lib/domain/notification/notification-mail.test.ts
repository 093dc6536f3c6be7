import { describe, expect, it } from 'vitest';
import { DOCUMENT_KINDS } from '#lib/domain/document/document.ts';
import { eventInWords } from '#lib/domain/notification/event-words.ts';
import { NOTIFICATION_EVENTS } from '#lib/domain/notification/notification.ts';
import { notificationMail } from '#lib/domain/notification/notification-mail.ts';
import { ownNotificationMail } from '#lib/domain/notification/own-notification-mail.ts';
import { messagesFor } from '#lib/shared/i18n/catalogue.ts';
import { directionOf, LOCALES, STAFF_LOCALES } from '#lib/shared/i18n/locale.ts';

describe('what has happened', () => {
  it('is a sentence in every language of staff, whatever the document', () => {
    for (const event of NOTIFICATION_EVENTS) {
      for (const document of [null, ...DOCUMENT_KINDS]) {
        for (const locale of STAFF_LOCALES) {
          expect(eventInWords({ event, document }, locale)).toMatch(/^\p{Lu}[^{}.]{10,90}$/u);
        }
      }
    }
  });

  it.each([
    ['sv', 'En avvikelserapport har godkänts'],
    ['en', 'A deviation report has been approved'],
  ] as const)('names the document (%s)', (locale, words) => {
    expect(eventInWords({ event: 'documentApproved', document: 'deviationReport' }, locale)).toBe(words);
  });
});

describe('a mail', () => {
  const events = [
    { event: 'documentReturned', document: 'finalReport' },
    { event: 'planCommented', document: null },
    { event: 'documentReturned', document: 'finalReport' },
  ] as const;

  it('says each kind once, how often, and where to read', () => {
    expect(notificationMail(events, { locale: 'sv', url: 'https://portal.example' })).toEqual({
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
});

describe('a mail to a participant', () => {
  it.each(LOCALES)('says nothing but that something has happened, in their own language (%s)', (locale) => {
    const { subject, text, html, language } = ownNotificationMail({ locale, url: 'https://portal.example' });
    const words = messagesFor(locale)['own-notification'];
    expect(subject).toBe(words.mail.subject);
    expect(text).toContain(words.mail.happened);
    expect(text).not.toContain(words.document.finalReport);
    expect(text).toContain('\nhttps://portal.example/notifications\n');
    expect(html).toContain(`<html lang="${language}" dir="${directionOf(locale)}">`);
    expect(html).toContain('<a href="https://portal.example/notifications" dir="ltr">');
  });
});
