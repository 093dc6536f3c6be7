import type { Text } from '#lib/shared/problem.ts';

/** The words of the log for what providers do with outcomes, and for how much participants want to work. */
export const OUTCOME_ACTION_WORDS: Readonly<Record<string, Text>> = {
  'outcome.discardDraft': {
    sv: 'Kastat utkast till resultatredovisning',
    en: 'Discarded draft of an outcome report',
  },
  'outcome.list': { sv: 'Leverantörens resultat', en: 'The provider’s outcomes' },
  'outcome.report': { sv: 'Inskickad resultatredovisning', en: 'Submitted outcome report' },
  'outcome.saveDraft': {
    sv: 'Sparat utkast till resultatredovisning',
    en: 'Saved draft of an outcome report',
  },
  'outcome.show': { sv: 'En resultatredovisning', en: 'An outcome report' },
  'outcome.takeBack': { sv: 'Återtagen resultatredovisning', en: 'Outcome report taken back' },
  'outcome.write': { sv: 'Formulär för resultatredovisning', en: 'Form of an outcome report' },
  'wantedExtent.set': { sv: 'Ändrad önskad omfattning', en: 'Changed wanted extent' },
  'wantedExtent.show': { sv: 'En deltagares önskade omfattning', en: 'A participant’s wanted extent' },
};
