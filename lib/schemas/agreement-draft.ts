import { z } from 'zod';

const text = z.string().max(2000).default('');
const long = z.string().max(900_000).default('');
const levels = z.object({ A: text, B: text, C: text });

const draft = { draftId: z.uuid(), version: z.int().min(1) };

/** A draft as it was seen. */
export const draftInput = z.object(draft);

export const draftIdInput = z.object({ draftId: z.uuid() });
export type DraftIdInput = z.infer<typeof draftIdInput>;

/** A new draft: after a published version, or from a document that was pasted. */
export const createDraftInput = z.object({ replacesId: text, document: long });
export type CreateDraftInput = z.infer<typeof createDraftInput>;

/** An agreement version as it is typed: everything is text and may be wrong yet; names are the paths of the model. */
export const agreementFormInput = z.object({
  ...draft,
  id: text,
  name: text,
  workdays: z.object({ weekdays: z.array(text), holidays: long }),
  basePay: z.object({
    rates: z.array(z.object({ from: text, orePerDay: levels })).max(200),
    noPayAbsences: z.array(text),
    lapsesAfterDays: text,
  }),
  resultPay: z.object({
    rates: z.array(z.object({ from: text, ore: levels })).max(200),
    milestones: z.array(z.object({ months: text, sharePermille: text })).max(100),
    types: z.array(text),
    minExtentPercent: text,
    maxGapDays: text,
    startWithinMonthsAfterEnd: text,
    signalWithinMonthsAfterEnd: text,
    excludeRelatedEmployers: z.boolean(),
    countFrom: text,
    extentShares: z.array(z.object({ fromPercent: text, permille: text })).max(100),
    studiesByApplication: z.boolean(),
  }),
  speedBonus: z.object({
    kind: text,
    sharePermille: text,
    tiers: z.array(z.object({ beforeDay: text, ore: levels })).max(100),
    minExtentPercent: text,
    releaseMonths: text,
  }),
  supplement: z.object({ exists: z.boolean(), ore: levels, withinPeriods: text, releaseMonths: text }),
  vatPermille: text,
});

/** The same as JSON: as text from a field, or as it is from a system. */
export const agreementDocumentInput = z.object({ ...draft, document: z.union([long, z.looseObject({})]) });

/** Golden cases to add, as JSON. */
export const addCasesInput = z.object({ ...draft, cases: z.string().max(12_000_000).default('') });
/** One case: a new one where no index is given. */
export const saveCaseInput = z.object({
  ...draft,
  index: z.int().min(0).nullable().default(null),
  name: text,
  facts: long,
  expected: long,
});
export type SaveCaseInput = z.infer<typeof saveCaseInput>;
/** What a case gives now is what it is to give: with the hash of the answer that was seen. */
export const confirmCaseInput = z.object({ ...draft, index: z.int().min(0), outputHash: text });
export const removeCaseInput = z.object({ ...draft, index: z.int().min(0) });

export const returnDraftInput = z.object({
  ...draft,
  reason: z
    .string()
    .trim()
    .min(1, { error: 'Skriv varför, så att den som har tagit fram utkastet vet vad som ska ändras.' })
    .max(2000, { error: 'Korta skälet till högst 2 000 tecken.' }),
});

/** A publication, signed with the e-ID: exactly what was shown. */
export const publishDraftInput = z.object({ ...draft, contentHash: z.string().max(64) });

/** The terms as they are typed. */
export const termsFormInput = z.object({
  ...draft,
  validFrom: text,
  reportDueDay: text,
  minuteStep: text,
  reviewDays: text,
  choiceWorkdays: text,
  switchWorkdays: text,
  choiceReminderWorkdays: text,
  choiceLastReminderWorkdays: text,
  reachKilometres: text,
  planDays: text,
  leastSupportMinutesPerWeek: z.object({ firstPeriod: text, secondPeriod: text }),
  onSitePermille: text,
  mostSupportMinutesPerDay: text,
  otherActorMonths: text,
  meetingDays: text,
  onSiteMeetingDays: text,
  participantsPerCoach: text,
  premisesHoursPerDay: text,
  premisesDaysPerWeek: text,
  statementAcceptWorkdays: text,
  payDay: text,
  payLeadWorkdays: text,
  bankWaitWorkdays: text,
  claimDueDays: text,
  leastOutageMinutes: text,
  completionWorkdays: text,
  finalReportWorkdays: text,
  extensionLeadDays: text,
  periodDays: text,
  riskThreshold: text,
  automaticPermille: text,
  samplePermille: text,
  sampleNewPermille: text,
  sampleNewMonths: text,
  sampleFindingPermille: text,
  sampleFindingMonths: text,
  sampleMinPerStratum: text,
  replyWorkdays: text,
  deemedApprovalDays: text,
  mostCoachMinutesPerDay: text,
  copiedHoursOthers: text,
  copiedTextPermille: text,
  unlikelyLevelTenths: text,
  distanceOnlyMonths: text,
  readSecondsPerReport: text,
  readLeastReports: text,
  flagWeightPermille: z.record(z.string().max(40), text).default({}),
});

/** New terms, after those that were published last. */
export const createTermsDraftInput = z.object({ replacesId: text });
