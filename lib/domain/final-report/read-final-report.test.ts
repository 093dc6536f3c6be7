import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ActivityCode, isActivityCode } from '#lib/domain/activity/activity.ts';
import type { FinalReportFacts } from '#lib/domain/final-report/final-report.ts';
import { answersIn, finalReportTexts } from '#lib/domain/final-report/report-answers.ts';
import { copyRemarks, printsOf } from '#lib/domain/document/copied-text.ts';
import { sensitiveRemarks } from '#lib/domain/final-report/final-report-remarks.ts';
import { readFinalReport } from '#lib/domain/final-report/read-final-report.ts';
import { GOOD_REPORTS } from '#lib/domain/final-report/testing/good-reports.ts';
import { type TypedFinalReport, typedOf, valuesOf } from '#lib/domain/final-report/typed-report.ts';
import { isNearCopy } from '#lib/domain/text/words.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const day = plainDate('2026-05-04');
const done = (activity: ActivityCode): FinalReportFacts['activities'][number] => ({
  activity,
  minutes: 120,
  first: day,
  last: day,
  days: 1,
  forms: ['onSite'],
  purpose: 'Öka chansen till arbete genom att skriva ansökningar varje vecka tillsammans med handledaren.',
  goal: null,
});
const factsOf = (typed: TypedFinalReport, switched = typed.occupation === 'switched'): FinalReportFacts => ({
  activities: Object.keys(typed.activities).filter(isActivityCode).map(done),
  plan: null,
  workdays: 5,
  copies: [],
  verdicts: [],
  switched,
});
function faultsOf(change: Partial<TypedFinalReport>, switched?: boolean, of = 0): readonly string[] {
  const good = GOOD_REPORTS[of];
  if (good === undefined) throw new RangeError('No such report');
  const read = readFinalReport({ ...good, ...change }, factsOf(good, switched));
  return read.ok ? [] : read.error.map(({ pointer, code }) => `${pointer} ${code}`);
}

describe('a report that the next coach can plan from', () => {
  it.each(GOOD_REPORTS.map((report, at) => [at, report] as const))(
    'has no fault, and nothing is pointed out in it: %i',
    (_, typed) => {
      const facts = factsOf(typed);
      const read = readFinalReport(typed, facts);
      expect(read.ok ? [] : read.error).toEqual([]);
      if (!read.ok) return;
      expect(sensitiveRemarks(answersIn(read.value, facts))).toEqual([]);
      expect(typedOf(read.value)).toEqual({ ...typed, next: read.value.next });
    },
  );

  it('is no near copy of another, answer by answer', () => {
    const texts = GOOD_REPORTS.map((typed) => [
      typed.progress,
      ...Object.values(typed.activities).flatMap((answers) => Object.values(answers)),
    ]);
    const pairs = texts.flatMap((one, at) => texts.slice(at + 1).map((other) => [one, other] as const));
    const copies = pairs.flatMap(([one, other]) => one.filter((a) => other.some((b) => isNearCopy(a, b))));
    expect(copies).toEqual([]);
  });

  it('comes back from its fields as it was', () => {
    expect(valuesOf({ main: { occupation: 'switched' }, activities: [], progress: 'a', next: '' })).toEqual({
      occupation: 'switched',
      progress: 'a',
    });
    const [typed] = GOOD_REPORTS;
    const read = typed === undefined ? null : readFinalReport(typed, factsOf(typed));
    expect(read?.ok === true ? valuesOf(read.value) : null).toMatchObject({
      'jobs.0.extent': '75',
      'activities.employerContacts.worked': expect.stringContaining('arbetsledaren'),
    });
  });
});

describe('a report that lacks something', () => {
  it('names what the occupation asks for, at its field', () => {
    expect(faultsOf({ occupation: '' })).toContain('/occupation occupationMissing');
    expect(faultsOf({ jobs: [] })).toEqual(['/jobs/0/field fieldMissing']);
    expect(faultsOf({ jobs: [{ field: 'Rymden', group: 'x', form: 'sometimes', extent: '101' }] })).toEqual([
      '/jobs/0/field fieldMissing',
      '/jobs/0/group groupMissing',
      '/jobs/0/form formMissing',
      '/jobs/0/extent extentUnknown',
    ]);
    expect(faultsOf({ occupation: 'studies' })).toEqual([
      '/level levelMissing',
      '/programme programmeMissing',
      '/weeks weeksUnknown',
    ]);
    expect(faultsOf({ occupation: 'seeking', seeking: 'Vet ej' })).toContain('/seeking thinAnswer.phrase');
    expect(faultsOf({ occupation: 'switched' }, false)).toContain('/occupation notSwitched');
  });

  it('asks for a next step unless there is work or studies', () => {
    expect(faultsOf({ next: '' })).toEqual([]);
    expect(faultsOf({ next: '' }, true, 3)).toEqual(['/next thinAnswer.missing']);
    expect(faultsOf({ next: 'Fortsatt stöd.' })).toEqual(['/next thinAnswer.phrase']);
  });

  it('asks for an answer of each activity that was done, and for none of others', () => {
    expect(faultsOf({ activities: {} })).toHaveLength(6);
    const extra = { done: 'Dito', worked: '', notWorked: '' };
    expect(faultsOf({ activities: { ...GOOD_REPORTS[0]?.activities, health: extra } })).toEqual([]);
  });

  it('is told of the second of two equal answers', () => {
    const answers = GOOD_REPORTS[0]?.activities['individualMeeting'];
    if (answers === undefined) throw new RangeError('No such activity');
    expect(faultsOf({ activities: { individualMeeting: answers, employerContacts: answers } })).toEqual([
      '/activities/employerContacts/done thinAnswer.repeated',
      '/activities/employerContacts/worked thinAnswer.repeated',
      '/activities/employerContacts/notWorked thinAnswer.repeated',
    ]);
  });

  it('never throws, whatever is typed', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('work', 'studies', 'seeking', '12', 'Transport'));
    const job = fc.record({ field: text, group: text, form: text, extent: text });
    const answers = fc.record({ done: text, worked: text, notWorked: text });
    const typed = fc.record({
      occupation: text,
      jobs: fc.array(job, { maxLength: 3 }),
      level: text,
      programme: text,
      weeks: text,
      seeking: text,
      other: text,
      activities: fc.dictionary(fc.constantFrom('mapping', 'health', '__proto__', 'x'), answers),
      progress: text,
      next: text,
    });
    fc.assert(
      fc.property(typed, (report) => {
        expect(readFinalReport(report, factsOf(report)).ok).toBeTypeOf('boolean');
      }),
    );
  });
});

describe('what is pointed out in a report', () => {
  it('is identity numbers and words of health, at their answers', () => {
    const answer = {
      pointer: '/progress',
      question: 'progress' as const,
      where: '”Framsteg”',
      text: 'Efter diagnosen 19900101-2385 gick det bättre.',
      planned: [],
    };
    expect(sensitiveRemarks([answer]).map(({ message }) => message)).toEqual([
      expect.stringContaining('ser ut som ett personnummer'),
      expect.stringContaining('”diagnosen” kan säga något om någons hälsa'),
    ]);
  });

  it('is copies, by how many and where, never whose', () => {
    const [typed] = GOOD_REPORTS;
    if (typed === undefined) throw new RangeError('No such report');
    const facts = factsOf(typed);
    const read = readFinalReport(typed, facts);
    if (!read.ok) throw new Error('A good report was refused');
    const texts = finalReportTexts(read.value);
    const said = answersIn(read.value, facts).filter(({ text }) => text !== '');
    expect(
      texts.filter(({ text }) => text !== '').map(({ place, where, text }) => [place, where, text]),
    ).toEqual(expect.arrayContaining(said.map(({ pointer, where, text }) => [pointer, where, text])));
    expect(printsOf(texts, 'p').map(({ place }) => place)).toContain('/activities/employerContacts/done');
    const remarks = copyRemarks(texts, [{ place: '/progress', documents: 3 }]);
    expect(remarks).toHaveLength(1);
    expect(remarks[0]?.message).toContain('upp till 3 andra handlingar om andra deltagare');
    expect(copyRemarks(texts, [])).toEqual([]);
  });
});
