import { forbidden, type Problem } from '#lib/shared/problem.ts';

/** Nobody reconsiders what they decided themselves. */
export function ownDecision(): Problem {
  return forbidden([
    {
      pointer: '',
      code: 'ownDecision',
      message: 'Du har själv fattat beslutet som ska omprövas.',
      fix: 'Lämna omprövningen till en kollega.',
    },
  ]);
}
