import { z } from 'zod';
import { PROVIDER_ROLES } from '#lib/domain/actor/role.ts';
import { ACCOUNT_VIEWS } from '#lib/domain/administration/account.ts';
import { ACCEPT_PROBLEMS } from '#lib/domain/administration/invitation.ts';
import { isMailAddress } from '#lib/domain/administration/invite-rows.ts';
import { dateText } from '#lib/schemas/month-text.ts';
import { parsePlainDate, type PlainDate } from '#lib/shared/plain-date.ts';

const MOST_OFFICES = 500;
const MOST_CHOSEN = 200;
const LONGEST_REASON = 500;

const version = z.int().min(1);

/** A box that has to be ticked. */
const ticked = (words: string) =>
  z.boolean().refine((isTicked) => isTicked, { error: words, params: { code: 'notTicked' } });

const optionalDate = z
  .string()
  .trim()
  .default('')
  .refine((text) => text === '' || parsePlainDate(text) !== null, 'Skriv datumet som 2026-03-09.')
  .transform((text): PlainDate | null => parsePlainDate(text));

const roles = z
  .array(z.enum(PROVIDER_ROLES))
  .min(1, 'Välj minst en roll.')
  .transform((given) => PROVIDER_ROLES.filter((role) => given.includes(role)));

const scope = {
  allOffices: z.boolean('Välj vilka verksamheter rollen gäller.'),
  officeIds: z.array(z.uuid()).max(MOST_OFFICES).default([]),
};

type Scoped = { readonly allOffices: boolean; readonly officeIds: readonly string[] };

const hasOffices = ({ allOffices, officeIds }: Scoped): boolean => allOffices || officeIds.length > 0;
const officesMissing = { path: ['officeIds'], error: 'Välj minst en verksamhet.' };

/** `through` is the last day, as people say it. */
const period = { from: dateText, through: optionalDate };

type InPeriod = { readonly from: PlainDate; readonly through: PlainDate | null };

const isForwards = ({ from, through }: InPeriod): boolean => through === null || through >= from;
const backwards = { path: ['through'], error: 'Sista dagen kan inte vara före första dagen.' };

const name = z.string().trim().min(1, 'Skriv vad personen heter.').max(100, 'Skriv högst 100 tecken.');
const email = z.string().trim().refine(isMailAddress, 'Skriv en mejladress, till exempel namn@foretaget.se.');

export const inviteInput = z
  .object({ name, email, roles, ...scope, ...period })
  .refine(hasOffices, officesMissing)
  .refine(isForwards, backwards);
export type InviteInput = z.infer<typeof inviteInput>;

export const inviteManyInput = z
  .object({ rows: z.string().max(100_000, 'Klistra in färre rader åt gången.'), ...period })
  .refine(isForwards, backwards);
export type InviteManyInput = z.infer<typeof inviteManyInput>;

export const inviteAdministratorInput = z.object({ providerId: z.uuid(), name, email });
export type InviteAdministratorInput = z.infer<typeof inviteAdministratorInput>;

export const invitationInput = z.object({ invitationId: z.uuid(), version });
export type InvitationInput = z.infer<typeof invitationInput>;

export const giveRoleInput = z
  .object({
    personIds: z.array(z.uuid()).min(1, 'Välj minst en person.').max(MOST_CHOSEN),
    roles,
    ...scope,
    ...period,
  })
  .refine(hasOffices, officesMissing)
  .refine(isForwards, backwards);
export type GiveRoleInput = z.infer<typeof giveRoleInput>;

const seenRole = z.object({ membershipId: z.uuid(), version });

/** Forms send the version of every role that they show, and the id of those that are ticked. */
const chosenRoles = z
  .array(seenRole.partial({ membershipId: true }))
  .max(MOST_CHOSEN * PROVIDER_ROLES.length)
  .transform((rows) =>
    rows.flatMap(({ membershipId, version: seen }) =>
      membershipId === undefined ? [] : [{ membershipId, version: seen }],
    ),
  )
  .pipe(z.array(seenRole).min(1, 'Välj minst en roll.'));

export const changeRolesInput = z
  .object({ memberships: chosenRoles, ...scope, through: optionalDate })
  .refine(hasOffices, officesMissing);
export type ChangeRolesInput = z.infer<typeof changeRolesInput>;

export const endRolesInput = z.object({
  memberships: chosenRoles,
  sure: ticked('Kryssa i rutan om åtkomsten ska avslutas.'),
});

export const restoreRolesInput = z.object({ memberships: chosenRoles });

const reason = z
  .string()
  .trim()
  .min(1, 'Skriv varför.')
  .max(LONGEST_REASON, `Skriv högst ${LONGEST_REASON} tecken.`);

export const requestSignatoryInput = z.object({ reason });
export const decideSignatoryInput = z
  .object({
    requestId: z.uuid(),
    version,
    decision: z.enum(['approved', 'refused'], 'Välj om du godkänner eller avslår.'),
    reason: z.string().trim().max(LONGEST_REASON, `Skriv högst ${LONGEST_REASON} tecken.`).default(''),
  })
  .refine(({ decision, reason: why }) => decision === 'approved' || why !== '', {
    path: ['reason'],
    error: 'Skriv varför du avslår.',
  });
export type DecideSignatoryInput = z.infer<typeof decideSignatoryInput>;
export const withdrawSignatoryInput = z.object({ requestId: z.uuid(), version });
export type WithdrawSignatoryInput = z.infer<typeof withdrawSignatoryInput>;

const optionalId = z.union([z.uuid(), z.literal('')]).catch('');

/** The filters of the list of accounts, as they stand in the address. */
export const accountListInput = z.object({
  q: z.string().trim().max(100).catch(''),
  role: z.union([z.enum(PROVIDER_ROLES), z.literal('')]).catch(''),
  office: optionalId,
  show: z.enum(ACCOUNT_VIEWS).catch('current'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AccountListInput = z.infer<typeof accountListInput>;

export const personInput = z.object({ personId: z.uuid() });

const several = z
  .union([z.array(z.uuid()), z.uuid().transform((id) => [id])])
  .catch([])
  .transform((ids) => [...new Set(ids)].slice(0, MOST_CHOSEN));

/** Whom something is done to, from a list in which they were ticked. */
export const chosenPersonsInput = z.object({ person: several });
/** Which roles are to be ended, from the page that says what follows. */
export const chosenRolesInput = z.object({ role: several });

/** What was just done, for the page that says so. */
export const ACCOUNT_DONE = [
  'given',
  'changed',
  'ended',
  'restored',
  'invited',
  'resent',
  'revoked',
  'requested',
  'withdrawn',
  'decided',
] as const;
export const accountDone = z.object({
  done: z.enum(ACCOUNT_DONE).nullable().catch(null),
  count: z.coerce.number().int().min(0).max(1000).catch(1),
});

export const acceptProblemQuery = z.object({ problem: z.enum(ACCEPT_PROBLEMS).nullable().catch(null) });

/** A provider in the authority's list of those who administer. */
export const administratorListInput = z.object({
  q: z.string().trim().max(100).catch(''),
  show: z.enum(['all', 'without']).catch('all'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export type AdministratorListInput = z.infer<typeof administratorListInput>;
export const providerInput = z.object({ providerId: z.uuid() });
