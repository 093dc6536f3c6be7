import { readdirSync } from 'node:fs';

// `npm run bench -- NAME`: one benchmark of the folder `bench`. Its last line is JSON.

const names = readdirSync('bench')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .toSorted();
const [name = ''] = process.argv.slice(2);

if (names.includes(name)) {
  // The harness reads its own options, where they stand when it is run by itself.
  process.argv.splice(2, 1);
  await import(`#bench/${name}.ts`);
} else {
  console.error(`${name === '' ? 'Which benchmark?' : `There is no benchmark "${name}".`} There are:\n`);
  for (const known of names) console.error(`  npm run bench -- ${known}`);
  process.exitCode = 2;
}
