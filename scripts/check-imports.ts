import { readFileSync } from 'node:fs';
import { globSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

/** Which layers each layer may import from. What is not listed is not allowed. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  shared: ['shared'],
  domain: ['shared', 'domain'],
  schemas: ['shared', 'domain', 'schemas'],
  server: ['shared', 'domain', 'schemas', 'server'],
  client: ['shared', 'domain', 'schemas', 'client'],
  components: ['shared', 'domain', 'schemas', 'client', 'components'],
  app: ['shared', 'domain', 'schemas', 'server', 'client', 'components', 'app'],
};

/** Packages that the pure layers may use: none of the framework, the database or the schema library. */
const PURE_PACKAGES: Readonly<Record<string, readonly string[]>> = {
  shared: ['next-intl'],
  domain: [],
  schemas: ['zod'],
};

const TEST_PACKAGES = ['vitest', 'fast-check'];
/** What tests of the layers may use beside them: the example client is held against the portal. */
const FOR_TESTS = ['prisma/seed', 'scripts/', 'docs/example-client/'];
const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function layerOf(path: string): string | null {
  const [top, second] = path.split('/');
  return top === 'lib' ? (second ?? null) : top === 'components' || top === 'app' ? top : null;
}

/** Components for every feature: primitives, the frame of a page, how a month stands, what versions changed, and what a decision asks for and does in kronor. */
const COMMON = new Set([
  'ui',
  'frame',
  'decision',
  'document',
  'effect',
  'experience',
  'month-state',
  'receipt',
  'placement-decision',
  'plan-version',
  'report-versions',
]);

/** The feature folder of a component; features do not import each other. */
function featureOf(path: string): string | null {
  const [top, second] = path.split('/');
  return top === 'components' && !COMMON.has(second ?? '') ? (second ?? null) : null;
}

/** The faults in one file's imports, each as a sentence. Exported for its test. */
export function importFaults(path: string, source: string): string[] {
  const layer = layerOf(path);
  const isTest = /\.i?test\.tsx?$|\/testing\//.test(path);
  const faults: string[] = [];
  for (const match of source.matchAll(IMPORT)) {
    const specifier = match[1] ?? match[2] ?? '';
    if (/(^|\/)e2e\//.test(specifier) && !path.startsWith('e2e/'))
      faults.push(`${path}: nothing imports e2e (${specifier})`);
    if (layer === null) continue;
    if (specifier.startsWith('#') || specifier.startsWith('.')) {
      const target = specifier.startsWith('#')
        ? specifier.slice(1)
        : normalize(join(dirname(path), specifier));
      const targetLayer = layerOf(target);
      const inTests = isTest && FOR_TESTS.some((start) => target.startsWith(start));
      if (
        targetLayer === null
          ? !inTests && !target.endsWith('.json')
          : !(ALLOWED[layer] ?? []).includes(targetLayer)
      ) {
        faults.push(`${path}: ${layer} must not import ${specifier}`);
      }
      const [own, other] = [featureOf(path), featureOf(target)];
      if (own !== null && other !== null && own !== other)
        faults.push(`${path}: feature ${own} must not import ${specifier}`);
      continue;
    }
    const allowed = PURE_PACKAGES[layer];
    const isNode = specifier.startsWith('node:');
    if (allowed === undefined || (isTest && (TEST_PACKAGES.includes(specifier) || isNode))) continue;
    if (!allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`))) {
      faults.push(`${path}: ${layer} must not use ${specifier}`);
    }
  }
  return faults;
}

if (import.meta.main) {
  const files = globSync('{lib,components,app,scripts,prisma,bench}/**/*.{ts,tsx}').filter(
    (path) => !path.startsWith('lib/server/db/generated'),
  );
  const faults = files.flatMap((path) => importFaults(path, readFileSync(path, 'utf8')));
  for (const fault of faults) console.error(fault);
  console.log(`imports: ${files.length} files, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
