import { expect, test } from 'vitest';
import { baseText, typedForm } from '#components/reporting/report-typed.ts';
import type { TypedMonth } from '#lib/domain/month-grid/grid-field.ts';
import { readTyped } from '#lib/domain/month-grid/typed-month.ts';
import type { MonthPage } from '#lib/domain/report/month-page.ts';
import { EMPTY_CONTENT } from '#lib/domain/report/report-content.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { conflict, type Problem, validationProblem } from '#lib/shared/problem.ts';

function page(typed: TypedMonth, draftVersion = 1): MonthPage {
  const { content, problems } = readTyped(typed, { minuteStep: 15, locale: 'sv' });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the form asks for no more of the page than this
  return {
    typed,
    unread: problems,
    planned: ['individualMeeting', 'ownWork', 'mapping'],
    fromLog: EMPTY_CONTENT,
    row: { draftVersion, content },
  } as unknown as MonthPage;
}

/** What a form was sent with: its lines as they were shown then. */
function attempt(
  shown: MonthPage,
  typed: TypedMonth,
  problem: Problem,
  more: KeptForm['values'] = {},
): KeptForm {
  const { lines, base, version } = typedForm(shown, null);
  const cells = lines.flatMap(({ activity, cells: own }) =>
    own.map(({ form, index }) => ({ activity, form, index })),
  );
  const values = cells.flatMap(({ activity, form, index }) => [
    [`rows.${index}.activity`, activity],
    [`rows.${index}.form`, form ?? ''],
    [`rows.${index}.minutes`, typed[`${activity}:${form ?? 'none'}`] ?? ''],
  ]);
  const { jobSuggestions = '0', languageSupport = '' } = typed;
  return {
    idempotencyKey: 'k',
    problem,
    values: {
      version,
      base: baseText(base),
      jobSuggestions,
      languageSupport,
      ...Object.fromEntries(values),
      ...more,
    },
  };
}

test('a cell that cannot be read stands in the form as it was typed, with what is wrong at it', () => {
  const { lines, problems } = typedForm(
    page({ 'mapping:video': '1,5', 'individualMeeting:onSite': '1:00' }),
    null,
  );
  const cells = lines.flatMap(({ cells: own }) => own);
  const index = cells.find(({ text }) => text === '1,5')?.index;
  expect(cells.filter(({ text }) => text !== '').map(({ text }) => text)).toEqual(['60', '1,5']);
  expect(problems).toMatchObject([{ pointer: `/rows/${index}/minutes`, code: 'minutesUnit' }]);
});

test('what only one of the two has changed is taken from that one, and the version is the one that is kept', () => {
  const shown = page({ 'mapping:onSite': '1:00' });
  const kept = page({ 'mapping:onSite': '1:00', 'health:video': '0:30' }, 2);
  const typed = { 'mapping:onSite': '90' };
  const form = typedForm(kept, attempt(shown, typed, conflict()));
  expect(form).toMatchObject({
    version: '2',
    changed: [],
    typed: { 'mapping:onSite': '1:30', 'health:video': '0:30' },
  });
});

test('a field that both have changed holds what was typed, and tells what is kept', () => {
  const shown = page({ 'mapping:onSite': '1:00' });
  const kept = page({ 'mapping:onSite': '2:00' }, 2);
  const form = typedForm(kept, attempt(shown, { 'mapping:onSite': '90' }, conflict()));
  expect(form.changed).toEqual([{ field: 'mapping:onSite', mine: '1:30', theirs: '2:00' }]);
  expect(form.typed).toEqual({ 'mapping:onSite': '1:30' });
});

test('a form that was refused keeps the version it was filled in from, and its problems follow their fields', () => {
  const shown = page({});
  const kept = page({ 'careerGuidance:phone': '0:30' }, 2);
  const index = typedForm(shown, null).lines.findLast(({ activity }) => activity === 'mapping')?.cells[0]
    ?.index;
  const problem = validationProblem([
    { pointer: `/rows/${index}/minutes`, code: 'minutesStep', message: '' },
  ]);
  const extra = { 'rows.7.activity': 'information', 'rows.7.form': 'onSite', 'rows.7.minutes': '30' };
  const form = typedForm(kept, attempt(shown, { 'mapping:onSite': '50' }, problem, extra));
  const now = form.lines.find(({ activity }) => activity === 'mapping')?.cells[0];
  expect(form).toMatchObject({
    version: '1',
    typed: { 'mapping:onSite': '0:50', 'information:onSite': '0:30' },
  });
  expect(now?.text).toBe('50');
  expect(form.problems.map(({ pointer }) => pointer)).toEqual([`/rows/${now?.index}/minutes`]);
});
