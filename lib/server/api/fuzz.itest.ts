import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hashToken, newOpaqueToken } from '#lib/server/auth/opaque-token.ts';
import { today } from '#lib/server/clock.ts';
import { database } from '#lib/server/db/client.ts';
import { openApiDocument } from '#lib/server/api/openapi-document.ts';
import { anyRequest } from '#lib/server/gate/testing/fuzz/arbitrary-request.ts';
import { judgeBy } from '#lib/server/gate/testing/fuzz/judge.ts';
import { rawRequest, slowRequests } from '#lib/server/gate/testing/fuzz/raw-requests.ts';
import { type FuzzTally, runFuzz } from '#lib/server/gate/testing/fuzz/run-fuzz.ts';
import { rawFaults, sendRaw } from '#lib/server/gate/testing/fuzz/send-raw.ts';
import {
  type Doors,
  openSmallPortal,
  type RouteHandler,
  type SmallPortal,
} from '#lib/server/gate/testing/fuzz/small-portal.ts';
import { type Identities, type Sender, sendSpec } from '#lib/server/gate/testing/fuzz/spec.ts';
import { apiTargets, routeTargets, type Target } from '#lib/server/gate/testing/fuzz/targets.ts';
import { buildApiClient } from '#lib/server/testing/builders/api-client.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildWorld, type World } from '#lib/server/testing/builders/world.ts';
import { listRoutes } from '#lib/server/testing/walls/entry-points.ts';
import { addMonthsTo, firstDay, monthOf } from '#lib/shared/month.ts';

// The small one of `npm run bench -- fuzz`: the real gate, the open API's handlers and a few of the portal's own.
const SEED = 20_261;
const PORTAL_DOORS =
  /^\/api\/(provider\/(entries|plans|webhooks|absence)|session|locale|login|code\/open|notifications\/choices)$/;
const document = openApiDocument('https://portal.example', 'sv');
let world: World;
let portal: SmallPortal;
let targets: readonly Target[];
let ids: readonly string[];
const headers = new Map<Sender, Readonly<Record<string, string>>>();
const identities: Identities = (as) => headers.get(as) ?? {};
const doors = new Map<string, Readonly<Record<string, RouteHandler | undefined>>>();

beforeAll(async () => {
  world = await buildWorld();
  process.env['APP_DATABASE_URL'] = world.appUrl;
  await makeSenders();
  const placement = await buildPlacement(world.owner, {
    office: world.office,
    from: firstDay(addMonthsTo(monthOf(today()), -2)),
  });
  ids = [placement.id, placement.reference, world.office.id, world.elsewhere.id, '2026-03'];
  targets = [...apiTargets(document), ...routeTargets([]).filter(({ path }) => PORTAL_DOORS.test(path))];
  for (const { path } of targets) {
    const file =
      listRoutes().find((route) => route.path.replaceAll(/\[(\w+)\]/g, '{$1}') === path)?.file ?? '';
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what a route's file exports
    doors.set(
      path,
      (await import(/* @vite-ignore */ `#${file}`)) as Doors extends ReadonlyMap<string, infer Handlers>
        ? Handlers
        : never,
    );
  }
  portal = await openSmallPortal(doors);
}, 60_000);
afterAll(async () => {
  await portal.close();
  await database().$disconnect();
  await world.close();
});

async function makeSenders(): Promise<void> {
  const [attestor, coach] = [await world.staff('signatory'), await world.staff('coach')];
  headers.set('badToken', { authorization: `Bearer ${newOpaqueToken()}` });
  headers.set('badSession', { cookie: `portal-session=${newOpaqueToken()}` });
  const kinds = [
    { as: 'token:own', provider: world.office.provider, scopes: ['reports.read', 'reports.write'], attestor },
    { as: 'token:reading', provider: world.office.provider, scopes: ['reports.read'] },
    { as: 'token:other', provider: world.elsewhere.provider, scopes: ['reports.read', 'reports.write'] },
  ] as const;
  for (const { as, ...given } of kinds) {
    const { apiClientId, scopes } = await buildApiClient(world.owner, given);
    const token = newOpaqueToken();
    await world.owner.accessToken.create({
      data: {
        tokenHash: new Uint8Array(hashToken(token)),
        apiClientId,
        scopes: [...scopes],
        expiresAt: new Date(Date.now() + 3_600_000),
      },
    });
    headers.set(as, { authorization: `Bearer ${token}` });
  }
  for (const { sessionId } of [attestor, coach]) {
    const token = newOpaqueToken();
    await world.owner.session.update({
      where: { id: sessionId },
      data: { tokenHash: new Uint8Array(hashToken(token)) },
    });
    headers.set(`session:${sessionId}`, { cookie: `portal-session=${token}` });
  }
}

const fuzz = (at: SmallPortal, given: readonly Target[], count: number): Promise<FuzzTally> =>
  runFuzz({
    requests: anyRequest({
      targets: given,
      ids,
      senders: {
        api: [...headers.keys()].filter((as) => as.startsWith('token:')),
        portal: [...headers.keys()].filter((as) => as.startsWith('session:')),
      },
    }),
    count,
    seed: SEED,
    concurrency: 4,
    send: (spec) => sendSpec(at.url, spec, identities, 10_000),
    judge: judgeBy(document),
  });

const told = ({ findings }: FuzzTally): readonly string[] =>
  [...findings].map(
    ([kind, { spec, answer }]) => `${kind} ${JSON.stringify(spec)} ${answer?.body.slice(0, 300)}`,
  );

describe('whatever is sent is answered in the portal’s own words', () => {
  test(`requests, right and wrong, by everybody (seed ${SEED})`, async () => {
    const tally = await fuzz(portal, targets, 250);
    expect(told(tally)).toEqual([]);
    expect(tally.sent).toBe(250);
    // It is no proof where nobody comes in.
    expect(tally.statuses['200']).toBeGreaterThan(8);
    expect(portal.errors).toEqual([]);
  }, 30_000);

  test(`bytes that are no HTTP, and requests that stop half way (seed ${SEED})`, async () => {
    const specs = [...fc.sample(rawRequest, { seed: SEED, numRuns: 200 }), ...slowRequests];
    const found = await Promise.all(
      specs.map(async (spec) => {
        const faults = rawFaults(await sendRaw(portal.url, spec, 8000));
        return faults.map((fault) => `${fault}: ${spec.kind} ${JSON.stringify(spec.pieces).slice(0, 300)}`);
      }),
    );
    expect(found.flat()).toEqual([]);
  }, 30_000);
});

describe('a fault is found and made small', () => {
  const target: Target = {
    method: 'POST',
    path: '/api/planted',
    isApi: false,
    address: {},
    bodies: [],
    examples: [],
    isForm: false,
  };
  const api: Target = { ...target, method: 'GET', path: '/api/v1/x', isApi: true };

  test.each<[string, RouteHandler, string]>([
    [
      'a defect for one value',
      async (request) => {
        if ((await request.text()).includes('-1')) throw new Error('boom');
        return Response.json({});
      },
      'status 500',
    ],
    ['a stack trace', () => Response.json({ detail: new Error('boom').stack }), 'leaks: path'],
    [
      'words of the database',
      () => Response.json({ detail: 'invalid input syntax for type uuid' }),
      'leaks: database',
    ],
    [
      'a problem of another shape',
      () => Response.json({ error: 'no' }, { status: 400 }),
      'no problem document',
    ],
  ])(
    '%s',
    async (_, handler, fault) => {
      const small = await openSmallPortal(
        new Map([
          ['/api/planted', { POST: handler }],
          ['/api/v1/x', {}],
        ]),
      );
      const tally = await fuzz(small, [target, api], 60);
      await small.close();
      const [found] = [...tally.findings.values()].filter(({ spec }) =>
        spec.target.startsWith('/api/planted'),
      );
      expect(found?.faults.join()).toContain(fault);
      expect(JSON.stringify(found?.spec).length).toBeLessThan(2000);
    },
    20_000,
  );
});
