import type { RegisteredTable } from '#lib/domain/data-protection/registered-table.ts';

/** What a participant's support was paid with. */
export const REGISTER_MONEY: readonly RegisteredTable[] = [
  {
    table: 'statement_run',
    retention: 'none',
    columns: {
      hand: 'started_by_person_id',
      plain: 'id cut_off started_at finished_at failure providers_total providers_done version',
    },
  },
  {
    table: 'statement',
    retention: 'none',
    columns: {
      hand: 'accepted_by_person_id paid_by_person_id',
      plain:
        'id run_id provider_id cut_off status net_ore vat_ore balance_in_ore rounding_ore payable_ore balance_out_ore proposed_at content_hash accept_by reminded_for accepted_at accepted_by authorisation_id bank_account_id paid_on version',
    },
  },
  {
    table: 'authorisation',
    retention: 'none',
    columns: {
      hand: 'person_id',
      plain: 'id pay_on content content_hash statement_count amount_ore authenticated_at authorised_at',
    },
  },
  {
    table: 'claim',
    retention: 'none',
    columns: {
      hand: 'proposed_by_person_id decided_by_person_id settled_by_person_id',
      plain:
        'id provider_id statement_id amount_ore status reason proposed_at decided_at decision_reason due_on settled_on version',
    },
  },
  {
    table: 'statement_line',
    purpose: 'money',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal: 'statement_id provider_id placement_id key component quantity unit_ore amount_ore because',
      plain: 'id',
    },
  },
  {
    table: 'statement_input',
    purpose: 'money',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal: 'statement_id placement_id provider_id agreement_version_id facts pending not_payable',
      plain: 'input_hash',
    },
  },
  {
    table: 'statement_dispute',
    purpose: 'money',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal: 'statement_id provider_id placement_id key amount_ore opened_at closing effect_ore closed_at',
      hand: 'opened_by_person_id closed_by_person_id',
      plain: 'id version',
    },
  },
  {
    table: 'statement_dispute_message',
    purpose: 'money',
    retention: 'case',
    own: 'dispute_id>statement_dispute',
    columns: { personal: 'dispute_id side written_at text', hand: 'author_person_id', plain: 'id' },
  },
  {
    table: 'placement_correction',
    retention: 'none',
    columns: {
      hand: 'declared_by_person_id decided_by_person_id',
      plain:
        'id what occurred_on status declared_at calculated_on submitted_at decided_at decision_reason authenticated_at content_hash version',
    },
  },
  {
    table: 'placement_correction_item',
    purpose: 'money',
    retention: 'case',
    own: 'placement_id>placement',
    columns: {
      personal:
        'correction_id placement_id provider_id implementation_reference from_level to_level from_agreement_version_id to_agreement_version_id difference_ore next_before_ore next_ore applied_at',
    },
  },
];
