import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

/** A participant's case, from decision to end. */
export const REGISTER_CASE: readonly RegisteredTable[] = [
  {
    table: 'participant',
    purpose: 'case',
    retention: 'case',
    own: 'person_id=person',
    columns: {
      personal:
        'person_id protected sex born_in_sweden disability_code municipality_id home_lat home_lon language needs_language_support',
      plain: 'id version',
    },
  },
  {
    table: 'protected_access',
    purpose: 'identity',
    retention: 'case',
    own: 'participant_id>participant',
    columns: {
      personal: 'participant_id granted_at',
      hand: 'person_id named_by_person_id',
      plain: 'responsible',
    },
  },
  {
    table: 'protected_event',
    purpose: 'identity',
    retention: 'case',
    own: 'participant_id>participant',
    columns: {
      personal: 'participant_id kind reason why by_role at',
      hand: 'by_person_id named_person_id',
      plain: 'id number',
    },
  },
  {
    table: 'decision',
    purpose: 'case',
    retention: 'case',
    own: 'participant_id>participant',
    columns: {
      personal: 'participant_id level agreement_version_id delivery_area_id arrived_on choose_by',
      plain: 'id version',
    },
  },
  {
    table: 'wanted_extent',
    purpose: 'case',
    retention: 'case',
    own: 'decision_id>decision',
    columns: { personal: 'decision_id percent reason set_at', hand: 'set_by_person_id', plain: 'id' },
  },
  {
    table: 'placement',
    purpose: 'case',
    retention: 'case',
    own: 'participant_id>participant',
    columns: {
      personal:
        'participant_id decision_id provider_id contract_id office_id level agreement_version_id choice from to end end_reason protected cancelled_at',
      hand: 'coach_person_id',
      plain: 'id changed_at version',
    },
  },
  {
    table: 'service_period',
    purpose: 'case',
    retention: 'case',
    own: 'decision_id>decision',
    columns: { personal: 'implementation_reference decision_id placement_id from to', plain: 'id number' },
  },
  {
    table: 'choice',
    purpose: 'choice',
    retention: 'case',
    own: 'participant_id>participant',
    columns: {
      personal: 'decision_id placement_id participant_id kind made_at assisted',
      hand: 'made_by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'choice_reasoning',
    purpose: 'choice',
    retention: 'choiceReasoning',
    own: 'choice_id>choice',
    columns: {
      personal: 'choice_id arrived_on reference start_on home_lat home_lon seed office_id',
      withheld: 'compared',
    },
  },
  {
    table: 'white_spot',
    purpose: 'choice',
    retention: 'case',
    own: 'decision_id>decision',
    columns: { personal: 'decision_id municipality_id kind found_on ended_on' },
  },
  {
    table: 'choice_reminder',
    purpose: 'told',
    retention: 'case',
    own: 'decision_id>decision',
    columns: { personal: 'decision_id workdays told_at' },
  },
  {
    table: 'provider_switch',
    purpose: 'choice',
    retention: 'case',
    own: 'participant_id>participant',
    columns: {
      personal:
        'participant_id from_placement_id to_placement_id reason decided_at effective_on share_plan share_final_report undone_at assisted undone_assisted',
      hand: 'decided_by_person_id undone_by_person_id',
      plain: 'id version',
    },
  },
  {
    table: 'sharing_event',
    purpose: 'consent',
    retention: 'case',
    own: 'switch_id>provider_switch',
    columns: { personal: 'switch_id what given at shown', hand: 'by_person_id', plain: 'id number' },
  },
  {
    table: 'paper_code',
    purpose: 'choice',
    retention: 'case',
    own: 'participant_id>participant',
    columns: {
      personal: 'participant_id decision_id reason made_at expires_at ended_at ended_as used_at choice_id',
      hand: 'made_by_person_id ended_by_person_id',
      secret: 'secret_hash',
      plain: 'id',
    },
  },
  {
    table: 'paper_code_session',
    purpose: 'choice',
    retention: 'paperCodeSession',
    own: 'paper_code_id>paper_code',
    columns: { personal: 'paper_code_id opened_at expires_at ended_at', secret: 'token_hash', plain: 'id' },
  },
  {
    table: 'assistance',
    purpose: 'choice',
    retention: 'case',
    own: 'participant_id>participant',
    columns: {
      personal: 'participant_id kind choice_id switch_id placement_id reason paper_code_id at letter_at',
      hand: 'by_person_id letter_by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'coach_change',
    purpose: 'support',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal: 'batch_id placement_id kind at',
      hand: 'from_person_id to_person_id by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'placement_decision',
    purpose: 'case',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal: 'placement_id kind on_day end_reason cause document_id reason effect_ore next_ore decided_at',
      hand: 'decided_by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'experience',
    purpose: 'support',
    retention: 'experience',
    own: 'participant_id>participant',
    columns: {
      personal:
        'thread_id participant_id placement_id kind what place from_year to_year note source removed written_at',
      hand: 'written_by_person_id',
      plain: 'id number',
    },
  },
  {
    table: 'plan',
    purpose: 'support',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal: 'placement_id from goal aim field meeting_on meeting_form extended derived created_at',
      hand: 'created_by_person_id',
      plain: 'id number',
    },
  },
  {
    table: 'plan_activity',
    purpose: 'support',
    retention: 'case',
    own: 'plan_id>plan',
    columns: { personal: 'plan_id activity purpose goal minutes_per_week' },
  },
  {
    table: 'plan_party',
    purpose: 'support',
    retention: 'case',
    own: 'plan_id>plan',
    columns: { personal: 'plan_id name role task', plain: 'number' },
  },
  {
    table: 'plan_comment',
    purpose: 'support',
    retention: 'planComment',
    own: 'plan_id>plan',
    columns: { personal: 'plan_id activity written_at text', hand: 'author_person_id', plain: 'id' },
  },
  {
    table: 'plan_comment_response',
    purpose: 'support',
    retention: 'planComment',
    own: 'comment_id>plan_comment',
    columns: { personal: 'comment_id given_at text', hand: 'person_id', plain: 'id' },
  },
  {
    table: 'plan_share',
    purpose: 'consent',
    retention: 'planShare',
    own: 'placement_id>placement',
    columns: {
      personal: 'placement_id recipient created_at expires_at closed_at',
      hand: 'created_by_person_id',
      secret: 'secret_hash',
      plain: 'id',
    },
  },
  {
    table: 'plan_share_opening',
    purpose: 'consent',
    retention: 'planShare',
    own: 'share_id>plan_share',
    columns: { personal: 'share_id opened_at', plain: 'id' },
  },
  {
    table: 'activity_entry',
    purpose: 'support',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal: 'placement_id date activity form minutes language note created_at removed_at',
      hand: 'coach_person_id created_by_person_id',
      plain: 'id changed_at version',
    },
  },
  {
    table: 'activity_answer',
    purpose: 'support',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal:
        'placement_id participant_id month entry_id activity form minutes date answer cause words answered_at',
      hand: 'answered_by_person_id',
      plain: 'id number',
    },
  },
  {
    table: 'legal_hold',
    purpose: 'case',
    retention: 'case',
    own: 'participant_id>participant',
    columns: {
      personal: 'participant_id reason set_at lifted_at',
      hand: 'set_by_person_id lifted_by_person_id',
      plain: 'id version',
    },
  },
  {
    table: 'complaint',
    purpose: 'complaints',
    retention: 'complaint',
    own: 'placement_id>placement | written_by_person_id=person',
    columns: {
      personal:
        'provider_id office_id placement_id from_kind category received_on words may_name written_by_person_id written_at',
      plain: 'id number',
    },
  },
  {
    table: 'complaint_answer',
    purpose: 'complaints',
    retention: 'complaint',
    own: 'complaint_id>complaint',
    columns: { personal: 'complaint_id answer answered_at', hand: 'answered_by_person_id' },
  },
];
