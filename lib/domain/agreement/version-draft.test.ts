import { describe, expect, it } from 'vitest';
import { DRAFT_STATUSES, draftRights, isSecondPerson } from '#lib/domain/agreement/version-draft.ts';
import { TERMS_MEMBERS } from '#lib/domain/agreement/terms-member.ts';
import { validateTerms, validFromFaults } from '#lib/domain/agreement/terms-faults.ts';
import { termsFromForm, typedTermsAt } from '#lib/domain/agreement/terms-form.ts';
import terms from '#lib/domain/terms/terms-example-1.json' with { type: 'json' };
import { plainDate } from '#lib/shared/plain-date.ts';

describe('four eyes', () => {
  const people = { editorIds: ['maryam', 'third'], submittedById: 'anna' };

  it.each(['maryam', 'third', 'anna'])('%s is a first person', (person) => {
    expect(isSecondPerson(person, people)).toBe(false);
  });

  it('somebody else is a second one, and may publish only what is submitted', () => {
    const rights = DRAFT_STATUSES.map((status) =>
      draftRights(status, people, { personId: 'henrik', isAdmin: true }),
    );
    expect(rights.map(({ mayPublish }) => mayPublish)).toEqual([false, true, false, false]);
    expect(rights.map(({ mayEdit }) => mayEdit)).toEqual([true, false, false, false]);
  });

  it('who reads alone may do nothing', () => {
    for (const status of DRAFT_STATUSES) {
      expect(draftRights(status, people, { personId: 'viktor', isAdmin: false })).toEqual({
        mayEdit: false,
        mayPublish: false,
        mayReturn: false,
      });
    }
  });
});

describe('terms', () => {
  const typed = Object.fromEntries(
    Object.keys(TERMS_MEMBERS).map((path) => [path, typedTermsAt(terms, path)]),
  );
  const nested = (values: Readonly<Record<string, string>>) => {
    const form: Record<string, unknown> = {};
    for (const [path, value] of Object.entries(values)) {
      const [outer = path, inner] = path.split('.');
      form[outer] = inner === undefined ? value : { ...(form[outer] as object | undefined), [inner]: value };
    }
    return form;
  };

  it('of the example are valid, and the form gives them back', () => {
    expect(validateTerms(terms).ok).toBe(true);
    expect(termsFromForm(nested(typed))).toEqual(terms);
  });

  it.each(Object.entries(TERMS_MEMBERS))('%s has bounds', (path, { min, max }) => {
    for (const outside of [min - 1, max + 1]) {
      const scale = TERMS_MEMBERS[path]?.unit === 'permille' ? 10 : 1;
      const document = termsFromForm(nested({ ...typed, [path]: String(outside / scale) }));
      expect(validateTerms(document)).toMatchObject({
        ok: false,
        error: [{ pointer: `/${path.replace('.', '/')}`, code: 'outOfRange' }],
      });
    }
  });

  it('begin after today, on a day of their own', () => {
    const today = plainDate('2026-06-15');
    const taken = [plainDate('2026-07-01')];
    const codes = (day: string) => validFromFaults(day, today, taken).map(({ code }) => code);
    expect(codes('2026-06-15')).toEqual(['notAhead']);
    expect(codes('2026-06-16')).toEqual([]);
    expect(codes('2026-07-01')).toEqual(['taken']);
    expect(codes('i morgon')).toEqual(['notDate']);
  });
});
