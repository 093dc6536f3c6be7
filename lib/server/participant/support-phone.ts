import type { Database } from '#lib/server/db/client.ts';

/**
 * The number that participants can call (`supportPhone` among the portal's settings, as people write it), or null where
 * the installation has none. Nothing personal: read without an actor.
 */
export async function findSupportPhone(db: Pick<Database, 'portalSetting'>): Promise<string | null> {
  const setting = await db.portalSetting.findUnique({ where: { key: 'supportPhone' } });
  return typeof setting?.value === 'string' ? setting.value : null;
}
