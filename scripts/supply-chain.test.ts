import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EXIT, readAdvisories } from '#scripts/lib/advisories.ts';
import { billOfMaterials } from '#scripts/lib/bill-of-materials.ts';
import { isAllowed, licenceFaults } from '#scripts/lib/licences.ts';
import { type LockedPackage, readLock, readManifest, runsHere } from '#scripts/lib/lock-file.ts';

const manifest = readManifest();
const packages = readLock();
const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
const planted: LockedPackage = {
  name: 'planted',
  version: '1.0.0',
  path: 'node_modules/planted',
  license: 'AGPL-3.0-only',
  integrity: null,
  isDev: false,
  isOptional: false,
  os: [],
  cpu: [],
  libc: [],
  asksFor: [],
};

describe('what we depend on', () => {
  test('is pinned to exact versions, and the lock file has the same', () => {
    const loose = Object.entries(direct).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(loose).toEqual([]);
    const locked = new Map(packages.map(({ path, version }) => [path, version]));
    expect(Object.keys(direct).map((name) => [name, locked.get(`node_modules/${name}`)])).toEqual(
      Object.entries(direct),
    );
  });

  test('can say why it is here', () => {
    const said = readFileSync('docs/decisions/0008-dependencies.md', 'utf8');
    const cells = said
      .split('\n')
      .flatMap((line) => (line.startsWith('| ') ? [line.split('|')[1] ?? ''] : []));
    const named = new Set(cells.flatMap((cell) => cell.split(/[\s,()]+/)));
    const fonts = new Set(
      [...named]
        .filter((word) => word.startsWith('-'))
        .map((word) => `@fontsource-variable/noto-sans${word}`),
    );
    const types = (name: string) => name.startsWith('@types/');
    const unsaid = Object.keys(direct).filter((name) => !named.has(name) && !fonts.has(name) && !types(name));
    expect(unsaid).toEqual([]);
  });

  test('cannot be changed on its way: every package that runs here has its hash', () => {
    const withoutHash = packages.filter((each) => runsHere(each) && each.integrity === null);
    // A build for another machine that npm has never fetched has none; nothing of ours installs it.
    expect(withoutHash.filter(({ isOptional }) => !isOptional).map(({ path }) => path)).toEqual([]);
    expect(withoutHash.filter(({ os }) => os.length === 0).map(({ path }) => path)).toEqual([]);
    const odd = packages.filter(
      ({ integrity }) => integrity !== null && !/^sha512-[A-Za-z\d+/]{86}==$/.test(integrity),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });
});

describe('licences', () => {
  test('of everything that runs here go with the own one', () => {
    expect(licenceFaults(packages.filter((each) => runsHere(each) && each.integrity !== null))).toEqual([]);
  });
  test('that do not are found, and so is who says nothing', () => {
    expect(licenceFaults([planted, { ...planted, license: null }])).toEqual([
      { package: 'planted@1.0.0', says: 'AGPL-3.0-only' },
      { package: 'planted@1.0.0', says: 'nothing' },
    ]);
  });
  test.each([
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['MIT and ISC', true],
    ['UNLICENSED', false],
  ])('%s may be used: %s', (expression, may) => {
    expect(isAllowed(expression)).toBe(may);
  });
});

describe('the bill of materials', () => {
  type Bill = {
    components: { 'bom-ref': string; name: string; hashes?: { alg: string; content: string }[] }[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what it is made as
  const bill = billOfMaterials(manifest, packages) as Bill;

  test('names every package of the lock file once', () => {
    const refs = bill.components.map((each) => each['bom-ref']);
    expect(new Set(refs).size).toBe(refs.length);
    expect(new Set(bill.components.map(({ name }) => name))).toEqual(
      new Set(packages.map(({ name }) => name)),
    );
  });
  test('says what each asks for, and points at nothing that is not there', () => {
    const known = new Set(bill.components.map((each) => each['bom-ref']));
    const pointed = bill.dependencies.flatMap(({ dependsOn }) => dependsOn);
    expect(pointed.filter((ref) => !known.has(ref))).toEqual([]);
    expect(bill.dependencies[0]?.dependsOn).toHaveLength(Object.keys(direct).length);
    expect(
      bill.dependencies.find(({ ref }) => ref.startsWith('pkg:npm/next@'))?.dependsOn.join(' '),
    ).toContain('pkg:npm/postcss@');
  });
  test('holds hashes as CycloneDX writes them, and is the same each time', () => {
    const hashes = bill.components.flatMap(({ hashes: some }) => some ?? []);
    for (const { alg, content } of hashes) expect(`${alg} ${content}`).toMatch(/^SHA-512 [\da-f]{128}$/);
    expect(JSON.stringify(billOfMaterials(manifest, packages))).toBe(JSON.stringify(bill));
  });
});

test.each([
  ['{"vulnerabilities":{},"metadata":{"vulnerabilities":{"total":0}}}', 'none', 0],
  [
    '{"vulnerabilities":{"a":{"severity":"high","via":[{"title":"t"}]}},"metadata":{"vulnerabilities":{"total":1}}}',
    'found',
    1,
  ],
  ['{"message":"405 Method Not Allowed","method":"POST"}', 'notAsked', 2],
  ['', 'notAsked', 2],
  ['{}', 'notAsked', 2],
] as const)('the registry that printed %s: %s, code %i', (printed, state, code) => {
  const answer = readAdvisories(printed);
  expect(answer.state).toBe(state);
  expect(EXIT[answer.state]).toBe(code);
});
