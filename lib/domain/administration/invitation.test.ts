import { expect, it } from 'vitest';
import { canBeSamePerson } from '#lib/domain/administration/invitation.ts';

it.each([
  ['Nora Ek', 'Nora Ek', true],
  ['nora ek', 'Nora Maria Lindgren', true],
  ['Ek, Nora', 'Nora Ek', true],
  ['Anna-Karin Ström', 'ANNA STROM', true],
  ['José Ortiz', 'Jose Perez', true],
  ['Nora Ek', 'Göran Melin', false],
  ['N. Ek', 'N Berg', false],
  ['', 'Nora Ek', false],
])('an invitation to "%s" and the e-ID of "%s"', (invited, identified, isPossible) => {
  expect(canBeSamePerson(invited, identified)).toBe(isPossible);
});
