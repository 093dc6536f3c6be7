import type { Text } from '#lib/shared/problem.ts';

/** The words of the log for the steps of documents. */
export const DOCUMENT_ACTION_WORDS: Readonly<Record<string, Text>> = {
  'document.count': { sv: 'Hur många handlingar som väntar', en: 'How many documents wait' },
  'document.decide': { sv: 'Beslut om en handling', en: 'Decision on a document' },
  'document.discardDraft': { sv: 'Kastat utkast till en handling', en: 'Discarded draft of a document' },
  'document.handBack': { sv: 'Återlämnad handling', en: 'Document handed back' },
  'document.handUp': { sv: 'Ärende lämnat vidare för beslut', en: 'Case handed up for decision' },
  'document.kind': { sv: 'Vilken handling något är', en: 'Which kind a document is' },
  'document.note': { sv: 'Anteckning till en handling', en: 'Note to a document' },
  'document.queue': { sv: 'Kön av handlingar', en: 'Queue of documents' },
  'document.saveDraft': { sv: 'Sparat utkast till en handling', en: 'Saved draft of a document' },
  'document.show': { sv: 'En handling', en: 'A document' },
  'document.submit': { sv: 'Inskickad handling', en: 'Submitted document' },
  'document.submitTogether': {
    sv: 'Flera inskickade avvikelserapporter',
    en: 'Several submitted deviation reports',
  },
  'document.take': { sv: 'Tagen handling', en: 'Document taken' },
  'document.withdraw': { sv: 'Återtagen handling', en: 'Withdrawn document' },
  'document.write': { sv: 'Formulär för en handling', en: 'Form of a document' },
  'document.writeTogether': { sv: 'Formulär för fleras frånvaro', en: 'Form of the absence of several' },
  'finalReport.judge': {
    sv: 'Svar på om en slutredovisning går att planera från',
    en: 'Whether one can plan from a final report',
  },
  'sharing.read': {
    sv: 'Det som delas från förra leverantören',
    en: 'What is shared from the provider before',
  },
  'sharing.set': {
    sv: 'Ändrat vad nästa leverantör får läsa',
    en: 'Changed what the next provider may read',
  },
  'sharing.show': { sv: 'Vad nästa leverantör får läsa', en: 'What the next provider may read' },
};
