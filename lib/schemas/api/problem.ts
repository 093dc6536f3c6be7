import { z } from 'zod';

export const fieldProblem = z
  .object({
    pointer: z.string().describe('pointer'),
    row: z.int().min(1).optional().describe('fileRow'),
    column: z.string().optional().describe('column'),
    code: z.string().describe('faultCode'),
    message: z.string().describe('message'),
    fix: z.string().optional().describe('fix'),
  })
  .describe('fieldProblem');

/** `application/problem+json` (RFC 9457), the one shape of everything that goes wrong but a token. */
export const problemDocument = z
  .object({
    type: z.string().describe('problemType'),
    title: z.string().describe('problemTitle'),
    status: z.int().min(400).max(599).describe('problemStatus'),
    code: z.string().describe('problemCode'),
    errors: z.array(fieldProblem).describe('problemErrors'),
  })
  .describe('problemDocument');
