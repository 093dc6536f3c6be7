import type { GoldenCase } from '#lib/domain/agreement/golden-case.ts';
import { readJson } from '#lib/domain/agreement/read-cases.ts';
import { type SaveCaseInput, saveCaseInput } from '#lib/schemas/agreement-draft.ts';
import { ON_DRAFT, withinMost } from '#lib/server/agreement/golden-case-commands.ts';
import { defineCommand } from '#lib/server/command/command.ts';
import { validateFacts } from '#lib/domain/compensation/validate.ts';
import { type FieldProblem, notFound, type Problem, validationProblem } from '#lib/shared/problem.ts';
import { err, ok, type Result } from '#lib/shared/result.ts';

function objectFault(pointer: string, value: unknown): readonly FieldProblem[] {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return [];
  const fix = 'Texten ska börja med { och sluta med }.';
  return [{ pointer, code: 'notObject', message: 'Texten är inget objekt.', fix }];
}

/** Every fault of the facts at their field, with the place within them: they are one text. */
function factsFaults(value: unknown): readonly FieldProblem[] {
  const read = validateFacts(value);
  if (read.ok) return [];
  return read.error.map(({ pointer, code, message }) => ({
    pointer: '/facts',
    code: `${code} ${pointer}`,
    message: `Fakta, ${pointer === '' ? 'hela' : pointer}: ${message}`,
  }));
}

function readCase(given: SaveCaseInput): Result<GoldenCase, readonly FieldProblem[]> {
  const faults: FieldProblem[] = [];
  if (given.name.trim() === '') {
    faults.push({
      pointer: '/name',
      code: 'required',
      message: 'Namnet saknas.',
      fix: 'Skriv vad fallet prövar.',
    });
  }
  const facts = readJson(given.facts, '/facts');
  faults.push(...(facts.ok ? factsFaults(facts.value) : facts.error));
  const expected = given.expected.trim() === '' ? ok(null) : readJson(given.expected, '/expected');
  if (!expected.ok) faults.push(...expected.error);
  else if (expected.value !== null) faults.push(...objectFault('/expected', expected.value));
  return facts.ok && expected.ok && faults.length === 0
    ? ok({ name: given.name.trim(), facts: facts.value, expected: expected.value })
    : err(faults);
}

/** Adds a case that was written by hand, or changes one. Without an expected answer it waits for one to be confirmed. */
export const saveGoldenCase = defineCommand({
  ...ON_DRAFT,
  name: 'agreementDraft.saveCase',
  input: saveCaseInput,
  decide: ({ goldenCases }, given): Result<readonly GoldenCase[], Problem> => {
    const read = readCase(given);
    if (!read.ok) return err(validationProblem(read.error));
    if (given.index === null) return withinMost([...goldenCases, read.value], '/name');
    if (given.index >= goldenCases.length) return err(notFound());
    return ok(goldenCases.map((one, at) => (at === given.index ? read.value : one)));
  },
});
