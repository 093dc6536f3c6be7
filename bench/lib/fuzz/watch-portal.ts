import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 1000;

/** The most memory that the portal's process has held while it was watched, in MiB. */
export function watchMemory(startPid: number): { readonly mostMiB: () => number; readonly stop: () => void } {
  let most = 0;
  const look = (): void => {
    const pid = portalOf(startPid);
    const found = pid === undefined ? undefined : /VmRSS:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`))?.[1];
    most = Math.max(most, Number(found ?? 0) / 1024);
  };
  const timer = setInterval(look, EVERY_MS);
  look();
  return { mostMiB: () => Math.round(most), stop: () => clearInterval(timer) };
}

/** The process of the portal among those that the start has begun. */
export function portalOf(startPid: number): string | undefined {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .find((pid) => {
      const parent = /PPid:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1];
      return parent === String(startPid) && read(`/proc/${pid}/cmdline`).includes('scripts/portal.ts');
    });
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Gone between the two looks.
    return '';
  }
}

/** Lines by which the portal says that something went wrong within it. */
export function errorLines(said: string): readonly string[] {
  return said
    .split('\n')
    .filter((line) =>
      /"level":(?:50|60)|"level":"(?:error|fatal)"|⨯|unhandled|Uncaught|^\w*Error:/i.test(line),
    );
}
