import { describe, expect, it } from 'vitest';
import {
  conflict,
  forbidden,
  inLocale,
  knownProblem,
  notFound,
  tooLarge,
  unprocessable,
  validationProblem,
} from '#lib/shared/problem.ts';

describe('a problem', () => {
  it('has one shape, with its faults named', () => {
    const fault = {
      pointer: '/rows/3/minutes',
      row: 5,
      column: 'minutes',
      code: 'notStep15',
      message: 'Ange …',
    };
    expect(validationProblem([fault])).toEqual({
      type: '/problems/invalidInput',
      title: 'Något i det du skickade behöver rättas.',
      status: 422,
      code: 'invalidInput',
      errors: [fault],
    });
  });

  it('says with its status what kind it is', () => {
    const statuses = [forbidden(), notFound(), conflict(), tooLarge(), knownProblem('malformedRequest')];
    expect(statuses.map((problem) => problem.status)).toEqual([403, 404, 409, 413, 400]);
  });

  it('may carry a code and title of a feature', () => {
    const title = { sv: 'Redan inskickad.', en: 'Already submitted.' };
    expect(conflict([], { code: 'alreadySubmitted', title })).toMatchObject({ status: 409, title: title.sv });
    expect(unprocessable('planMissing', title)).toMatchObject({ status: 422, type: '/problems/planMissing' });
  });

  it('has its title in English too', () => {
    expect(inLocale(notFound(), 'en').title).toBe('What you are looking for is not here.');
    expect(knownProblem('forbidden', [], 'en').title).toBe('You are not allowed to do this.');
    const own = unprocessable('planMissing', { sv: 'Plan saknas.', en: 'No plan.' });
    expect(inLocale(own, 'en')).toEqual(own);
  });
});
