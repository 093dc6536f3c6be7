import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuthorityActor, PersonActor } from '#lib/domain/actor/actor.ts';
import type { CaseworkerDesk } from '#lib/domain/admin/caseworker-desk.ts';
import { placementListInput } from '#lib/schemas/admin.ts';
import { caseworkerDesk } from '#lib/server/admin/caseworker-desk.ts';
import { listPlacements } from '#lib/server/admin/list-placements.ts';
import { showPlacement } from '#lib/server/admin/show-placement.ts';
import { ask } from '#lib/server/command/query.ts';
import { newId } from '#lib/server/ids.ts';
import {
  DAY,
  NOW,
  openSwitching,
  type Placed,
  type Switching,
  valueOf,
} from '#lib/server/provider-switch/testing/switching.ts';
import { buildOffice, type BuiltOffice } from '#lib/server/testing/builders/office.ts';
import { buildParticipant, type BuiltParticipant } from '#lib/server/testing/builders/participant.ts';
import { buildPlacement } from '#lib/server/testing/builders/placement.ts';
import { buildAuthorityActor, buildProviderActor } from '#lib/server/testing/builders/staff.ts';
import { buildStoredReport } from '#lib/server/testing/builders/stored-report.ts';
import { buildUnplacedDecision } from '#lib/server/testing/builders/unplaced-decision.ts';

let switching: Switching;
let caseworker: AuthorityActor;
let offices: BuiltOffice[];
let hidden: BuiltParticipant;
let hiddenPlacementId: string;

beforeAll(async () => {
  switching = await openSwitching();
  const { owner } = switching;
  caseworker = await buildAuthorityActor(owner, 'caseworker');
  offices = await Promise.all(Array.from({ length: 3 }, () => buildOffice(owner)));
  const [office] = offices;
  if (office === undefined) throw new Error('no office');
  hidden = await buildParticipant(owner, { protected: true, givenName: 'Dold', familyName: 'Dotter' });
  hiddenPlacementId = (await buildPlacement(owner, { office, participant: hidden })).id;
  await buildUnplacedDecision(owner, {
    participant: await buildParticipant(owner, { protected: true }),
    from: '2026-05-18',
  });
  // The caseworker is one of those named for the participant: still not in lists, still not opened here.
  await owner.protectedAccess.create({
    data: { personId: caseworker.personId, participantId: hidden.id },
  });
});
afterAll(() => switching.close());

const asking = (actor: PersonActor = caseworker, now = NOW) => ({ database: switching.app, actor, now });
const officeAt = (index: number): BuiltOffice => {
  const office = offices[index];
  if (office === undefined) throw new Error(`no office ${index}`);
  return office;
};

async function desk(now = NOW): Promise<CaseworkerDesk> {
  const result = await ask(caseworkerDesk, { page: 1 }, asking(caseworker, now));
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

/** Switches to the office at the index, so many days after the first day of the tests; the new placement. */
async function switchLater(placed: Placed, index: number, days: number): Promise<Placed> {
  const office = officeAt(index);
  const at = new Date(NOW.getTime() + days * DAY);
  const { placementId } = valueOf(await switching.switchTo(placed, office, {}, { at }));
  return { ...placed, placement: { ...placed.placement, id: placementId, office } };
}

describe('participants who have not chosen', () => {
  it('stand with their deadline, those whose time is out first', async () => {
    const late = await buildUnplacedDecision(switching.owner, { chooseBy: '2026-05-08' });
    const soon = await buildUnplacedDecision(switching.owner, { chooseBy: '2026-05-12' });
    const last = await buildUnplacedDecision(switching.owner, { chooseBy: '2026-05-11' });
    const { unchosen } = await desk();
    expect(unchosen.items.map(({ decisionId }) => decisionId)).toEqual([late.id, last.id, soon.id]);
    expect(unchosen).toMatchObject({ total: 3, overdue: 1, page: 1 });
    expect(unchosen.items[0]).toMatchObject({ chooseBy: '2026-05-08', participantId: late.participant.id });
  });

  it('are no longer there when their service would have been over', async () => {
    expect((await desk(new Date('2027-01-10T10:00:00Z'))).unchosen.total).toBe(0);
  });
});

describe('switches', () => {
  it('on their way stand until they take effect', async () => {
    const placed = await switching.placed({ office: officeAt(0) });
    const { switchId } = valueOf(await switching.switchTo(placed, officeAt(1)));
    expect((await desk()).comingSwitches.items).toMatchObject([
      {
        id: switchId,
        fromPlacementId: placed.placement.id,
        decidedOn: '2026-05-11',
        effectiveOn: '2026-05-19',
      },
    ]);
    expect((await desk(new Date('2026-05-18T10:00:00Z'))).comingSwitches.total).toBe(1);
    expect((await desk(new Date('2026-05-19T10:00:00Z'))).comingSwitches.total).toBe(0);
  });

  it('two within 30 days are a fact at the caseworker, two further apart are not', async () => {
    const near = await switching.placed({ office: officeAt(0), periods: 2 });
    await switchLater(await switchLater(near, 1, 0), 2, 30);
    const far = await switching.placed({ office: officeAt(0), periods: 2 });
    await switchLater(await switchLater(far, 1, 0), 2, 31);
    const { serialSwitchers } = await desk(new Date(NOW.getTime() + 40 * DAY));
    expect(serialSwitchers.items).toMatchObject([
      {
        participantId: near.placement.participant.id,
        switches: 2,
        shortestGapDays: 30,
        latestOn: '2026-06-10',
      },
    ]);
  });

  it('three in a service are a fact however far apart, and an undone one is none', async () => {
    const placed = await switching.placed({ office: officeAt(0), periods: 2 });
    const third = await switchLater(await switchLater(placed, 1, 0), 2, 40);
    const at = new Date(NOW.getTime() + 80 * DAY);
    const { switchId } = valueOf(await switching.switchTo(third, officeAt(0), {}, { at }));
    const own = async () =>
      (await desk(at)).serialSwitchers.items.find(
        ({ participantId }) => participantId === placed.placement.participant.id,
      );
    expect(await own()).toMatchObject({ switches: 3, shortestGapDays: 40 });
    valueOf(await switching.undo(third, switchId, { at }));
    expect(await own()).toBeUndefined();
  });
});

async function found(q: string): Promise<string[]> {
  const result = await ask(listPlacements, placementListInput.parse({ q, show: 'all' }), asking());
  return result.ok ? result.value.placements.map(({ placementId }) => placementId) : [result.error.code];
}

describe('placements', () => {
  it('are found by a part of the name and by either reference', async () => {
    const participant = await buildParticipant(switching.owner, { givenName: 'Åsa', familyName: 'Söök_ing' });
    const placement = await buildPlacement(switching.owner, { office: officeAt(0), participant, periods: 2 });
    for (const q of ['åsa sö', 'k_in', ...placement.references])
      expect(await found(q)).toEqual([placement.id]);
    expect(await found('k%in')).toEqual([]);
    expect(await found('123456789')).toEqual([]);
  });

  it('stand among those that go on, come or are over by the day', async () => {
    const over = await buildPlacement(switching.owner, { office: officeAt(0), end: '2026-05-11' });
    const coming = await buildPlacement(switching.owner, { office: officeAt(0), from: '2026-05-12' });
    const on = await buildPlacement(switching.owner, { office: officeAt(0), end: '2026-05-12' });
    const where = async (show: string) => {
      const result = await ask(listPlacements, placementListInput.parse({ show }), asking());
      const ids = result.ok ? result.value.placements.map(({ placementId }) => placementId) : [];
      return [over, coming, on].map(({ id }) => ids.includes(id));
    };
    expect(await where('current')).toEqual([false, false, true]);
    expect(await where('coming')).toEqual([false, true, false]);
    expect(await where('ended')).toEqual([true, false, false]);
    expect(await where('all')).toEqual([true, true, true]);
  });

  it('are opened with periods, switches and how the reports stand, without money, and the log says so', async () => {
    const placed = await switching.placed({ office: officeAt(0) });
    await buildStoredReport(switching.owner, {
      placement: placed.placement,
      month: '2026-04',
      status: 'returned',
    });
    const later = await switchLater(placed, 1, 0);
    const result = await ask(showPlacement, { placementId: placed.placement.id }, asking());
    expect(result).toMatchObject({
      ok: true,
      value: {
        end: '2026-05-19',
        endReason: 'switch',
        choice: 'active',
        periods: [
          { number: 1, here: true, implementationReference: placed.placement.reference },
          { number: 1, here: false, from: '2026-05-19' },
        ],
        switches: [{ toPlacementId: later.placement.id, effectiveOn: '2026-05-19', undoneOn: null }],
        reports: [{ month: '2026-04', status: 'returned' }],
      },
    });
    expect(JSON.stringify(result)).not.toMatch(/amount|ore"/i);
    expect(
      await switching.owner.auditEntry.findMany({
        where: { subjectId: placed.placement.id, action: 'placement.show' },
        select: { outcome: true, participantIds: true, personId: true, purpose: true },
      }),
    ).toEqual([
      {
        outcome: 'read',
        participantIds: [placed.placement.participant.id],
        personId: caseworker.personId,
        purpose: 'Handläggning av placeringar',
      },
    ]);
  });
});

describe('a protected identity', () => {
  it('is in no list, search or page, not even for those named for it', async () => {
    const all = await ask(listPlacements, placementListInput.parse({ show: 'all' }), asking());
    const search = await ask(listPlacements, placementListInput.parse({ show: 'all', q: 'Dold' }), asking());
    expect(all.ok && all.value.placements.map(({ placementId }) => placementId)).not.toContain(
      hiddenPlacementId,
    );
    expect(search).toMatchObject({ ok: true, value: { total: 0, placements: [] } });
    expect(JSON.stringify(await desk())).not.toContain(hidden.id);
    expect(await ask(showPlacement, { placementId: hiddenPlacementId }, asking())).toMatchObject({
      ok: false,
      error: { status: 404 },
    });
  });
});

describe('other roles', () => {
  it('are refused, and what is not there is not found', async () => {
    const strangers = [
      ...(await Promise.all(
        (['reviewer', 'payer', 'agreementAdmin', 'auditor'] as const).map((role) =>
          buildAuthorityActor(switching.owner, role),
        ),
      )),
      await buildProviderActor(switching.owner, 'coach', { provider: officeAt(0).provider }),
    ];
    for (const actor of strangers) {
      const as = asking(actor);
      for (const result of [
        await ask(caseworkerDesk, { page: 1 }, as),
        await ask(listPlacements, placementListInput.parse({}), as),
        await ask(showPlacement, { placementId: hiddenPlacementId }, as),
      ]) {
        expect(result).toMatchObject({ ok: false, error: { status: 403 } });
      }
    }
    expect(await ask(showPlacement, { placementId: newId() }, asking())).toMatchObject({
      error: { status: 404 },
    });
  });
});
