import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

/** Outcomes, and what shows that they last. */
export const REGISTER_OUTCOME: readonly RegisteredTable[] = [
  {
    table: 'outcome',
    purpose: 'outcomes',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal:
        'placement_id supersedes_id type from signalled_on applied_on status verified_through submitted_at holds',
      hand: 'submitted_by_person_id',
      plain: 'id number version',
    },
  },
  {
    table: 'outcome_draft',
    purpose: 'outcomes',
    retention: 'outcomeDraft',
    own: 'placement_id>placement',
    columns: { personal: 'placement_id values saved_at', hand: 'saved_by_person_id', plain: 'version' },
  },
  {
    table: 'outcome_spell',
    purpose: 'outcomes',
    retention: 'case',
    own: 'outcome_id>outcome',
    columns: { personal: 'outcome_id from to extent_percent employer_org_no employer_name', plain: 'number' },
  },
  {
    table: 'outcome_finding',
    purpose: 'review',
    retention: 'case',
    own: 'outcome_id>outcome',
    columns: { personal: 'outcome_id code severity facts' },
  },
  {
    table: 'outcome_decision',
    purpose: 'outcomes',
    retention: 'case',
    own: 'outcome_id>outcome',
    columns: {
      personal: 'outcome_id decision verified_through reason_code reason decided_at effect_ore next_ore',
      hand: 'decided_by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'outcome_finding_verdict',
    purpose: 'review',
    retention: 'case',
    own: 'outcome_id>outcome',
    columns: { personal: 'outcome_id code upheld decision_id' },
  },
  {
    table: 'outcome_work',
    purpose: 'outcomes',
    retention: 'case',
    own: 'outcome_id>outcome',
    columns: {
      personal: 'outcome_id placement_id changes seen_changes look_on why due_on now_ore later_ore',
    },
  },
  {
    table: 'employer_confirmation',
    purpose: 'outcomes',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal:
        'placement_id outcome_id employer_org_no employer_name from to extent_percent email contact_name locale asked_at expires_at ended_at ended_as',
      hand: 'asked_by_person_id ended_by_person_id',
      secret: 'secret_hash',
      plain: 'id',
    },
  },
  {
    table: 'employer_answer',
    purpose: 'outcomes',
    retention: 'case',
    own: 'confirmation_id>employer_confirmation',
    columns: {
      personal: 'confirmation_id answer from to extent_percent text name role answered_at',
      plain: 'content_hash',
    },
  },
  {
    table: 'evidence',
    purpose: 'outcomes',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal:
        'placement_id outcome_id source kind employer_org_no employer_name from to extent_percent confirmation_id given_at withdrawn_at',
      hand: 'given_by_person_id withdrawn_by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'evidence_file',
    purpose: 'outcomes',
    retention: 'case',
    own: 'evidence_id>evidence',
    columns: { personal: 'evidence_id file_name media_type size', plain: 'sha256' },
  },
  {
    table: 'evidence_chunk',
    purpose: 'outcomes',
    retention: 'case',
    own: 'evidence_id>evidence',
    columns: { personal: 'evidence_id content', plain: 'number' },
  },
  {
    table: 'evidence_decision',
    purpose: 'outcomes',
    retention: 'case',
    own: 'evidence_id>evidence',
    columns: {
      personal: 'evidence_id outcome_id accepted reason decided_at',
      hand: 'decided_by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'review_taking',
    purpose: 'review',
    retention: 'case',
    own: 'subject_id>outcome | subject_id>report_correction',
    columns: { personal: 'kind subject_id taken_at', hand: 'person_id' },
  },
  {
    table: 'review_hand_over',
    purpose: 'review',
    retention: 'case',
    own: 'subject_id>outcome | subject_id>report_correction | subject_id>report | subject_id>document',
    columns: { personal: 'kind subject_id word at', hand: 'from_person_id to_person_id', plain: 'id' },
  },
];
