import type { Tx } from '#lib/server/db/transaction.ts';
import { type BulkAuditEntry, writeBulkAudit } from '#lib/server/import/bulk-audit.ts';
import type {
  ContractPlan,
  ProviderPlan,
  ProvidersPlan,
} from '#lib/server/import/providers/plan-providers.ts';

/** Writes providers, contracts and main offices, one statement a table, and an entry in the log for each that is touched. */
export async function writeProviders(tx: Tx, plan: ProvidersPlan): Promise<void> {
  const fresh = plan.contracts.filter((contract) => contract.isNew);
  const changed = plan.contracts.filter((contract) => contract.changedFields.length > 0);
  await insertProviders(tx, plan.newProviders);
  await renameProviders(tx, plan.renamed);
  await insertContracts(tx, fresh);
  await updateContracts(tx, changed);
  await insertOffices(
    tx,
    plan.contracts.filter((contract) => contract.isNew || !contract.hasOffice),
  );
  await updateOffices(
    tx,
    changed.filter((contract) => contract.hasOffice),
  );
  await writeBulkAudit(tx, 'providers.load', auditEntries(plan));
}

async function insertProviders(tx: Tx, providers: readonly ProviderPlan[]): Promise<void> {
  const rows = providers.map(({ providerId, orgNo, name }) => ({ id: providerId, org_no: orgNo, name }));
  await tx.$executeRaw`INSERT INTO provider (id, org_no, name)
    SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (id uuid, org_no text, name text)`;
}

async function renameProviders(tx: Tx, providers: readonly ProviderPlan[]): Promise<void> {
  const rows = providers.map(({ providerId, name }) => ({ id: providerId, name }));
  await tx.$executeRaw`UPDATE provider p SET name = x.name, version = p.version + 1
    FROM json_to_recordset(${JSON.stringify(rows)}::json) AS x (id uuid, name text) WHERE p.id = x.id`;
}

function contractJson(contracts: readonly ContractPlan[]): string {
  return JSON.stringify(
    contracts.map(({ row, contractId, providerId }) => ({
      id: contractId,
      ka_number: row.kaNumber,
      provider_id: providerId,
      delivery_area_id: row.deliveryArea,
      from: row.from,
      to: row.to,
      open_for_choice: row.openForChoice,
      capacity: row.capacity,
      languages: row.languages,
      speciality: row.speciality,
    })),
  );
}

async function insertContracts(tx: Tx, contracts: readonly ContractPlan[]): Promise<void> {
  await tx.$executeRaw`INSERT INTO contract (id, ka_number, provider_id, delivery_area_id, "from", "to", open_for_choice, capacity, languages, speciality)
    SELECT id, ka_number, provider_id, delivery_area_id, "from", "to", open_for_choice, capacity,
      ARRAY(SELECT json_array_elements_text(languages)), speciality
    FROM json_to_recordset(${contractJson(contracts)}::json) AS x (id uuid, ka_number text, provider_id uuid, delivery_area_id text,
      "from" date, "to" date, open_for_choice boolean, capacity integer, languages json, speciality text)`;
}

async function updateContracts(tx: Tx, contracts: readonly ContractPlan[]): Promise<void> {
  await tx.$executeRaw`UPDATE contract c SET "from" = x."from", "to" = x."to", open_for_choice = x.open_for_choice, capacity = x.capacity,
      languages = ARRAY(SELECT json_array_elements_text(x.languages)), speciality = x.speciality, version = c.version + 1
    FROM json_to_recordset(${contractJson(contracts)}::json) AS x (id uuid, "from" date, "to" date, open_for_choice boolean, capacity integer,
      languages json, speciality text)
    WHERE c.id = x.id`;
}

function officeJson(contracts: readonly ContractPlan[]): string {
  return JSON.stringify(
    contracts.map(({ row, officeId, contractId, providerId }) => ({
      id: officeId,
      provider_id: providerId,
      contract_id: contractId,
      // The file has no name for the premises: they go by their place.
      name: row.place,
      street: row.street,
      place: row.place,
      lat: row.lat,
      lon: row.lon,
    })),
  );
}

async function insertOffices(tx: Tx, contracts: readonly ContractPlan[]): Promise<void> {
  await tx.$executeRaw`INSERT INTO office (id, provider_id, contract_id, main, name, street, place, lat, lon)
    SELECT id, provider_id, contract_id, true, name, street, place, lat, lon
    FROM json_to_recordset(${officeJson(contracts)}::json) AS x (id uuid, provider_id uuid, contract_id uuid, name text, street text, place text,
      lat float8, lon float8)`;
}

/** A name of its own that an office was given in the portal stays when it moves. */
async function updateOffices(tx: Tx, contracts: readonly ContractPlan[]): Promise<void> {
  await tx.$executeRaw`UPDATE office o SET name = CASE WHEN o.name = o.place THEN x.place ELSE o.name END,
      street = x.street, place = x.place, lat = x.lat, lon = x.lon, version = o.version + 1
    FROM json_to_recordset(${officeJson(contracts)}::json) AS x (id uuid, street text, place text, lat float8, lon float8)
    WHERE o.id = x.id AND (o.street, o.place, o.lat, o.lon) IS DISTINCT FROM (x.street, x.place, x.lat, x.lon)`;
}

function entry(subjectType: string, subjectId: string, detail: BulkAuditEntry['detail']): BulkAuditEntry {
  return { subjectType, subjectId, participantIds: [], detail };
}

function auditEntries(plan: ProvidersPlan): readonly BulkAuditEntry[] {
  return [
    ...plan.newProviders.map(({ providerId, orgNo }) => entry('provider', providerId, { created: orgNo })),
    ...plan.renamed.map(({ providerId, before, name }) =>
      entry('provider', providerId, { before, after: name }),
    ),
    ...plan.contracts
      .filter(({ isNew, changedFields }) => isNew || changedFields.length > 0)
      .map(({ contractId, isNew, changedFields, row }) =>
        entry('contract', contractId, isNew ? { created: row.kaNumber } : { changedFields, after: row }),
      ),
  ];
}
