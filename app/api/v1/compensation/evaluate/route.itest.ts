import type { POST as Post } from '#app/api/v1/compensation/evaluate/route.ts';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import examples from '#lib/domain/compensation/evaluate-examples.json' with { type: 'json' };
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { database } from '#lib/server/db/client.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { limits } from '#lib/server/rate-limit/limits.ts';
import { createTestDatabase, type TestDatabase } from '#lib/server/testing/test-database.ts';

let fresh: TestDatabase;
let route: { readonly POST: typeof Post };

beforeAll(async () => {
  fresh = await createTestDatabase();
  process.env['APP_DATABASE_URL'] = fresh.appUrl;
  route = await import('#app/api/v1/compensation/evaluate/route.ts');
});
afterAll(async () => {
  await database().$disconnect();
  await fresh.drop();
});
beforeEach(async () => {
  await withClient(fresh.ownerUrl, (client) => client.query('DELETE FROM rate_limit'));
});

async function post(body: string, headers: Record<string, string> = {}): Promise<Response> {
  return await route.POST(
    new Request('http://portal.test/api/v1/compensation/evaluate', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '192.0.2.7', ...headers },
      body,
    }),
  );
}

describe('anybody may calculate', () => {
  test('a list, each element answered in its place', async () => {
    const list = [...examples.map(({ input }) => input), {}];
    const response = await post(JSON.stringify(list));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(list.map((one) => evaluateInput(one)))));
  });

  test('what is no JSON, no list or too much is refused with a remedy, in Swedish or English', async () => {
    const broken = await post('[{]');
    expect(broken.status).toBe(400);
    expect(broken.headers.get('content-type')).toContain('application/problem+json');
    expect(await broken.json()).toMatchObject({
      code: 'malformedRequest',
      errors: [{ pointer: '', code: 'notJson', fix: expect.stringContaining('agreement') }],
    });
    const text = await post('"x"', { 'accept-language': 'en' });
    expect(text.status).toBe(422);
    expect(await text.json()).toMatchObject({
      errors: [{ code: 'notList', fix: expect.stringMatching(/^Send a list/) }],
    });
    const many = await post(`[${Array.from({ length: 2001 }, () => '0').join()}]`);
    expect(many.status).toBe(413);
    expect(await many.json()).toMatchObject({
      code: 'tooLarge',
      errors: [{ pointer: '/2000', code: 'tooManyElements', fix: 'Skicka färre i taget.' }],
    });
  });
});

describe('but not as often as they like', () => {
  const { capacity, perSecond } = limits.evaluate;

  /** Calls until one is refused: how many were answered, the most that could be in the time it took, and the refusal. */
  async function callUntilRefused(body: string, tokens: number) {
    const begun = performance.now();
    let answered = 0;
    for (;;) {
      const response = await post(body, { 'accept-language': 'en-GB' });
      const seconds = (performance.now() - begun) / 1000;
      if (response.status === 429) {
        return { answered, most: Math.floor((capacity + seconds * perSecond) / tokens), refused: response };
      }
      expect(response.status).toBe(200);
      answered += 1;
    }
  }

  test('one call too many is told how long to wait, and others are not', async () => {
    const { answered, most, refused } = await callUntilRefused('[]', 1);
    expect(answered).toBeGreaterThanOrEqual(capacity);
    expect(answered).toBeLessThanOrEqual(most);
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(await refused.json()).toMatchObject({
      title: 'Too many requests in a short time. Wait a while.',
      code: 'tooManyRequests',
      errors: [{ code: 'tooManyRequests', fix: 'Try again in 1 second.' }],
    });
    expect((await post('[]', { 'x-forwarded-for': '192.0.2.8' })).status).toBe(200);
  });

  test('a large call counts for several', async () => {
    // A little more than a mebibyte: five tokens.
    const { answered, most } = await callUntilRefused(`${' '.repeat(1024 * 1024)}[]`, 5);
    expect(answered).toBeGreaterThanOrEqual(capacity / 5);
    expect(answered).toBeLessThanOrEqual(most);
  });
});
