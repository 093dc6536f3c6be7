import { expect, test } from 'vitest';
import { apiPage } from '#lib/server/api/api-page.ts';

test.each(['sv', 'en'] as const)(
  'every field on the page has a type, and those of webhooks their words (%s)',
  (locale) => {
    const { operations, webhooks } = apiPage('https://portal.example', locale, { or: 'or', list: 'list of' });
    const told = [...webhooks.headers, ...webhooks.report, ...webhooks.statement];
    const called = operations.flatMap(({ parameters, body, answer }) => [
      ...parameters,
      ...(body?.fields ?? []),
      ...answer.fields,
    ]);
    expect([...told, ...called].filter(({ type }) => type === '')).toEqual([]);
    expect(told.filter(({ description }) => description === '')).toEqual([]);
    expect(told.length).toBeGreaterThan(20);
    expect(called.find(({ name }) => name === 'reports[].reason')?.type).toBe('string or null');
  },
);
