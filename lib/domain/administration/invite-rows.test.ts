import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { readInviteRows } from '#lib/domain/administration/invite-rows.ts';

const OFFICES = [
  { id: 'v', name: 'Västerås City' },
  { id: 'k', name: 'Köping' },
  { id: 'h1', name: 'Hamnen' },
  { id: 'h2', name: 'Hamnen' },
];
const read = (text: string) => readInviteRows(text, OFFICES);
const codes = (text: string) => {
  const result = read(text);
  return result.ok ? [] : result.error.map(({ row, code }) => [row, code]);
};

describe('rows of people to invite', () => {
  it('are read with semicolons or tabs, heads or none, in the words that people use', () => {
    const expected = {
      ok: true,
      value: [
        {
          row: 2,
          name: 'Nora Ek',
          email: 'nora@tallmo.example',
          roles: ['coach', 'reporter'],
          scope: ['v', 'k'],
        },
        { row: 4, name: 'Bo Dahl', email: 'bo@tallmo.example', roles: ['signatory'], scope: 'all' },
      ],
    };
    const text =
      'Namn;Mejl;Roll;Verksamheter\nNora Ek; nora@tallmo.example ;Rapportör, handledare;västerås city, Köping\n\n"Bo Dahl";bo@tallmo.example;behörig att intyga;Alla\n';
    expect(read(text)).toEqual(expected);
    expect(read(text.replaceAll(';', '\t').replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it.each([
    ['Nora Ek;nora;coach;alla', [[1, 'emailInvalid']]],
    ['Nora Ek;nora@x.se;chef;alla', [[1, 'roleUnknown']]],
    ['Nora Ek;nora@x.se;;alla', [[1, 'roleMissing']]],
    ['Nora Ek;nora@x.se;coach;', [[1, 'officeMissing']]],
    ['Nora Ek;nora@x.se;coach;Umeå', [[1, 'officeUnknown']]],
    ['Nora Ek;nora@x.se;coach;Hamnen', [[1, 'officeAmbiguous']]],
    ['Nora Ek;nora@x.se;coach;Köping;mer', [[1, 'tooManyCells']]],
    ['Nora Ek;nora@x.se;coach;alla\nNora E;NORA@x.se;intake;alla', [[2, 'emailTwice']]],
    [
      ';fel;chef;Umeå\nBo;bo@x.se;coach;alla',
      [
        [1, 'nameMissing'],
        [1, 'emailInvalid'],
        [1, 'roleUnknown'],
        [1, 'officeUnknown'],
      ],
    ],
    [' \n\n', [[undefined, 'rowsNone']]],
    [Array.from({ length: 201 }, (_, n) => `P;p${n}@x.se;coach;alla`).join('\n'), [[undefined, 'rowsMany']]],
  ])('%# names each fault by its row', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('come back as they were written, whatever is in them', () => {
    const word = fc.stringMatching(/^[a-zåäö]{2,12}$/);
    const row = fc.record({
      name: word,
      roles: fc.uniqueArray(fc.constantFrom(...PROVIDER_ROLES), { minLength: 1 }),
      all: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const text = rows.map(
          ({ name, roles, all }, n) => `${name}x;p${n}@x.se;${roles.join('+')};${all ? 'alla' : 'Köping'}`,
        );
        const result = read(text.join('\n'));
        expect(result.ok && result.value.map(({ name, roles, scope }) => ({ name, roles, scope }))).toEqual(
          rows.map(({ name, roles, all }) => ({
            name: `${name}x`,
            roles: PROVIDER_ROLES.filter((role) => roles.includes(role)),
            scope: all ? 'all' : ['k'],
          })),
        );
      }),
    );
  });

  it('never throw', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => read(text)).not.toThrow();
      }),
    );
  });
});
