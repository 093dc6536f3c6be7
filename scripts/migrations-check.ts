import { startTemporaryPostgres } from '#lib/server/db/embedded-postgres.ts';
import { applyMigrations } from '#lib/server/db/migrate.ts';
import { diffMigrationsAndDatamodel } from '#lib/server/db/migrations-diff.ts';

/** Says whether prisma/migrations and prisma/schema.prisma describe the same database; ends with 1 where they do not. */
const server = await startTemporaryPostgres();
try {
  await applyMigrations(server.ownerUrl);
  const difference = await diffMigrationsAndDatamodel(server.ownerUrl);
  if (difference === '') {
    console.log('The migrations and schema.prisma agree.');
  } else {
    console.error(`A migration is missing: schema.prisma asks for what follows.\n\n${difference}`);
    process.exitCode = 1;
  }
} finally {
  await server.stop();
}
