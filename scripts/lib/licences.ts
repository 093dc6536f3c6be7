import type { LockedPackage } from '#scripts/lib/lock-file.ts';

/** Licences that go with the portal's own (EUPL-1.2), and why. */
export const ALLOWED: Readonly<Record<string, string>> = {
  MIT: 'asks for its notice alone',
  'MIT-0': 'asks for nothing',
  ISC: 'asks for its notice alone',
  '0BSD': 'asks for nothing',
  'BSD-2-Clause': 'asks for its notice alone',
  'BSD-3-Clause': 'asks for its notice alone',
  'Apache-2.0': 'asks for notices; gives a patent licence',
  'BlueOak-1.0.0': 'asks for its notice alone',
  Unlicense: 'public domain',
  'CC0-1.0': 'public domain',
  'CC-BY-4.0': 'data with its source named; no program',
  'OFL-1.1': 'typefaces, served as they are',
  'MPL-2.0': 'in the appendix of EUPL-1.2; files are unchanged',
  'LGPL-3.0-or-later':
    'a library that is loaded at run time and can be replaced; in the appendix of EUPL-1.2',
  'EPL-2.0': "a library of Prisma's own viewer, which the portal does not start; files are unchanged",
};

/** Packages that say nothing in their manifest, and what their licence file says. */
const SAID_IN_FILE: Readonly<Record<string, string>> = { 'seq-queue@0.0.5': 'MIT' };

export type LicenceFault = { readonly package: string; readonly says: string };

export function licenceOf({ name, version, license }: LockedPackage): string | null {
  return license ?? SAID_IN_FILE[`${name}@${version}`] ?? null;
}

/** Whether an SPDX expression can be met with what is allowed: one of what is joined by OR, all of what is joined by AND. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '').trim();
  return plain
    .split(/\s+OR\s+/i)
    .some((one) => one.split(/\s+AND\s+/i).every((licence) => Object.hasOwn(ALLOWED, licence.trim())));
}

/** What cannot be used with the portal's licence, or does not say what may be done with it. */
export function licenceFaults(packages: readonly LockedPackage[]): readonly LicenceFault[] {
  return packages.flatMap((each) => {
    const says = licenceOf(each);
    return says !== null && isAllowed(says)
      ? []
      : [{ package: `${each.name}@${each.version}`, says: says ?? 'nothing' }];
  });
}
