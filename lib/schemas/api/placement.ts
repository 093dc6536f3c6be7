import { z } from 'zod';
import { ACTIVITY_CODES } from '#lib/domain/activity/activity.ts';
import { defineOperation } from '#lib/schemas/api/operation.ts';
import { monthField, referenceText } from '#lib/schemas/api/report.ts';
import { monthText } from '#lib/schemas/month-text.ts';

/** Whose months there are to report: a month, and the placement that the page before ended with. */
export const placementsOfMonthInput = z.object({
  month: monthText.describe('placementMonth'),
  cursor: z.uuid().optional().describe('cursor'),
});
export type PlacementsOfMonthInput = z.infer<typeof placementsOfMonthInput>;

const servicePeriod = z
  .object({
    number: z.int().min(1).max(2).describe('periodNumber'),
    implementationReference: referenceText,
    from: z.iso.date().describe('periodFrom'),
    to: z.iso.date().describe('periodTo'),
  })
  .describe('servicePeriod');

export const listedPlacement = z
  .object({
    id: z.uuid().describe('placementId'),
    implementationReference: referenceText.describe('referenceOfMonth'),
    participantName: z.string().describe('participantName'),
    level: z.enum(['A', 'B', 'C']).describe('level'),
    office: z
      .object({ id: z.uuid().describe('officeId'), name: z.string().describe('officeName') })
      .describe('office'),
    from: z.iso.date().describe('placementFrom'),
    to: z.iso.date().describe('placementTo'),
    periods: z.array(servicePeriod).min(1).describe('periods'),
    plannedActivities: z.array(z.enum(ACTIVITY_CODES)).describe('plannedActivities'),
    reportId: z.uuid().nullable().describe('reportOfMonth'),
  })
  .describe('listedPlacement');

export const placementPage = z
  .object({
    month: monthField,
    placements: z.array(listedPlacement).describe('placements'),
    nextCursor: z.uuid().nullable().describe('nextCursor'),
  })
  .describe('placementPage');

export const listPlacements = defineOperation({
  id: 'listPlacements',
  method: 'get',
  path: '/api/v1/placements',
  tag: 'placements',
  scopes: ['reports.read', 'reports.write'],
  address: placementsOfMonthInput,
  answer: {
    schema: placementPage,
    example: {
      month: '2026-03',
      placements: [
        {
          id: '019a2c5e-7c00-7000-8000-000000000002',
          implementationReference: '100000001',
          participantName: 'Amina Exempel',
          level: 'B',
          office: { id: '019a2c5e-7c00-7000-8000-000000000003', name: 'Karlskrona' },
          from: '2026-01-12',
          to: '2026-07-11',
          periods: [
            { number: 1, implementationReference: '100000001', from: '2026-01-12', to: '2026-07-11' },
          ],
          plannedActivities: ['individualMeeting', 'ownWork', 'mapping'],
          reportId: null,
        },
      ],
      nextCursor: null,
    },
  },
  problems: ['invalidInput'],
});
