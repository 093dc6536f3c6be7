import { ALLOWED, licenceFaults, licenceOf } from '#scripts/lib/licences.ts';
import { readLock, runsHere } from '#scripts/lib/lock-file.ts';
import { runMain } from '#scripts/lib/run-main.ts';

// `npm run --silent licences`: how many packages have which licence, and which cannot go with the portal's own. Ends with 1 where one cannot.

await runMain(async () => {
  const packages = readLock().filter(runsHere);
  const counts = new Map<string, number>();
  for (const each of packages) {
    const licence = licenceOf(each) ?? 'nothing said';
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  for (const [licence, count] of [...counts].toSorted((a, b) => b[1] - a[1])) {
    console.log(`${String(count).padStart(4)}  ${licence.padEnd(42)} ${ALLOWED[licence] ?? ''}`.trimEnd());
  }
  const faults = licenceFaults(packages);
  for (const fault of faults) console.log(`${fault.package} says ${fault.says}: not among those allowed`);
  console.log(faults.length === 0 ? 'All are allowed.' : `Faults: ${faults.length}.`);
  if (faults.length > 0) process.exitCode = 1;
  return await Promise.resolve();
});
