import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

/** What is reported each month of a participant, and what came of it. */
export const REGISTER_REPORT: readonly RegisteredTable[] = [
  {
    table: 'month_draft',
    purpose: 'reports',
    retention: 'monthDraft',
    own: 'placement_id>placement',
    columns: {
      personal: 'placement_id month content unread source updated_at',
      hand: 'updated_by_person_id',
      plain: 'version',
    },
  },
  {
    table: 'attestation',
    purpose: 'reports',
    retention: 'attestation',
    columns: {
      hand: 'person_id',
      withheld: 'content',
      plain:
        'id provider_id month statement_text content_hash report_count amount_ore authenticated_at attested_at standing',
    },
  },
  {
    table: 'report',
    purpose: 'reports',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal:
        'placement_id participant_id provider_id office_id month supersedes_id status language_support job_suggestions no_activity_reason submitted_on submitted_at api_client_id attestation_id source protected decide_by amount_ore risk holds route route_reason activity_vector taken_at standing_status reply_by',
      hand: 'submitted_by_person_id taken_by_person_id',
      plain: 'id number content_hash changed_at version',
    },
  },
  {
    table: 'report_row',
    purpose: 'reports',
    retention: 'case',
    own: 'report_id>report',
    columns: { personal: 'report_id activity form minutes approved_minutes', plain: 'id' },
  },
  {
    table: 'report_correction',
    purpose: 'reports',
    retention: 'case',
    own: 'report_id>report',
    columns: {
      personal:
        'report_id status reason content drafted_at submitted_at attestation_id decide_by amount_ore risk findings decided_at reason_code decision_reason new_report_id',
      hand: 'drafted_by_person_id submitted_by_person_id decided_by_person_id',
      plain: 'id content_hash version',
    },
  },
  {
    table: 'check_finding',
    purpose: 'review',
    retention: 'case',
    own: 'report_id>report',
    columns: { personal: 'report_id code severity facts found_at' },
  },
  {
    table: 'review_decision',
    purpose: 'review',
    retention: 'case',
    own: 'report_id>report',
    columns: {
      personal:
        'report_id decision reason_code reason by decided_at effect_ore next_ore last_day proposal_id reason_version',
      hand: 'decided_by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'review_decision_row',
    purpose: 'review',
    retention: 'case',
    own: 'decision_id>review_decision',
    columns: {
      personal: 'decision_id activity form reported_minutes approved_minutes reason_code text',
      plain: 'id',
    },
  },
  {
    table: 'review_reply',
    purpose: 'review',
    retention: 'case',
    own: 'report_id>report',
    columns: { personal: 'decision_id report_id text replied_at', hand: 'replied_by_person_id' },
  },
  {
    table: 'finding_verdict',
    purpose: 'review',
    retention: 'case',
    own: 'report_id>report',
    columns: { personal: 'decision_id report_id code upheld' },
  },
  {
    table: 'report_reopening',
    purpose: 'review',
    retention: 'case',
    own: 'report_id>report',
    columns: {
      personal: 'report_id kind decision_id reason effect_ore next_ore reopened_at',
      hand: 'reopened_by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'sample_frame',
    purpose: 'review',
    retention: 'case',
    own: 'report_id>report',
    columns: {
      personal:
        'report_id cycle_id provider_id delivery_area_id level amount_ore position drawn_count stratum_count drawn',
      plain: 'content_hash',
    },
  },
  {
    table: 'sample_result',
    purpose: 'review',
    retention: 'case',
    own: 'report_id>report',
    columns: { personal: 'report_id cycle_id provider_id error error_ore' },
  },
  {
    table: 'sample_cycle',
    retention: 'none',
    columns: {
      plain:
        'id month draw opened_at commitment sealed_secret drawn_at frame_count drawn_count frame_hash part_hashes closed_at secret',
    },
  },
  {
    table: 'sample_stratum',
    retention: 'none',
    columns: {
      plain:
        'cycle_id provider_id delivery_area_id level frame_count frame_ore drawn_count share_permille least because',
    },
  },
  {
    table: 'hours_history',
    retention: 'none',
    columns: { plain: 'month scope activity_vector reports' },
  },
  {
    table: 'level_history',
    retention: 'none',
    columns: { plain: 'month scope level reports median deviation' },
  },
];
