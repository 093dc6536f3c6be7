import { readFileSync } from 'node:fs';

/** A package as the lock file has it. */
export type LockedPackage = {
  readonly name: string;
  readonly version: string;
  /** Where it lies: `node_modules/a/node_modules/b`. */
  readonly path: string;
  readonly license: string | null;
  readonly integrity: string | null;
  readonly isDev: boolean;
  readonly isOptional: boolean;
  readonly os: readonly string[];
  readonly cpu: readonly string[];
  readonly libc: readonly string[];
  /** Names of what it asks for. */
  readonly asksFor: readonly string[];
};

type Entry = {
  version?: string;
  license?: string;
  integrity?: string;
  dev?: boolean;
  optional?: boolean;
  devOptional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

export type Manifest = {
  readonly name: string;
  readonly version: string;
  readonly license: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly optionalDependencies: Readonly<Record<string, string>>;
};

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

export function readManifest(): Manifest {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own file
  return json('package.json') as Manifest;
}

/** Every package that the lock file pins, the root itself left out. */
export function readLock(path = 'package-lock.json'): readonly LockedPackage[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as npm writes it
  const { packages } = json(path) as { packages: Record<string, Entry> };
  return Object.entries(packages)
    .filter(([where]) => where !== '')
    .map(([where, entry]) => ({
      name: where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      path: where,
      license: entry.license ?? null,
      integrity: entry.integrity ?? null,
      isDev: entry.dev === true || entry.devOptional === true,
      isOptional: entry.optional === true || entry.devOptional === true,
      os: entry.os ?? [],
      cpu: entry.cpu ?? [],
      libc: entry.libc ?? [],
      asksFor: Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }),
    }));
}

/** Whether it can ever be installed where the portal runs: Linux with glibc, x64 or arm64. */
export function runsHere({ os, cpu, libc }: LockedPackage): boolean {
  return (
    (os.length === 0 || os.includes('linux')) &&
    (cpu.length === 0 || cpu.includes('x64') || cpu.includes('arm64')) &&
    (libc.length === 0 || libc.includes('glibc'))
  );
}
