// One file per feature and language; a new feature is one line in each of the two lists below, and one in
// PARTICIPANT_FEATURES where participants read it: those are in all eight languages (scripts/i18n-missing.ts).
// Tests (lib/server/i18n) prove that no file is forgotten and that the languages say the same things.
import { AR } from '#lib/shared/i18n/catalogue-ar.ts';
import { PRS } from '#lib/shared/i18n/catalogue-prs.ts';
import { SO } from '#lib/shared/i18n/catalogue-so.ts';
import { SV_SIMPLE } from '#lib/shared/i18n/catalogue-sv-simple.ts';
import { TI } from '#lib/shared/i18n/catalogue-ti.ts';
import { UK } from '#lib/shared/i18n/catalogue-uk.ts';
import adminEn from '#lib/shared/i18n/en/admin.json' with { type: 'json' };
import administrationEn from '#lib/shared/i18n/en/administration.json' with { type: 'json' };
import agreementEn from '#lib/shared/i18n/en/agreement.json' with { type: 'json' };
import assignmentEn from '#lib/shared/i18n/en/assignment.json' with { type: 'json' };
import assistedEn from '#lib/shared/i18n/en/assisted.json' with { type: 'json' };
import attestEn from '#lib/shared/i18n/en/attest.json' with { type: 'json' };
import apiDocsEn from '#lib/shared/i18n/en/api-docs.json' with { type: 'json' };
import authEn from '#lib/shared/i18n/en/auth.json' with { type: 'json' };
import calculatorEn from '#lib/shared/i18n/en/calculator.json' with { type: 'json' };
import calendarEn from '#lib/shared/i18n/en/calendar.json' with { type: 'json' };
import checksEn from '#lib/shared/i18n/en/checks.json' with { type: 'json' };
import choiceEn from '#lib/shared/i18n/en/choice.json' with { type: 'json' };
import delaysEn from '#lib/shared/i18n/en/delays.json' with { type: 'json' };
import deviationReportEn from '#lib/shared/i18n/en/deviation-report.json' with { type: 'json' };
import documentEn from '#lib/shared/i18n/en/document.json' with { type: 'json' };
import effectEn from '#lib/shared/i18n/en/effect.json' with { type: 'json' };
import extensionEn from '#lib/shared/i18n/en/extension.json' with { type: 'json' };
import finalReportEn from '#lib/shared/i18n/en/final-report.json' with { type: 'json' };
import evidenceEn from '#lib/shared/i18n/en/evidence.json' with { type: 'json' };
import experienceEn from '#lib/shared/i18n/en/experience.json' with { type: 'json' };
import failureEn from '#lib/shared/i18n/en/failure.json' with { type: 'json' };
import frameEn from '#lib/shared/i18n/en/frame.json' with { type: 'json' };
import intakeEn from '#lib/shared/i18n/en/intake.json' with { type: 'json' };
import monthGridEn from '#lib/shared/i18n/en/month-grid.json' with { type: 'json' };
import informativeReportEn from '#lib/shared/i18n/en/informative-report.json' with { type: 'json' };
import interruptionRequestEn from '#lib/shared/i18n/en/interruption-request.json' with { type: 'json' };
import languagesEn from '#lib/shared/i18n/en/languages.json' with { type: 'json' };
import logEn from '#lib/shared/i18n/en/log.json' with { type: 'json' };
import notificationEn from '#lib/shared/i18n/en/notification.json' with { type: 'json' };
import outcomeEn from '#lib/shared/i18n/en/outcome.json' with { type: 'json' };
import ownActivitiesEn from '#lib/shared/i18n/en/own-activities.json' with { type: 'json' };
import ownProblemEn from '#lib/shared/i18n/en/own-problem.json' with { type: 'json' };
import ownAccessEn from '#lib/shared/i18n/en/own-access.json' with { type: 'json' };
import ownNotificationEn from '#lib/shared/i18n/en/own-notification.json' with { type: 'json' };
import ownPlanEn from '#lib/shared/i18n/en/own-plan.json' with { type: 'json' };
import paperCodeEn from '#lib/shared/i18n/en/paper-code.json' with { type: 'json' };
import ownRightsEn from '#lib/shared/i18n/en/own-rights.json' with { type: 'json' };
import ownDocumentsEn from '#lib/shared/i18n/en/own-documents.json' with { type: 'json' };
import dataProtectionEn from '#lib/shared/i18n/en/data-protection.json' with { type: 'json' };
import ownDataEn from '#lib/shared/i18n/en/own-data.json' with { type: 'json' };
import ownExperienceEn from '#lib/shared/i18n/en/own-experience.json' with { type: 'json' };
import participantEn from '#lib/shared/i18n/en/participant.json' with { type: 'json' };
import participantsEn from '#lib/shared/i18n/en/participants.json' with { type: 'json' };
import paymentEn from '#lib/shared/i18n/en/payment.json' with { type: 'json' };
import placementCorrectionEn from '#lib/shared/i18n/en/placement-correction.json' with { type: 'json' };
import planEn from '#lib/shared/i18n/en/plan.json' with { type: 'json' };
import problemEn from '#lib/shared/i18n/en/problem.json' with { type: 'json' };
import protectedIdentityEn from '#lib/shared/i18n/en/protected-identity.json' with { type: 'json' };
import providerSearchEn from '#lib/shared/i18n/en/provider-search.json' with { type: 'json' };
import qualityEn from '#lib/shared/i18n/en/quality.json' with { type: 'json' };
import ratingEn from '#lib/shared/i18n/en/rating.json' with { type: 'json' };
import receiptEn from '#lib/shared/i18n/en/receipt.json' with { type: 'json' };
import reportingEn from '#lib/shared/i18n/en/reporting.json' with { type: 'json' };
import reviewBenchEn from '#lib/shared/i18n/en/review-bench.json' with { type: 'json' };
import reviewEn from '#lib/shared/i18n/en/review.json' with { type: 'json' };
import reviewDecisionEn from '#lib/shared/i18n/en/review-decision.json' with { type: 'json' };
import reviewInsightEn from '#lib/shared/i18n/en/review-insight.json' with { type: 'json' };
import samplingEn from '#lib/shared/i18n/en/sampling.json' with { type: 'json' };
import signalEn from '#lib/shared/i18n/en/signal.json' with { type: 'json' };
import statementEn from '#lib/shared/i18n/en/statement.json' with { type: 'json' };
import statementAnswerEn from '#lib/shared/i18n/en/statement-answer.json' with { type: 'json' };
import supportedEmploymentEn from '#lib/shared/i18n/en/supported-employment.json' with { type: 'json' };
import systemsEn from '#lib/shared/i18n/en/systems.json' with { type: 'json' };
import todoEn from '#lib/shared/i18n/en/todo.json' with { type: 'json' };
import uiEn from '#lib/shared/i18n/en/ui.json' with { type: 'json' };
import uploadEn from '#lib/shared/i18n/en/upload.json' with { type: 'json' };
import wordListEn from '#lib/shared/i18n/en/word-list.json' with { type: 'json' };
import { filledIn } from '#lib/shared/i18n/filled-in.ts';
import type { Locale } from '#lib/shared/i18n/locale.ts';
import adminSv from '#lib/shared/i18n/sv/admin.json' with { type: 'json' };
import administrationSv from '#lib/shared/i18n/sv/administration.json' with { type: 'json' };
import agreementSv from '#lib/shared/i18n/sv/agreement.json' with { type: 'json' };
import assignmentSv from '#lib/shared/i18n/sv/assignment.json' with { type: 'json' };
import assistedSv from '#lib/shared/i18n/sv/assisted.json' with { type: 'json' };
import attestSv from '#lib/shared/i18n/sv/attest.json' with { type: 'json' };
import apiDocsSv from '#lib/shared/i18n/sv/api-docs.json' with { type: 'json' };
import authSv from '#lib/shared/i18n/sv/auth.json' with { type: 'json' };
import calculatorSv from '#lib/shared/i18n/sv/calculator.json' with { type: 'json' };
import calendarSv from '#lib/shared/i18n/sv/calendar.json' with { type: 'json' };
import checksSv from '#lib/shared/i18n/sv/checks.json' with { type: 'json' };
import choiceSv from '#lib/shared/i18n/sv/choice.json' with { type: 'json' };
import delaysSv from '#lib/shared/i18n/sv/delays.json' with { type: 'json' };
import deviationReportSv from '#lib/shared/i18n/sv/deviation-report.json' with { type: 'json' };
import documentSv from '#lib/shared/i18n/sv/document.json' with { type: 'json' };
import effectSv from '#lib/shared/i18n/sv/effect.json' with { type: 'json' };
import extensionSv from '#lib/shared/i18n/sv/extension.json' with { type: 'json' };
import finalReportSv from '#lib/shared/i18n/sv/final-report.json' with { type: 'json' };
import evidenceSv from '#lib/shared/i18n/sv/evidence.json' with { type: 'json' };
import experienceSv from '#lib/shared/i18n/sv/experience.json' with { type: 'json' };
import failureSv from '#lib/shared/i18n/sv/failure.json' with { type: 'json' };
import frameSv from '#lib/shared/i18n/sv/frame.json' with { type: 'json' };
import intakeSv from '#lib/shared/i18n/sv/intake.json' with { type: 'json' };
import monthGridSv from '#lib/shared/i18n/sv/month-grid.json' with { type: 'json' };
import informativeReportSv from '#lib/shared/i18n/sv/informative-report.json' with { type: 'json' };
import interruptionRequestSv from '#lib/shared/i18n/sv/interruption-request.json' with { type: 'json' };
import languagesSv from '#lib/shared/i18n/sv/languages.json' with { type: 'json' };
import logSv from '#lib/shared/i18n/sv/log.json' with { type: 'json' };
import notificationSv from '#lib/shared/i18n/sv/notification.json' with { type: 'json' };
import outcomeSv from '#lib/shared/i18n/sv/outcome.json' with { type: 'json' };
import ownActivitiesSv from '#lib/shared/i18n/sv/own-activities.json' with { type: 'json' };
import ownProblemSv from '#lib/shared/i18n/sv/own-problem.json' with { type: 'json' };
import ownAccessSv from '#lib/shared/i18n/sv/own-access.json' with { type: 'json' };
import ownNotificationSv from '#lib/shared/i18n/sv/own-notification.json' with { type: 'json' };
import ownPlanSv from '#lib/shared/i18n/sv/own-plan.json' with { type: 'json' };
import paperCodeSv from '#lib/shared/i18n/sv/paper-code.json' with { type: 'json' };
import ownRightsSv from '#lib/shared/i18n/sv/own-rights.json' with { type: 'json' };
import ownDocumentsSv from '#lib/shared/i18n/sv/own-documents.json' with { type: 'json' };
import dataProtectionSv from '#lib/shared/i18n/sv/data-protection.json' with { type: 'json' };
import ownDataSv from '#lib/shared/i18n/sv/own-data.json' with { type: 'json' };
import ownExperienceSv from '#lib/shared/i18n/sv/own-experience.json' with { type: 'json' };
import participantSv from '#lib/shared/i18n/sv/participant.json' with { type: 'json' };
import participantsSv from '#lib/shared/i18n/sv/participants.json' with { type: 'json' };
import paymentSv from '#lib/shared/i18n/sv/payment.json' with { type: 'json' };
import placementCorrectionSv from '#lib/shared/i18n/sv/placement-correction.json' with { type: 'json' };
import planSv from '#lib/shared/i18n/sv/plan.json' with { type: 'json' };
import problemSv from '#lib/shared/i18n/sv/problem.json' with { type: 'json' };
import protectedIdentitySv from '#lib/shared/i18n/sv/protected-identity.json' with { type: 'json' };
import providerSearchSv from '#lib/shared/i18n/sv/provider-search.json' with { type: 'json' };
import qualitySv from '#lib/shared/i18n/sv/quality.json' with { type: 'json' };
import ratingSv from '#lib/shared/i18n/sv/rating.json' with { type: 'json' };
import receiptSv from '#lib/shared/i18n/sv/receipt.json' with { type: 'json' };
import reportingSv from '#lib/shared/i18n/sv/reporting.json' with { type: 'json' };
import reviewBenchSv from '#lib/shared/i18n/sv/review-bench.json' with { type: 'json' };
import reviewSv from '#lib/shared/i18n/sv/review.json' with { type: 'json' };
import reviewDecisionSv from '#lib/shared/i18n/sv/review-decision.json' with { type: 'json' };
import reviewInsightSv from '#lib/shared/i18n/sv/review-insight.json' with { type: 'json' };
import samplingSv from '#lib/shared/i18n/sv/sampling.json' with { type: 'json' };
import signalSv from '#lib/shared/i18n/sv/signal.json' with { type: 'json' };
import statementSv from '#lib/shared/i18n/sv/statement.json' with { type: 'json' };
import statementAnswerSv from '#lib/shared/i18n/sv/statement-answer.json' with { type: 'json' };
import supportedEmploymentSv from '#lib/shared/i18n/sv/supported-employment.json' with { type: 'json' };
import systemsSv from '#lib/shared/i18n/sv/systems.json' with { type: 'json' };
import todoSv from '#lib/shared/i18n/sv/todo.json' with { type: 'json' };
import uiSv from '#lib/shared/i18n/sv/ui.json' with { type: 'json' };
import uploadSv from '#lib/shared/i18n/sv/upload.json' with { type: 'json' };
import wordListSv from '#lib/shared/i18n/sv/word-list.json' with { type: 'json' };

const SV = {
  admin: adminSv,
  administration: administrationSv,
  agreement: agreementSv,
  assignment: assignmentSv,
  assisted: assistedSv,
  attest: attestSv,
  'api-docs': apiDocsSv,
  auth: authSv,
  calculator: calculatorSv,
  calendar: calendarSv,
  checks: checksSv,
  choice: choiceSv,
  delays: delaysSv,
  'deviation-report': deviationReportSv,
  document: documentSv,
  effect: effectSv,
  extension: extensionSv,
  'final-report': finalReportSv,
  evidence: evidenceSv,
  experience: experienceSv,
  failure: failureSv,
  frame: frameSv,
  intake: intakeSv,
  'month-grid': monthGridSv,
  'informative-report': informativeReportSv,
  'interruption-request': interruptionRequestSv,
  languages: languagesSv,
  log: logSv,
  notification: notificationSv,
  outcome: outcomeSv,
  'own-activities': ownActivitiesSv,
  'own-problem': ownProblemSv,
  'own-access': ownAccessSv,
  'own-notification': ownNotificationSv,
  'own-plan': ownPlanSv,
  'paper-code': paperCodeSv,
  'own-rights': ownRightsSv,
  'own-documents': ownDocumentsSv,
  'data-protection': dataProtectionSv,
  'own-data': ownDataSv,
  'own-experience': ownExperienceSv,
  participant: participantSv,
  participants: participantsSv,
  payment: paymentSv,
  'placement-correction': placementCorrectionSv,
  plan: planSv,
  problem: problemSv,
  'protected-identity': protectedIdentitySv,
  'provider-search': providerSearchSv,
  quality: qualitySv,
  rating: ratingSv,
  receipt: receiptSv,
  reporting: reportingSv,
  review: reviewSv,
  'review-bench': reviewBenchSv,
  'review-decision': reviewDecisionSv,
  'review-insight': reviewInsightSv,
  sampling: samplingSv,
  signal: signalSv,
  statement: statementSv,
  'statement-answer': statementAnswerSv,
  'supported-employment': supportedEmploymentSv,
  systems: systemsSv,
  todo: todoSv,
  ui: uiSv,
  upload: uploadSv,
  'word-list': wordListSv,
};

export type Messages = typeof SV;

/** A part of the catalogue: the name of a file, and the first word of its keys. */
export type Feature = keyof Messages;

const EN: Messages = {
  admin: adminEn,
  administration: administrationEn,
  agreement: agreementEn,
  assignment: assignmentEn,
  assisted: assistedEn,
  attest: attestEn,
  'api-docs': apiDocsEn,
  auth: authEn,
  calculator: calculatorEn,
  calendar: calendarEn,
  checks: checksEn,
  choice: choiceEn,
  delays: delaysEn,
  'deviation-report': deviationReportEn,
  document: documentEn,
  effect: effectEn,
  extension: extensionEn,
  'final-report': finalReportEn,
  evidence: evidenceEn,
  experience: experienceEn,
  failure: failureEn,
  frame: frameEn,
  intake: intakeEn,
  'month-grid': monthGridEn,
  'informative-report': informativeReportEn,
  'interruption-request': interruptionRequestEn,
  languages: languagesEn,
  log: logEn,
  notification: notificationEn,
  outcome: outcomeEn,
  'own-activities': ownActivitiesEn,
  'own-problem': ownProblemEn,
  'own-access': ownAccessEn,
  'own-notification': ownNotificationEn,
  'own-plan': ownPlanEn,
  'paper-code': paperCodeEn,
  'own-rights': ownRightsEn,
  'own-documents': ownDocumentsEn,
  'data-protection': dataProtectionEn,
  'own-data': ownDataEn,
  'own-experience': ownExperienceEn,
  participant: participantEn,
  participants: participantsEn,
  payment: paymentEn,
  'placement-correction': placementCorrectionEn,
  plan: planEn,
  problem: problemEn,
  'protected-identity': protectedIdentityEn,
  'provider-search': providerSearchEn,
  quality: qualityEn,
  rating: ratingEn,
  receipt: receiptEn,
  reporting: reportingEn,
  review: reviewEn,
  'review-bench': reviewBenchEn,
  'review-decision': reviewDecisionEn,
  'review-insight': reviewInsightEn,
  sampling: samplingEn,
  signal: signalEn,
  statement: statementEn,
  'statement-answer': statementAnswerEn,
  'supported-employment': supportedEmploymentEn,
  systems: systemsEn,
  todo: todoEn,
  ui: uiEn,
  upload: uploadEn,
  'word-list': wordListEn,
};

/** What participants and the public meet, in alphabetical order. */
export const PARTICIPANT_FEATURES = [
  'auth',
  'choice',
  'failure',
  'frame',
  'languages',
  'notification',
  'own-access',
  'own-activities',
  'own-data',
  'own-documents',
  'own-experience',
  'own-notification',
  'own-plan',
  'own-problem',
  'own-rights',
  'paper-code',
  'participant',
  'problem',
  'provider-search',
  'rating',
  'receipt',
  'ui',
  'word-list',
] as const satisfies readonly Feature[];

const CATALOGUES: Record<Locale, Messages> = {
  sv: SV,
  'sv-simple': filledIn(SV, SV_SIMPLE),
  en: EN,
  ar: filledIn(SV, AR),
  so: filledIn(SV, SO),
  ti: filledIn(SV, TI),
  prs: filledIn(SV, PRS),
  uk: filledIn(SV, UK),
};

export function messagesFor(locale: Locale): Messages {
  return CATALOGUES[locale];
}

/** Only what some features need, for what is sent to a browser. */
export function messagesOf<F extends Feature>(locale: Locale, features: readonly F[]): Pick<Messages, F> {
  const chosen: Partial<Messages> = {};
  for (const feature of features) chosen[feature] = CATALOGUES[locale][feature];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every feature asked for was just put in
  return chosen as Pick<Messages, F>;
}
