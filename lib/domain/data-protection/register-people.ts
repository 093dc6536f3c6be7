import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

/** Who somebody is, and how they come in: goes with the account. */
export const REGISTER_PEOPLE: readonly RegisteredTable[] = [
  {
    table: 'person',
    purpose: 'identity',
    retention: 'account',
    own: 'id=person',
    columns: {
      personal: 'id given_name family_name email locale locale_chosen protected created_at',
      plain: 'version',
    },
  },
  {
    table: 'person_identity',
    purpose: 'identity',
    retention: 'account',
    own: 'person_id=person',
    columns: { personal: 'person_id identity_number', secret: 'identity_hash' },
  },
  {
    table: 'protected_identity',
    purpose: 'identity',
    retention: 'account',
    own: 'person_id=person',
    columns: { personal: 'person_id key_id nonce ciphertext' },
  },
  {
    table: 'login_account',
    purpose: 'access',
    retention: 'account',
    own: 'person_id=person',
    columns: { personal: 'issuer subject person_id created_at' },
  },
  {
    table: 'membership',
    purpose: 'access',
    retention: 'account',
    own: 'person_id=person',
    columns: {
      personal:
        'person_id organisation provider_id role all_offices case_mandate valid_from valid_to given_at ended_at to_before_end',
      hand: 'given_by_person_id ended_by_person_id',
      plain: 'id version',
    },
  },
  {
    table: 'membership_office',
    purpose: 'access',
    retention: 'account',
    own: 'membership_id>membership',
    columns: { personal: 'membership_id office_id' },
  },
  {
    table: 'session',
    purpose: 'access',
    retention: 'session',
    own: 'person_id=person',
    columns: {
      personal: 'person_id membership_id created_at last_seen_at absolute_ends_at ended_at auth_time',
      secret: 'token_hash id_token_sid',
      plain: 'id',
    },
  },
  {
    table: 'step_up',
    purpose: 'access',
    retention: 'session',
    own: 'session_id>session',
    columns: { personal: 'session_id purpose authenticated_at used_at', plain: 'id content_hash' },
  },
  {
    table: 'calendar_feed',
    purpose: 'access',
    retention: 'calendarFeed',
    own: 'membership_id>membership',
    columns: { personal: 'membership_id created_at revoked_at', secret: 'secret_hash', plain: 'id' },
  },
  {
    table: 'reminder_choice',
    purpose: 'told',
    retention: 'account',
    own: 'membership_id>membership',
    columns: { personal: 'membership_id by_mail', plain: 'changed_at' },
  },
  {
    table: 'reminder_sent',
    purpose: 'told',
    retention: 'reminderSent',
    own: 'membership_id>membership',
    columns: { personal: 'membership_id day' },
  },
  {
    table: 'notification',
    purpose: 'told',
    retention: 'notification',
    own: 'person_id=person',
    columns: {
      personal:
        'person_id organisation provider_id event event_group document placement_id subject_type subject_id path created_at read_at mail',
      plain: 'id',
    },
  },
  {
    table: 'notification_choice',
    purpose: 'told',
    retention: 'account',
    own: 'person_id=person',
    columns: { personal: 'person_id ways quiet_from quiet_to quiet_weekends', plain: 'changed_at' },
  },
  {
    table: 'reviewer_area',
    purpose: 'access',
    retention: 'account',
    own: 'person_id=person',
    columns: { personal: 'person_id delivery_area_id' },
  },
  {
    table: 'attest_shown',
    purpose: 'reports',
    retention: 'attestShown',
    own: 'person_id=person',
    columns: { personal: 'person_id month shown_at content_hashes', plain: 'id' },
  },
  {
    table: 'review_presence',
    purpose: 'review',
    retention: 'reviewPresence',
    own: 'person_id=person',
    columns: { personal: 'kind subject_id person_id opened_at beat_at' },
  },
  {
    table: 'coach_cover',
    purpose: 'support',
    retention: 'coachCover',
    own: 'coach_person_id=person | covering_person_id=person',
    columns: {
      personal: 'provider_id coach_person_id covering_person_id from to created_at cancelled_at',
      hand: 'created_by_person_id',
      plain: 'id version',
    },
  },
  {
    table: 'upload',
    purpose: 'reports',
    retention: 'upload',
    own: 'membership_id>membership',
    columns: {
      personal:
        'provider_id membership_id month file_name size replace locale state kind rows reports checked taken unchanged left_out faults remarks received_at finished_at',
      withheld: 'fault notes participant_ids',
      plain: 'id sha256',
    },
  },
  {
    table: 'upload_file',
    purpose: 'reports',
    retention: 'upload',
    columns: { withheld: 'given answer', plain: 'upload_id' },
  },
  {
    table: 'upload_problem',
    purpose: 'reports',
    retention: 'upload',
    columns: { withheld: 'row column code message fix', plain: 'upload_id number severity' },
  },
  {
    table: 'data_extract',
    purpose: 'extract',
    retention: 'dataExtract',
    own: 'person_id=person',
    columns: {
      personal:
        'person_id membership_id reason state tables_total tables_done rows bytes requested_at finished_at fetched_at',
      hand: 'asked_by_person_id',
      plain: 'id',
    },
  },
  {
    table: 'data_extract_chunk',
    purpose: 'extract',
    retention: 'dataExtractChunk',
    columns: { withheld: 'content', plain: 'extract_id number' },
  },
  {
    table: 'export',
    purpose: 'told',
    retention: 'export',
    own: 'person_id=person',
    columns: {
      personal:
        'provider_id person_id membership_id format kinds since until state rows_total rows_done counts bytes requested_at finished_at fetched_at',
      plain: 'id',
    },
  },
  {
    table: 'export_chunk',
    purpose: 'told',
    retention: 'exportChunk',
    columns: { withheld: 'content', plain: 'export_id number' },
  },
  {
    table: 'invitation',
    purpose: 'access',
    retention: 'invitation',
    own: 'accepted_by_person_id=person',
    columns: {
      personal:
        'provider_id name email roles all_offices office_ids valid_from valid_to expires_at sent_at by_authority created_at accepted_by_person_id accepted_at revoked_at',
      hand: 'created_by_person_id revoked_by_person_id',
      secret: 'token_hash',
      plain: 'id version',
    },
  },
  {
    table: 'signatory_request',
    purpose: 'access',
    retention: 'account',
    own: 'person_id=person',
    columns: {
      personal: 'provider_id person_id reason status requested_at decided_at decision_reason',
      hand: 'decided_by_person_id',
      plain: 'id version',
    },
  },
];
