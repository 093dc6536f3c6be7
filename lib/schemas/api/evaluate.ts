import examples from '#lib/domain/compensation/evaluate-examples.json' with { type: 'json' };
import { z } from 'zod';
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { NOT_PAYABLE_REASONS } from '#lib/domain/compensation/evaluation.ts';
import { fieldProblem } from '#lib/schemas/api/problem.ts';
import { defineOperation } from '#lib/schemas/api/operation.ts';
import { EVALUATE_LIMITS } from '#lib/schemas/evaluate.ts';

const component = z.enum(['basePay', 'resultPay', 'speedBonus', 'supplement']).describe('component');
const key = z.string().describe('lineKey');
const amountOre = z.int().describe('lineAmountOre');

const evaluation = z
  .object({
    lines: z
      .array(
        z.object({
          key,
          component,
          quantity: z.number().describe('quantity'),
          unitOre: z.int().nullable().describe('unitOre'),
          amountOre,
          because: z.array(z.looseObject({})).describe('because'),
        }),
      )
      .describe('lines'),
    pending: z
      .array(z.object({ key, component, dueOn: z.iso.date().describe('dueOn'), amountOre }))
      .describe('pending'),
    notPayable: z
      .array(
        z.object({
          key,
          component,
          reason: z.enum(NOT_PAYABLE_REASONS).describe('notPayableReason'),
          amountOre,
        }),
      )
      .describe('notPayable'),
    deltas: z.array(z.object({ key, amountOre })).describe('deltas'),
    totals: z.object({ earnedOre: z.int(), postedOre: z.int(), deltaOre: z.int() }).describe('totals'),
  })
  .describe('evaluation');

const evaluationFault = z
  .object({
    error: z
      .object({ code: z.literal('invalidInput'), errors: z.array(fieldProblem).describe('problemErrors') })
      .describe('evaluationError'),
  })
  .describe('evaluationFault');

const one = evaluation.or(evaluationFault);
const element = z
  .looseObject({
    agreement: z.looseObject({}).describe('agreement'),
    facts: z.looseObject({}).describe('facts'),
  })
  .describe('evaluateElement');

export const evaluateRequest = z
  .array(element)
  .max(EVALUATE_LIMITS.elements)
  .or(element)
  .describe('evaluateBody');
export const evaluateAnswer = z.array(one).or(one).describe('evaluateAnswer');

const [example] = examples;
if (example === undefined) throw new Error('There is no worked example');

export const evaluateCompensation = defineOperation({
  id: 'evaluateCompensation',
  method: 'post',
  path: '/api/v1/compensation/evaluate',
  tag: 'compensation',
  scopes: null,
  body: {
    type: 'application/json',
    schema: evaluateRequest,
    example: [example.input],
  },
  answer: {
    schema: evaluateAnswer,
    example: [one.parse(evaluateInput(example.input))],
  },
  problems: ['malformedRequest', 'tooLarge', 'unsupportedMediaType', 'invalidInput'],
});
