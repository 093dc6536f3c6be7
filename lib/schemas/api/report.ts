import { z } from 'zod';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { ACTIVITY_FORMS } from '#lib/domain/activity/activity-form.ts';
import { ABSENCE_REASONS } from '#lib/domain/compensation/types.ts';
import { DATED_CHECKS, type DatedCheck, notAssessedWords } from '#lib/domain/report/not-assessed.ts';
import { MOST_JOB_SUGGESTIONS, MOST_MINUTES } from '#lib/domain/report/read-row.ts';
import { fieldProblem } from '#lib/schemas/api/problem.ts';
import { defineOperation } from '#lib/schemas/api/operation.ts';
import { MOST_ROWS, reportsByMonthInput } from '#lib/schemas/report.ts';
import { reportStatus } from '#lib/schemas/webhook.ts';

export const referenceText = z
  .string()
  .regex(/^\d{9}$/)
  .describe('implementationReference');
export const monthField = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .describe('month');
const digits = z.string().regex(/^\d{0,15}$/);

/** A row as the parser of reports takes it (`lib/domain/report/read-row.ts` says what is wrong with any other). */
export const reportRow = z
  .looseObject({
    implementation_reference: referenceText,
    month: monthField,
    activity: z.enum([...ACTIVITY_CODES, 'none']).describe('activity'),
    form: z.enum(ACTIVITY_FORMS).or(z.literal('')).nullish().describe('form'),
    minutes: z.int().min(0).max(MOST_MINUTES).or(digits).nullish().describe('minutes'),
    language_support: z
      .string()
      .regex(/^$|^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/)
      .nullish()
      .describe('languageSupport'),
    job_suggestions: z
      .int()
      .min(0)
      .max(MOST_JOB_SUGGESTIONS)
      .or(z.string().regex(/^\d{0,3}$/))
      .nullish()
      .describe('jobSuggestions'),
    reason: z.enum(ABSENCE_REASONS).or(z.literal('')).nullish().describe('reason'),
  })
  .describe('reportRow');

const currentStatus = reportStatus.exclude(['superseded', 'withdrawn']);

const notAssessedTold = z
  .object({
    checks: z.array(z.enum(DATED_CHECKS)).describe('notAssessedChecks'),
    message: z.string().describe('notAssessedMessage'),
  })
  .nullable()
  .describe('notAssessed');

export const receivedReport = z
  .object({
    implementationReference: referenceText,
    month: monthField,
    status: z.enum(['draft', ...currentStatus.options]).describe('receivedStatus'),
    id: z.uuid().nullable().describe('receivedId'),
    amountOre: z.int().nullable().describe('receivedAmountOre'),
    notAssessed: notAssessedTold,
  })
  .describe('receivedReport');

export const receivedRows = z
  .object({
    received: z.int().min(1).describe('received'),
    reports: z.array(receivedReport).describe('receivedReports'),
    errors: z.array(fieldProblem).describe('receivedErrors'),
  })
  .describe('receivedRows');

const rowOfReport = z
  .object({
    activity: z.enum(ACTIVITY_CODES).describe('activity'),
    form: z.enum(ACTIVITY_FORMS).nullable().describe('form'),
    minutes: z.int().min(1).describe('minutes'),
    approvedMinutes: z.int().min(0).nullable().describe('approvedMinutes'),
  })
  .describe('rowOfReport');

export const reportVersion = z
  .object({
    id: z.uuid().describe('reportId'),
    number: z.int().min(1).describe('number'),
    status: reportStatus.describe('status'),
    submittedOn: z.iso.date().describe('submittedOn'),
    reasonCode: z.string().nullable().describe('reasonCode'),
    reason: z.string().nullable().describe('decisionReason'),
  })
  .describe('reportVersion');

export const listedReport = z
  .object({
    ...reportVersion.shape,
    implementationReference: referenceText,
    month: monthField,
    decideBy: z.iso.date().describe('decideBy'),
    languageSupport: z.string().nullable().describe('languageSupport'),
    jobSuggestions: z.int().min(0).describe('jobSuggestions'),
    noActivityReason: z.enum(ABSENCE_REASONS).nullable().describe('reason'),
    rows: z.array(rowOfReport).describe('rows'),
    amountOre: z.int().describe('amountOre'),
    notAssessed: notAssessedTold,
  })
  .describe('listedReport');

export const reportPage = z
  .object({
    month: monthField,
    reports: z.array(listedReport).describe('reports'),
    nextCursor: z.uuid().nullable().describe('nextCursor'),
  })
  .describe('reportPage');

export const reportWithVersions = listedReport
  .extend({ versions: z.array(reportVersion).min(1).describe('versions') })
  .describe('reportWithVersions');

export const rowsToSend = z
  .object({ rows: z.array(reportRow).min(1).max(MOST_ROWS).describe('rowsToSend') })
  .describe('rowsBody');

const rowExample = {
  implementation_reference: '100000001',
  month: '2026-03',
  activity: 'individualMeeting',
  form: 'onSite',
  minutes: 60,
  language_support: 'ar',
  job_suggestions: 2,
} as const;
const submitted = {
  implementationReference: '100000001',
  month: '2026-03',
  status: 'submitted',
  id: '019a2c5e-7c00-7000-8000-000000000001',
} as const;
const NOT_ASSESSED = {
  checks: ['IMPOSSIBLE_TIME', 'MEETING_INTERVAL'] satisfies DatedCheck[],
  message: notAssessedWords(['IMPOSSIBLE_TIME', 'MEETING_INTERVAL']) ?? '',
};
const version = {
  id: submitted.id,
  number: 1,
  status: 'returned',
  submittedOn: '2026-04-03',
  reasonCode: 'incomplete',
  reason: 'Skriv vad ni gjorde på mötet den 12 mars.',
} as const;
const listed = {
  ...version,
  implementationReference: submitted.implementationReference,
  month: submitted.month,
  decideBy: '2026-04-17',
  languageSupport: 'ar',
  jobSuggestions: 2,
  noActivityReason: null,
  rows: [{ activity: 'individualMeeting', form: 'onSite', minutes: 60, approvedMinutes: null }],
  amountOre: 146_500,
  notAssessed: NOT_ASSESSED,
} as const;

export const submitReports = defineOperation({
  id: 'submitReports',
  method: 'post',
  path: '/api/v1/reports',
  tag: 'reports',
  scopes: ['reports.write'],
  idempotent: true,
  address: z.object({ dryRun: z.enum(['true', 'false']).default('false').describe('dryRun') }),
  body: {
    type: 'application/json',
    schema: rowsToSend,
    example: { rows: [rowExample, { ...rowExample, activity: 'mapping', form: 'video', minutes: 45 }] },
  },
  answer: {
    schema: receivedRows,
    example: {
      received: 2,
      reports: [{ ...submitted, amountOre: 146_500, notAssessed: NOT_ASSESSED }],
      errors: [],
    },
  },
  problems: [
    'malformedRequest',
    'conflict',
    'tooLarge',
    'unsupportedMediaType',
    'invalidInput',
    'idempotencyKeyReused',
  ],
});

export const listReports = defineOperation({
  id: 'listReports',
  method: 'get',
  path: '/api/v1/reports',
  tag: 'reports',
  scopes: ['reports.read', 'reports.write'],
  address: reportsByMonthInput,
  answer: {
    schema: reportPage,
    example: { month: '2026-03', reports: [{ ...listed, rows: [...listed.rows] }], nextCursor: null },
  },
  problems: ['invalidInput'],
});

export const showReport = defineOperation({
  id: 'showReport',
  method: 'get',
  path: '/api/v1/reports/{reportId}',
  tag: 'reports',
  scopes: ['reports.read', 'reports.write'],
  address: z.object({ reportId: z.uuid().describe('reportId') }),
  answer: { schema: reportWithVersions, example: { ...listed, rows: [...listed.rows], versions: [version] } },
  problems: ['notFound', 'invalidInput'],
});
