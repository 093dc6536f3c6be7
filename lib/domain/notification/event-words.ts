import type { DocumentKind } from '#lib/domain/document/document.ts';
import type { NotificationEvent } from '#lib/domain/notification/notification.ts';
import type { StaffLocale } from '#lib/shared/i18n/locale.ts';

type Words = Readonly<Record<StaffLocale, string>>;

/** What a document is called in the middle of a sentence. */
const A_DOCUMENT: Readonly<Record<DocumentKind, Words>> = {
  deviationReport: { sv: 'en avvikelserapport', en: 'a deviation report' },
  informativeReport: { sv: 'en informativ rapport', en: 'an informative report' },
  interruptionRequest: { sv: 'en begäran om avbrott', en: 'a request for interruption' },
  supportedEmployment: {
    sv: 'ett ärende om anställning med stöd',
    en: 'a case of supported employment',
  },
  extension: { sv: 'ett underlag för förlängning', en: 'a basis for extension' },
  signal: { sv: 'en signal om arbete eller studier', en: 'a signal of work or studies' },
  finalReport: { sv: 'en slutredovisning', en: 'a final report' },
};
const SOME_DOCUMENT: Words = { sv: 'en handling', en: 'a document' };

/** To those who work with it. `{document}` is what the document is called. */
const STAFF: Readonly<Record<NotificationEvent, Words>> = {
  documentSubmitted: { sv: '{document} har skickats in', en: '{document} has been submitted' },
  documentWithdrawn: { sv: '{document} har tagits tillbaka', en: '{document} has been withdrawn' },
  documentReceived: { sv: '{document} har tagits emot', en: '{document} has been received' },
  documentHandedUp: { sv: '{document} väntar på beslut', en: '{document} waits for a decision' },
  documentAnswered: { sv: '{document} har fått svar', en: '{document} has been answered' },
  documentApproved: { sv: '{document} har godkänts', en: '{document} has been approved' },
  documentReturned: { sv: '{document} behöver kompletteras', en: '{document} needs to be completed' },
  documentRejected: { sv: '{document} har avslagits', en: '{document} has been rejected' },
  caseArrived: { sv: '{document} har kommit in', en: '{document} has come in' },
  caseWithdrawn: { sv: '{document} har tagits tillbaka', en: '{document} has been withdrawn' },
  caseHandedUp: {
    sv: '{document} har lämnats över för beslut',
    en: '{document} has been handed up for a decision',
  },
  caseHandedOver: {
    sv: 'En kollega har lämnat över ett ärende till dig',
    en: 'A colleague has handed a case over to you',
  },
  correctionArrived: { sv: 'En rättelse har kommit in', en: 'A correction has come in' },
  rejectionAnswered: {
    sv: 'En leverantör har svarat på ett föreslaget avslag',
    en: 'A provider has answered a proposed rejection',
  },
  reconsiderationAsked: {
    sv: 'En leverantör har begärt omprövning',
    en: 'A provider has asked for reconsideration',
  },
  approvedDisputed: {
    sv: 'En deltagare säger att något i en godkänd redovisning inte stämmer',
    en: 'A participant says that something in an approved report is not right',
  },
  outcomeReportArrived: { sv: 'En resultatredovisning har kommit in', en: 'An outcome report has come in' },
  evidenceArrived: {
    sv: 'Ett underlag till ett resultat har kommit in',
    en: 'Evidence of an outcome has come in',
  },
  disputeRaised: { sv: 'En leverantör har invänt mot belopp', en: 'A provider has disputed amounts' },
  disputeContinued: {
    sv: 'En leverantör har skrivit mer om en invändning',
    en: 'A provider has written more about a dispute',
  },
  disputeWithdrawn: {
    sv: 'En leverantör har tagit tillbaka en invändning',
    en: 'A provider has withdrawn a dispute',
  },
  presentationArrived: { sv: 'En presentation väntar på att läsas', en: 'A presentation waits to be read' },
  bankAccountArrived: {
    sv: 'Ett nytt kontonummer väntar på att bekräftas',
    en: 'A new bank account waits to be confirmed',
  },
  reportApproved: { sv: 'Periodiska redovisningar har godkänts', en: 'Periodic reports have been approved' },
  reportApprovedFewer: {
    sv: 'En periodisk redovisning har godkänts med färre minuter',
    en: 'A periodic report has been approved with fewer minutes',
  },
  rejectionProposed: {
    sv: 'En periodisk redovisning föreslås bli avslagen, och ni kan svara',
    en: 'A periodic report is proposed to be rejected, and you can answer',
  },
  reportReturned: {
    sv: 'En periodisk redovisning behöver kompletteras',
    en: 'A periodic report needs to be completed',
  },
  reportRejected: { sv: 'En periodisk redovisning har avslagits', en: 'A periodic report has been rejected' },
  reportReopened: { sv: 'En periodisk redovisning granskas igen', en: 'A periodic report is reviewed again' },
  reportCorrected: {
    sv: 'En periodisk redovisning som du granskar har rättats',
    en: 'A periodic report that you review has been corrected',
  },
  correctionApproved: { sv: 'En rättelse har godkänts', en: 'A correction has been approved' },
  correctionRejected: { sv: 'En rättelse har avslagits', en: 'A correction has been rejected' },
  chosenForYou: {
    sv: 'En handläggare har valt åt en deltagare',
    en: 'A caseworker has chosen for a participant',
  },
  chosenByCode: { sv: 'Ett val är gjort med en papperskod', en: 'A choice has been made with a paper code' },
  codeUsed: {
    sv: 'En deltagare har valt med en papperskod och ska få ett brev',
    en: 'A participant has chosen with a paper code and is to get a letter',
  },
  switchedForYou: {
    sv: 'En handläggare har bytt åt en deltagare',
    en: 'A caseworker has switched for a participant',
  },
  undoneForYou: {
    sv: 'En handläggare har ångrat ett byte åt en deltagare',
    en: 'A caseworker has undone a switch for a participant',
  },
  placementStarted: { sv: 'En ny deltagare kommer till er', en: 'A new participant is coming to you' },
  placementStartUndone: {
    sv: 'En ny deltagare kommer inte längre till er',
    en: 'A new participant is no longer coming to you',
  },
  placementEnding: { sv: 'En deltagare byter leverantör', en: 'A participant is switching provider' },
  placementEnded: { sv: 'En deltagares tid hos er avslutas', en: 'A participant’s time with you is ending' },
  placementEndUndone: { sv: 'En deltagare stannar hos er', en: 'A participant stays with you' },
  placementGoesOn: {
    sv: 'En deltagare fortsätter vid sidan av arbete',
    en: 'A participant goes on beside work',
  },
  periodExtended: {
    sv: 'En deltagare har fått en ny period',
    en: 'A participant has been given a new period',
  },
  periodNotExtended: {
    sv: 'En deltagares period förlängs inte',
    en: 'A participant’s period is not extended',
  },
  levelCorrected: { sv: 'En deltagares nivå har rättats', en: 'A participant’s level has been corrected' },
  whiteSpotFound: {
    sv: 'Deltagare kan inte få en leverantör som vanligt',
    en: 'Participants cannot be given a provider as usual',
  },
  choiceReminder: {
    sv: 'En deltagare har inte valt leverantör än',
    en: 'A participant has not chosen a provider yet',
  },
  choiceLastReminder: {
    sv: 'En deltagare har snart sin sista dag att välja leverantör',
    en: 'A participant’s last day to choose a provider is near',
  },
  choiceOpened: {
    sv: 'En deltagare kan nu välja leverantör',
    en: 'A participant can now choose a provider',
  },
  providerAssigned: {
    sv: 'En deltagare har fått den närmaste leverantören',
    en: 'A participant has been given the nearest provider',
  },
  coachAssigned: { sv: 'Du har fått en ny deltagare', en: 'You have been given a new participant' },
  coachChanged: {
    sv: 'En deltagare har fått en ny handledare',
    en: 'A participant has been given a new coach',
  },
  coverStarted: { sv: 'Du ersätter en kollega', en: 'You stand in for a colleague' },
  activityDisputed: {
    sv: 'En deltagare säger att en aktivitet inte stämmer',
    en: 'A participant says that an activity is not right',
  },
  planMade: { sv: 'En gemensam planering är gjord', en: 'A joint plan has been made' },
  planCommented: {
    sv: 'En deltagare har kommenterat sin planering',
    en: 'A participant has commented on their plan',
  },
  planCommentAnswered: {
    sv: 'En kommentar till en planering har fått svar',
    en: 'A comment on a plan has been answered',
  },
  outcomeDecided: { sv: 'Ett resultat är beslutat', en: 'An outcome has been decided' },
  outcomeReturned: {
    sv: 'En resultatredovisning behöver kompletteras',
    en: 'An outcome report needs to be completed',
  },
  evidenceConfirmed: { sv: 'Ett underlag har godkänts', en: 'Evidence has been accepted' },
  evidenceRefused: { sv: 'Ett underlag har inte godkänts', en: 'Evidence has not been accepted' },
  employerConfirmed: {
    sv: 'En arbetsgivare har bekräftat en anställning',
    en: 'An employer has confirmed an employment',
  },
  employerDeclined: {
    sv: 'En arbetsgivare har svarat att uppgifterna inte stämmer',
    en: 'An employer has answered that the particulars are wrong',
  },
  schoolConfirmed: {
    sv: 'En skola har bekräftat studier',
    en: 'A school has confirmed studies',
  },
  schoolDeclined: {
    sv: 'En skola har svarat att uppgifterna inte stämmer',
    en: 'A school has answered that the particulars are wrong',
  },
  statementProposed: {
    sv: 'Ett nytt självfakturaunderlag väntar på svar',
    en: 'A new statement waits for an answer',
  },
  disputeAnswered: { sv: 'En invändning har fått svar', en: 'A dispute has been answered' },
  disputeSettled: { sv: 'En invändning är avgjord', en: 'A dispute has been settled' },
  paymentMade: { sv: 'En utbetalning är gjord', en: 'A payment has been made' },
  claimDecided: { sv: 'Ett återkrav är beslutat', en: 'A claim has been decided' },
  bankAccountDecided: {
    sv: 'Det finns ett beslut om ert kontonummer',
    en: 'There is a decision about your bank account',
  },
  protectedOpened: {
    sv: 'Någon har öppnat en skyddad identitet som du svarar för',
    en: 'Somebody has opened a protected identity that you answer for',
  },
  complaintArrived: {
    sv: 'En deltagare har lämnat en synpunkt på en leverantör',
    en: 'A participant has complained about a provider',
  },
  complaintAnswered: { sv: 'Det finns ett svar på en synpunkt', en: 'There is an answer to a complaint' },
  presentationApproved: { sv: 'Er presentation visas nu', en: 'Your presentation is now shown' },
  presentationReturned: { sv: 'Er presentation behöver ändras', en: 'Your presentation needs to be changed' },
};

export type WordsFor = 'staff' | 'participant';

/** What has happened, in one sentence without a name, to those who work with it; their mail says the same. */
export function eventInWords(
  { event, document }: { readonly event: NotificationEvent; readonly document: DocumentKind | null },
  locale: StaffLocale,
): string {
  const sentence = STAFF[event][locale].replace(
    '{document}',
    (document === null ? SOME_DOCUMENT : A_DOCUMENT[document])[locale],
  );
  return sentence.charAt(0).toLocaleUpperCase(locale) + sentence.slice(1);
}
