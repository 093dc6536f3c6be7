import type { ProblemLocale, Text } from '#lib/shared/problem.ts';

/** What each action in the log is about, so that "done", "refused" and "read" can stand beside it. A test finds those that lack words. */
const WORDS: Readonly<Record<string, Text>> = {
  'activityEntry.add': { sv: 'Ny aktivitet i loggen', en: 'New activity in the log' },
  'activityEntry.change': { sv: 'Ändrad aktivitet i loggen', en: 'Changed activity in the log' },
  'activityEntry.copyWeek': { sv: 'Kopierad vecka i loggen', en: 'Copied week in the log' },
  'activityEntry.remove': { sv: 'Borttagen aktivitet i loggen', en: 'Removed activity in the log' },
  'activityEntry.week': { sv: 'En vecka av loggade aktiviteter', en: 'A week of logged activities' },
  'agreementVersion.list': { sv: 'Avtalsversioner och villkor', en: 'Agreement versions and terms' },
  'agreementVersion.show': { sv: 'En avtalsversion', en: 'An agreement version' },
  'audit.search': { sv: 'Sökning i loggen', en: 'Search in the log' },
  'caseworker.desk': { sv: 'Handläggarens första sida', en: 'The caseworker’s first page' },
  'choice.choose': { sv: 'Val av leverantör', en: 'Choice of provider' },
  'choice.compare': { sv: 'Jämförelse av leverantörer', en: 'Comparison of providers' },
  'choice.list': { sv: 'Leverantörer att välja bland', en: 'Providers to choose from' },
  'choice.showOffice': { sv: 'Sidan om en leverantör', en: 'The page of a provider' },
  'choice.showReceipt': { sv: 'Kvitto på valet', en: 'Receipt of the choice' },
  'contract.export': { sv: 'Avtalsregistret som fil', en: 'The register of contracts as a file' },
  'contract.register': { sv: 'Avtalsregistret', en: 'The register of contracts' },
  issueToken: { sv: 'Inloggning av en leverantörs system', en: 'Login of a provider’s system' },
  linkAccount: { sv: 'E-legitimation knuten till person', en: 'E-ID linked to a person' },
  login: { sv: 'Inloggning', en: 'Login' },
  logout: { sv: 'Utloggning', en: 'Logout' },
  'month.discardDraft': { sv: 'Kastat utkast till månaden', en: 'Discarded draft of the month' },
  'month.list': { sv: 'Leverantörens månader', en: 'The provider’s months' },
  'month.overview': { sv: 'Leverantörens månad', en: 'The provider’s month' },
  'month.show': { sv: 'En deltagares månad', en: 'A participant’s month' },
  'month.saveDraft': { sv: 'Utkast till månaden', en: 'Draft of the month' },
  'participant.card': { sv: 'Sidan om en deltagare', en: 'The page of a participant' },
  'participant.list': { sv: 'Leverantörens deltagare', en: 'The provider’s participants' },
  'participant.showHome': { sv: 'Deltagarens egen första sida', en: 'The participant’s own first page' },
  pickMembership: { sv: 'Val av roll', en: 'Choice of role' },
  'placement.assignCoach': { sv: 'Handledare tilldelad', en: 'Coach assigned' },
  'placement.list': { sv: 'Handläggarens placeringar', en: 'The caseworker’s placements' },
  'placement.show': { sv: 'En placering', en: 'A placement' },
  'placements.load': { sv: 'Inläsning av placeringar', en: 'Load of placements' },
  'placements.preview': { sv: 'Provläsning av placeringar', en: 'Trial load of placements' },
  'plan.addActivity': { sv: 'Ny aktivitet i planeringen', en: 'New activity in the plan' },
  'plan.create': { sv: 'Gemensam planering', en: 'Joint plan' },
  'plan.show': { sv: 'En gemensam planering', en: 'A joint plan' },
  'plan.showOwn': { sv: 'Deltagarens egen planering', en: 'The participant’s own plan' },
  'providerSwitch.showReceipt': { sv: 'Kvitto på bytet', en: 'Receipt of the switch' },
  'providerSwitch.switch': { sv: 'Byte av leverantör', en: 'Switch of provider' },
  'providerSwitch.undo': { sv: 'Ångrat byte av leverantör', en: 'Undone switch of provider' },
  'providers.load': { sv: 'Inläsning av leverantörer', en: 'Load of providers' },
  'providers.preview': { sv: 'Provläsning av leverantörer', en: 'Trial load of providers' },
  'references.list': { sv: 'Kända genomförandereferenser', en: 'Known implementation references' },
  'references.placements': {
    sv: 'Placeringar för referenser i en fil',
    en: 'Placements of references in a file',
  },
  'report.attest': { sv: 'Intygade rapporter', en: 'Attested reports' },
  'report.attestStanding': { sv: 'Rapporter intygade på förhand', en: 'Reports attested in advance' },
  'report.checkRows': { sv: 'Provinskickade rapporter', en: 'Reports sent on trial' },
  'report.decide': { sv: 'Beslut om rapport', en: 'Decision on a report' },
  'report.handBack': { sv: 'Rapport lämnad tillbaka till kön', en: 'Report handed back to the queue' },
  'report.listOwn': { sv: 'Deltagarens egna rapporter', en: 'The participant’s own reports' },
  'report.listByMonth': { sv: 'Månadens rapporter till ett system', en: 'A month’s reports to a system' },
  'report.previewAttestation': { sv: 'Rapporter att intyga', en: 'Reports to attest' },
  'report.queue': { sv: 'Granskningskön', en: 'The review queue' },
  'report.receipt': { sv: 'Kvitto på inskickade rapporter', en: 'Receipt of submitted reports' },
  'report.review': { sv: 'En rapport i granskning', en: 'A report in review' },
  'report.showOwn': { sv: 'Deltagarens egen rapport', en: 'The participant’s own report' },
  'report.submitRows': { sv: 'Rapporter inskickade av ett system', en: 'Reports submitted by a system' },
  'report.take': { sv: 'Rapport tagen för granskning', en: 'Report taken for review' },
  'report.withdraw': { sv: 'Återtagen rapport', en: 'Withdrawn report' },
  'reports.load': { sv: 'Inläsning av rapporter', en: 'Load of reports' },
  'reports.preview': { sv: 'Provläsning av rapporter', en: 'Trial load of reports' },
  'statement.calculate': { sv: 'Beräkning av underlag', en: 'Calculation of a statement' },
  'statement.export': { sv: 'Underlag som fil', en: 'A statement as a file' },
  'statement.list': { sv: 'Leverantörens underlag', en: 'The provider’s statements' },
  'statement.read': { sv: 'Ett underlag', en: 'A statement' },
  'statement.run': { sv: 'Avräkning', en: 'Statement run' },
  'statementRun.list': { sv: 'Avräkningar', en: 'Statement runs' },
  'statementRun.preview': { sv: 'Vad en avräkning skulle ta med', en: 'What a statement run would hold' },
  'statementRun.progress': {
    sv: 'Hur långt en avräkning har kommit',
    en: 'How far a statement run has come',
  },
  'statementRun.propose': { sv: 'Föreslagna underlag', en: 'Proposed statements' },
  'statementRun.read': { sv: 'En avräkning', en: 'A statement run' },
  'statementRun.retry': { sv: 'Nytt försök med en avräkning', en: 'New attempt at a statement run' },
  'statementRun.start': { sv: 'Start av en avräkning', en: 'Start of a statement run' },
  'statementRun.stop': { sv: 'Stoppad avräkning', en: 'Stopped statement run' },
  stepUp: { sv: 'Ny legitimering', en: 'New identification' },
  'terms.minuteStep': { sv: 'Minsta tidsenhet enligt villkoren', en: 'Least unit of time by the terms' },
  'termsVersion.show': { sv: 'En version av villkoren', en: 'A version of the terms' },
  'todo.list': { sv: 'Leverantörens att göra-lista', en: 'The provider’s list of things to do' },
};

/** Every action that has words, in the order of the alphabet of the language. */
export function knownActions(
  locale: ProblemLocale,
): readonly { readonly action: string; readonly words: string }[] {
  return Object.entries(WORDS)
    .map(([action, words]) => ({ action, words: words[locale] }))
    .toSorted((a, b) => a.words.localeCompare(b.words, locale));
}

/** What an action is about, in a few words; one that is not known here, from an older or newer portal, by its own name. */
export function actionWords(action: string, locale: ProblemLocale): string {
  return WORDS[action]?.[locale] ?? action;
}
