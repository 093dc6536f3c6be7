import type { Text } from '#lib/shared/problem.ts';

/** Actions of those who choose or switch for a participant, and of codes on paper. */
export const ASSISTANCE_ACTION_WORDS: Readonly<Record<string, Text>> = {
  'assistance.countLetters': { sv: 'Antal brev att skicka', en: 'Number of letters to send' },
  'assistance.listLetters': { sv: 'Brev att skicka', en: 'Letters to send' },
  'assistance.markLetter': { sv: 'Utskickat brev om hjälp', en: 'Sent letter about help' },
  'assistance.show': { sv: 'Hjälp åt en deltagare', en: 'Help for a participant' },
  'assistance.showLetter': { sv: 'Brev om hjälp', en: 'Letter about help' },
  'assistance.unmarkLetter': {
    sv: 'Ångrat utskick av brev om hjälp',
    en: 'Letter about help no longer marked as sent',
  },
  'paperCode.handOut': { sv: 'Utlämnad papperskod', en: 'Paper code handed out' },
  'paperCode.open': { sv: 'Val öppnat med papperskod', en: 'Choice opened with a paper code' },
  'paperCode.revoke': { sv: 'Spärrad papperskod', en: 'Paper code ended' },
  'paperCode.showForm': { sv: 'Blankett med papperskod', en: 'Form with a paper code' },
  'paperCode.showReceipt': {
    sv: 'Kvitto på val med papperskod',
    en: 'Receipt of a choice with a paper code',
  },
  'protectedIdentity.answerLift': {
    sv: 'Beslut om att ta bort skydd av identitet',
    en: 'Decision on lifting protection of an identity',
  },
  'protectedIdentity.askLift': {
    sv: 'Begäran om att ta bort skydd av identitet',
    en: 'Request to lift protection of an identity',
  },
  'protectedIdentity.mayOpen': {
    sv: 'Om en skyddad identitet får öppnas',
    en: 'Whether a protected identity may be opened',
  },
  'protectedIdentity.name': {
    sv: 'Utsedd för en skyddad identitet',
    en: 'Named for a protected identity',
  },
  'protectedIdentity.open': { sv: 'Öppnad skyddad identitet', en: 'Protected identity opened' },
  'protectedIdentity.protect': { sv: 'Skyddad identitet', en: 'Protected identity' },
  'protectedIdentity.reveal': { sv: 'Visad skyddad identitet', en: 'Protected identity shown' },
  'protectedIdentity.show': {
    sv: 'Vilka som är utsedda för en skyddad identitet',
    en: 'Who is named for a protected identity',
  },
  'protectedIdentity.takeOn': {
    sv: 'Ansvar för en skyddad identitet',
    en: 'Responsibility for a protected identity',
  },
  'protectedIdentity.unname': {
    sv: 'Inte längre utsedd för en skyddad identitet',
    en: 'No longer named for a protected identity',
  },
};
