import { describe, expect, it } from 'vitest';
import { importFaults } from './check-imports.ts';

describe('imports point one way', () => {
  it('lets a component use the domain, and a page use the server', () => {
    expect(importFaults('components/review/a.tsx', "import { a } from '#lib/domain/report/a.ts';")).toEqual(
      [],
    );
    expect(importFaults('app/review/page.tsx', "import { a } from '#lib/server/review/a.ts';")).toEqual([]);
  });

  it.each([
    ['components/review/a.tsx', "import { a } from '#lib/server/review/a.ts';"],
    ['lib/domain/report/a.ts', "import { z } from 'zod';"],
    ['lib/domain/report/a.ts', "import { readFileSync } from 'node:fs';"],
    ['lib/shared/a.ts', "import { b } from '#lib/domain/b.ts';"],
    ['lib/server/a.ts', "import { b } from '#components/ui/button.tsx';"],
    ['components/review/a.tsx', "import { a } from '#components/choice/a.tsx';"],
    ['app/page.tsx', "import { a } from '#e2e/actions/login.ts';"],
    ['lib/domain/a.ts', "const a = await import('#lib/server/b.ts');"],
    ['lib/domain/a.ts', "export { b } from '../server/b.ts';"],
  ])('stops %s with %s', (path, source) => {
    expect(importFaults(path, source)).toHaveLength(1);
  });

  it('lets tests of pure layers use the test tools', () => {
    expect(importFaults('lib/domain/report/a.test.ts', "import { it } from 'vitest';")).toEqual([]);
  });
});
