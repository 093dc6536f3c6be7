import { describe, expect, test } from 'vitest';
import { limitedDoor } from '#lib/server/rate-limit/limited-doors.ts';
import { listRoutes } from '#lib/server/testing/walls/entry-points.ts';

describe('what is counted at the gate', () => {
  test.each([
    ['GET', '/providers', 'providerPages', 'address'],
    ['HEAD', '/providers/', 'providerPages', 'address'],
    ['GET', '/providers/map', 'providerPages', 'address'],
    ['GET', '/confirm/secret', 'confirmation', 'address'],
    ['POST', '/api/employer-confirmations/answer', 'confirmation', 'address'],
    ['GET', '/shared-plan/secret', 'sharedPlan', 'address'],
    ['POST', '/api/login', 'login', 'address'],
    ['GET', '/api/auth/callback/eid', 'login', 'address'],
    ['GET', '/api/step-up/callback', 'login', 'address'],
    ['GET', '/api/invitation/secret', 'login', 'address'],
    ['POST', '/api/oauth/token', 'token', 'address'],
    ['POST', '/api/administration/invitations', 'mails', 'session'],
    ['POST', '/api/administration/invitations/1/resend', 'mails', 'session'],
    ['POST', '/api/employer-confirmations/ask', 'mails', 'session'],
    ['GET', '/api/statements/1/xlsx', 'files', 'session'],
    ['GET', '/api/review/queue/csv', 'files', 'session'],
    ['POST', '/api/provider/exports', 'files', 'session'],
    ['POST', '/api/participant/complaints', 'changes', 'session'],
    ['POST', '/api/review/decide', 'changes', 'session'],
  ])('%s %s counts as %s by %s', (method, path, name, by) => {
    expect(limitedDoor(method, path)).toMatchObject({ limit: { name }, by });
  });

  test.each([
    ['GET', '/'],
    ['GET', '/provider/providers'],
    ['GET', '/api/providers/csv'],
    ['POST', '/api/v1/reports'],
    ['GET', '/api/health'],
  ])('%s %s is not: nothing is given away there, or it counts for itself', (method, path) => {
    expect(limitedDoor(method, path)).toBeNull();
  });

  test('every route that changes something is, but for those of systems, which count for themselves', () => {
    const changing = listRoutes().filter(({ methods }) => methods.includes('POST'));
    const uncounted = changing.filter(
      ({ path }) => limitedDoor('POST', path.replaceAll(/\[[^\]]+\]/g, 'x')) === null,
    );
    expect(uncounted.filter(({ path }) => !/^\/api\/(v1|auth)\//.test(path))).toEqual([]);
  });
});
