import type { AuthorityActor } from '#lib/domain/actor/actor.ts';
import { execute } from '#lib/server/command/execute.ts';
import type { Database } from '#lib/server/db/client.ts';
import { newId } from '#lib/server/ids.ts';
import { decideOnReport } from '#lib/server/review/decide-report.ts';
import { takeReport } from '#lib/server/review/take-report.ts';
import { buildContract } from '#lib/server/testing/builders/contract.ts';
import { buildManyPlacements } from '#lib/server/testing/builders/many-placements.ts';
import { buildOffice } from '#lib/server/testing/builders/office.ts';
import { buildProvider } from '#lib/server/testing/builders/provider.ts';
import { buildAuthorityActor } from '#lib/server/testing/builders/staff.ts';

const NOW = new Date('2026-02-12T09:00:00Z');
/** As many as a reviewer has before them: what is read once is decided one by one, while others decide too. */
const READ_AT_ONCE = 20;
/** One in so many is taken first, which makes what others have read of it stale. */
const TAKES_ONE_IN = 5;

export type Pick = (below: number) => number;

/** What came of it. `lost`: said to be decided, and not as it was said. `doubled`: decided twice, or by nobody who was told so. */
export type WorkersTally = {
  readonly decided: number;
  readonly conflicts: number;
  readonly lost: number;
  readonly doubled: number;
  /** Refusals that are no conflict, by their code: there are none. */
  readonly others: Readonly<Record<string, number>>;
};

/** Reports that wait, one for each of as many placements, each with a row. */
export async function buildWaitingReports(owner: Database, count: number): Promise<void> {
  const provider = await buildProvider(owner);
  const office = await buildOffice(owner, { contract: await buildContract(owner, { provider }) });
  const placements = await buildManyPlacements(owner, office, count);
  const ids = placements.map(({ id }) => id);
  await owner.$executeRaw`
    WITH stored AS (INSERT INTO report (id, placement_id, participant_id, provider_id, office_id, month, status, submitted_on, submitted_at, source,
        content_hash, decide_by, amount_ore)
      SELECT gen_random_uuid(), p.id, p.participant_id, p.provider_id, p.office_id, '2026-01-01', 'submitted', '2026-02-02', ${NOW}, 'form', p.id::text,
        '2026-02-16', 149500 FROM placement p WHERE p.id = ANY (${ids}::uuid[]) RETURNING id)
    INSERT INTO report_row (report_id, activity, form, minutes) SELECT id, 'individualMeeting', 'onSite', 60 FROM stored`;
}

type Said = { readonly decision: 'approve' | 'return'; readonly personId: string };
type Read = { readonly id: string; readonly version: number };

const WHY = { reasonCode: 'minutes', reason: 'Minuterna stämmer inte med loggen för månaden.' } as const;

class Worker {
  conflicts = 0;
  readonly said = new Map<string, Said>();
  readonly others: Record<string, number> = {};
  readonly #database: Database;
  readonly #actor: AuthorityActor;
  readonly #pick: Pick;

  constructor(database: Database, actor: AuthorityActor, pick: Pick) {
    this.#database = database;
    this.#actor = actor;
    this.#pick = pick;
  }

  /** Reads some of what waits, at random, and decides each as it was read; until nothing waits. */
  async work(): Promise<void> {
    for (;;) {
      const read = await this.#database.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.person_id', ${this.#actor.personId}, true), set_config('app.role', 'reviewer', true)`;
        // A part of all that waits, beginning anywhere: which part, chance says.
        return await tx.$queryRaw<
          Read[]
        >`SELECT id::text, version FROM report WHERE status IN ('submitted', 'inReview')
          AND (taken_by_person_id IS NULL OR taken_by_person_id = ${this.#actor.personId}::uuid) ORDER BY md5(id::text || ${String(this.#pick(1_000_000))}) LIMIT ${READ_AT_ONCE}`;
      });
      if (read.length === 0) return;
      for (const report of read) await this.decide(report);
    }
  }

  async decide({ id, version }: Read): Promise<void> {
    const seen = this.#pick(TAKES_ONE_IN) === 0 ? await this.take(id, version) : version;
    if (seen === null) return;
    const decision = this.#pick(2) === 0 ? 'approve' : 'return';
    const given = { reportId: id, version: seen, decision, ...(decision === 'return' ? WHY : {}) };
    const result = await execute(decideOnReport, given, this.execution());
    if (result.ok) this.said.set(id, { decision, personId: this.#actor.personId });
    else this.refused(result.error.problem);
  }

  /** The version it has when it is taken; null where somebody was before. */
  async take(reportId: string, version: number): Promise<number | null> {
    const result = await execute(takeReport, { reportId, version }, this.execution());
    if (result.ok) return result.value.version;
    this.refused(result.error.problem);
    return null;
  }

  refused({ status, code }: { readonly status: number; readonly code: string }): void {
    if (status === 409) this.conflicts += 1;
    else this.others[code] = (this.others[code] ?? 0) + 1;
  }

  execution() {
    return { database: this.#database, actor: this.#actor, now: NOW, idempotencyKey: newId() };
  }
}

/**
 * Reviewers who decide on the same reports at once through the command itself, choosing at random, so that what one has read another has
 * decided meanwhile. Then everything is counted: what was acknowledged stands, once, as it was said.
 */
export async function runReviewWorkers(
  owner: Database,
  database: Database,
  given: { readonly workers: number; readonly pick: Pick },
): Promise<WorkersTally> {
  const actors: AuthorityActor[] = [];
  for (let n = 0; n < given.workers; n += 1) actors.push(await buildAuthorityActor(owner, 'reviewer'));
  const workers = actors.map((actor) => new Worker(database, actor, given.pick));
  await Promise.all(workers.map((worker) => worker.work()));
  return await tallyOf(owner, workers);
}

type Stored = { readonly id: string; readonly status: string; readonly decisions: readonly Said[] };
const STATUS = { approve: 'approved', return: 'returned' } as const;

async function tallyOf(owner: Database, workers: readonly Worker[]): Promise<WorkersTally> {
  const said = new Map<string, Said[]>();
  for (const worker of workers)
    for (const [id, decision] of worker.said) said.set(id, [...(said.get(id) ?? []), decision]);
  const stored = await owner.$queryRaw<Stored[]>`SELECT r.id::text, r.status::text,
    (SELECT coalesce(json_agg(json_build_object('decision', d.decision, 'personId', d.decided_by_person_id)), '[]') FROM review_decision d
      WHERE d.report_id = r.id) AS decisions FROM report r`;
  let lost = 0;
  let doubled = 0;
  for (const { id, status, decisions } of stored) {
    const acknowledged = said.get(id) ?? [];
    const stands = acknowledged.filter(
      ({ decision, personId }) =>
        status === STATUS[decision] &&
        decisions.some((one) => one.decision === decision && one.personId === personId),
    );
    lost += acknowledged.length - stands.length;
    if (decisions.length > 1 || decisions.length > acknowledged.length) doubled += 1;
  }
  return {
    decided: [...said.values()].reduce((sum, all) => sum + all.length, 0),
    conflicts: workers.reduce((sum, worker) => sum + worker.conflicts, 0),
    lost,
    doubled,
    others: Object.assign({}, ...workers.map(({ others }) => others)) as Record<string, number>,
  };
}
