import { auditFolder } from '#lib/server/audit/checkpoint.ts';
import { rotateKey } from '#lib/server/audit/rotate-key.ts';
import { withClient } from '#lib/server/db/with-client.ts';
import { readSettings } from '#lib/server/env.ts';
import { OperatorFault } from '#lib/server/operator-fault.ts';
import { runMain } from '#scripts/lib/run-main.ts';
import { withOwnerDatabase } from '#scripts/lib/with-owner-database.ts';
import { holderOf } from '#scripts/start/data-folder.ts';

// `npm run audit:rotate-key`: exchanges the key that checkpoints are signed with; the old one vouches for the new one. Only while the
// portal is stopped: nobody else may sign meanwhile.

await runMain(async () => {
  const settings = readSettings(process.env);
  const { PORTAL_DATA_DIR } = settings;
  if (holderOf(PORTAL_DATA_DIR) !== undefined) {
    throw new OperatorFault(`The portal in ${PORTAL_DATA_DIR} is running. Stop it first.`);
  }
  const id = await withOwnerDatabase(settings, ({ ownerUrl }) =>
    withClient(ownerUrl, (client) => rotateKey(auditFolder(PORTAL_DATA_DIR), client, new Date())),
  );
  console.log(`New key: ${id}`);
});
