import { createHash } from 'node:crypto';
import { licenceOf } from '#scripts/lib/licences.ts';
import type { LockedPackage, Manifest } from '#scripts/lib/lock-file.ts';

/** A CycloneDX 1.6 document: what the portal is made of. The same lock file gives the same bytes. */
export function billOfMaterials(manifest: Manifest, packages: readonly LockedPackage[]): object {
  const unique = [...new Map(packages.map((each) => [purl(each), each])).values()].toSorted((a, b) =>
    purl(a) < purl(b) ? -1 : 1,
  );
  const root = `pkg:npm/${manifest.name}@${manifest.version}`;
  const direct = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(unique.map((each) => `${purl(each)} ${each.integrity ?? ''}`).join('\n'))}`,
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': root,
        name: manifest.name,
        version: manifest.version,
        purl: root,
        licenses: [{ license: { id: manifest.license } }],
      },
    },
    components: unique.map(componentOf),
    dependencies: [
      { ref: root, dependsOn: Object.keys(direct).flatMap((name) => refOf(name, 'node_modules/', packages)) },
      ...unique.map((each) => ({
        ref: purl(each),
        dependsOn: each.asksFor.flatMap((name) => refOf(name, `${each.path}/node_modules/`, packages)),
      })),
    ],
  };
}

function componentOf(each: LockedPackage): object {
  const licence = licenceOf(each);
  return {
    type: 'library',
    'bom-ref': purl(each),
    name: each.name,
    version: each.version,
    purl: purl(each),
    scope: each.isDev ? 'excluded' : each.isOptional ? 'optional' : 'required',
    ...(licence === null ? {} : { licenses: [licenceEntry(licence)] }),
    ...(each.integrity === null ? {} : { hashes: [hashOf(each.integrity)] }),
  };
}

const licenceEntry = (licence: string): object =>
  /\s/.test(licence) ? { expression: licence } : { license: { id: licence } };

function hashOf(integrity: string): object {
  const [, algorithm = '', base64 = ''] = /^(sha\d+)-(.+)$/.exec(integrity) ?? [];
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}

/** The package that is found under a name from a place, as Node looks: nearest first. */
function refOf(name: string, from: string, packages: readonly LockedPackage[]): readonly string[] {
  for (let at = from; at !== ''; at = at.slice(0, at.lastIndexOf('node_modules/', at.length - 14) + 13)) {
    const found = packages.find(({ path }) => path === `${at}${name}`);
    if (found !== undefined) return [purl(found)];
    if (at === 'node_modules/') return [];
  }
  return [];
}

function purl({ name, version }: LockedPackage): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
