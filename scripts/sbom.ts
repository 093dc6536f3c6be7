import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { billOfMaterials } from '#scripts/lib/bill-of-materials.ts';
import { readLock, readManifest } from '#scripts/lib/lock-file.ts';
import { runMain } from '#scripts/lib/run-main.ts';

// `npm run --silent sbom [-- --to FILE]`: what the portal is made of (CycloneDX 1.6, JSON), from the lock file alone.

await runMain(async () => {
  const { values } = parseArgs({ options: { to: { type: 'string' } } });
  const packages = readLock();
  const text = `${JSON.stringify(billOfMaterials(readManifest(), packages), null, 2)}\n`;
  if (values.to === undefined) {
    process.stdout.write(text);
    return await Promise.resolve();
  }
  const to = path.resolve(process.env['INIT_CWD'] ?? process.cwd(), values.to);
  writeFileSync(to, text);
  console.log(`${packages.length} packages: ${to}`);
});
