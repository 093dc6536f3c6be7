import { ACTIVITY_CODES, type ActivityCode } from '#lib/domain/activity/activity.ts';
import type { Bulk } from '#prisma/seed/national/bulk.ts';
import { dateOf, type Day, instantOf } from '#prisma/seed/national/days.ts';
import type { OfficeStory } from '#prisma/seed/national/office-story.ts';
import type { Random } from '#prisma/seed/national/random.ts';
import type { Stay } from '#prisma/seed/national/stays.ts';
import { AGREEMENT } from '#prisma/seed/national/write-participants.ts';
import { addRole, addStaff } from '#prisma/seed/national/write-providers.ts';

const AIMS = [
  { aim: 'work', field: 'lager och logistik', goal: 'Ett heltidsjobb på lager, helst nära hemmet' },
  { aim: 'work', field: 'vård och omsorg', goal: 'Anställning som vårdbiträde' },
  { aim: 'work', field: 'hotell och restaurang', goal: 'Arbete i kök, först som biträde' },
  { aim: 'studies', field: 'el och teknik', goal: 'Yrkesutbildning till elektriker' },
  { aim: 'both', field: 'barn och skola', goal: 'Studier på komvux och därefter arbete med barn' },
  { aim: 'work', field: 'handel och kundtjänst', goal: 'Arbete i butik eller på ett kontaktcenter' },
] as const;

const COACH_SINCE_DAYS = 400;

type Given = { readonly random: Random; readonly today: Day; readonly newId: () => string };

/** The office's coaches, its placements with their periods, choices and plans. */
export function addStays(bulk: Bulk, { office, stays, coaches, plans }: OfficeStory, given: Given): void {
  const { today, newId } = given;
  for (const coach of coaches) {
    addStaff(bulk, coach, today - COACH_SINCE_DAYS);
    const role = { personId: coach.personId, providerId: office.provider.id, role: 'coach' };
    addRole(bulk, { ...role, offices: [office.id], since: today - COACH_SINCE_DAYS }, newId);
  }
  for (const stay of stays) {
    addPlacement(bulk, stay, newId);
    addPlans(bulk, stay, plans.get(stay) ?? new Set(), given);
  }
}

function addPlacement(bulk: Bulk, stay: Stay, newId: () => string): void {
  const { id, participant, office, decisionId, after } = stay;
  bulk.add('placement', {
    id,
    participant_id: participant.id,
    decision_id: decisionId,
    provider_id: office.provider.id,
    contract_id: office.contractId,
    office_id: office.id,
    level: stay.level,
    agreement_version_id: AGREEMENT,
    choice: stay.choice,
    from: dateOf(stay.from),
    to: dateOf(stay.to),
    end: stay.end === null ? null : dateOf(stay.end),
    end_reason: stay.endReason,
    coach_person_id: stay.coachPersonId,
    protected: participant.protected,
    changed_at: instantOf(stay.end ?? stay.from, 9),
    version: 1,
  });
  for (const { id: periodId, number, reference, from, to } of stay.periods) {
    bulk.add('service_period', {
      id: periodId,
      implementation_reference: reference,
      decision_id: decisionId,
      placement_id: id,
      number,
      from: dateOf(from),
      to: dateOf(to),
    });
  }
  const isOwn = stay.choice === 'active';
  bulk.add('choice', {
    id: newId(),
    decision_id: decisionId,
    placement_id: id,
    participant_id: participant.id,
    kind: stay.choice,
    made_at: instantOf(stay.from - 5, 10),
    made_by_person_id: isOwn ? participant.personId : null,
    assisted: false,
  });
  if (after === null) return;
  bulk.add('provider_switch', {
    id: newId(),
    participant_id: participant.id,
    from_placement_id: after.id,
    to_placement_id: id,
    reason: 'heardGood',
    decided_at: instantOf(stay.from - 8, 12),
    effective_on: dateOf(stay.from),
    version: 1,
  });
}

/** A plan within the days that the terms ask for, and one made anew where a second period has begun. */
function addPlans(bulk: Bulk, stay: Stay, planned: ReadonlySet<ActivityCode>, given: Given): void {
  const { random, today, newId } = given;
  const begun = stay.periods.filter(({ from }) => from <= today);
  const about = random.one(AIMS);
  for (const [index, period] of begun.entries()) {
    const id = newId();
    bulk.add('plan', {
      id,
      placement_id: stay.id,
      number: index + 1,
      from: dateOf(period.from),
      ...about,
      meeting_on: dateOf(period.from),
      meeting_form: 'onSite',
      created_by_person_id: stay.coachPersonId,
      created_at: instantOf(period.from, 13),
    });
    for (const activity of ACTIVITY_CODES) {
      if (planned.has(activity))
        bulk.add('plan_activity', { plan_id: id, activity, purpose: '', goal: '', minutes_per_week: null });
    }
  }
}
