import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ROUTE_REASONS, routeOf } from '#lib/domain/review/route.ts';

const terms = { riskThreshold: 20 };
const PROTECTED = { protected: true, correction: false };
const CORRECTION = { protected: false, correction: true };

test.each([
  [{ holds: 0, risk: 0 }, undefined, 'automatic', 'clear'],
  [{ holds: 0, risk: 19 }, undefined, 'automatic', 'lowRisk'],
  [{ holds: 0, risk: 20 }, undefined, 'person', 'risk'],
  [{ holds: 1, risk: 0 }, undefined, 'person', 'hold'],
  [{ holds: 1, risk: 90 }, undefined, 'person', 'hold'],
  [{ holds: 0, risk: 0 }, PROTECTED, 'person', 'protected'],
  [{ holds: 0, risk: 0 }, CORRECTION, 'person', 'correction'],
  [{ holds: 0, risk: 19 }, { protected: true, correction: true }, 'person', 'protected'],
  [{ holds: 2, risk: 0 }, PROTECTED, 'person', 'hold'],
  [{ holds: 0, risk: 50 }, CORRECTION, 'person', 'risk'],
] as const)('%j with %j goes to %s: %s', (judged, facts, route, reason) => {
  expect(routeOf(judged, terms, facts)).toEqual({ route, reason });
});

test('a hold, more risk, a lower threshold, protection or a correction never makes a report automatic', () => {
  const bool = fc.boolean();
  const count = fc.nat({ max: 3 });
  const risk = fc.nat({ max: 100 });
  fc.assert(
    fc.property(
      count,
      risk,
      fc.integer({ min: 1, max: 100 }),
      bool,
      bool,
      count,
      risk,
      (holds, low, threshold, p, c, more, up) => {
        const before = routeOf(
          { holds, risk: low },
          { riskThreshold: threshold },
          { protected: p, correction: c },
        );
        const worse = { holds: holds + more, risk: Math.min(100, low + up) };
        const after = routeOf(
          worse,
          { riskThreshold: Math.max(1, threshold - up) },
          { protected: true, correction: c },
        );
        expect(ROUTE_REASONS[after.route]).toContain(after.reason);
        expect([before.route, 'person']).toContain(after.route);
        expect(before.route === 'person' && after.route === 'automatic').toBe(false);
      },
    ),
    { verbose: true },
  );
});
