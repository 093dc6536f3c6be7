import { useLocale, useTranslations } from 'next-intl';
import type { AccountRole } from '#lib/domain/administration/account.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { addDays } from '#lib/shared/plain-date.ts';

type Told = Pick<AccountRole, 'role' | 'allOffices' | 'offices' | 'from' | 'to' | 'standing'>;

/** A role in words: which, where, and its days where they say something. */
export function RoleText({ role }: { role: Told }) {
  const t = useTranslations('administration.roleLine');
  const tRole = useTranslations('auth.role');
  const locale = useLocale();
  const days = [
    ...(role.standing === 'coming' ? [t('from', { date: formatDate(role.from, locale) })] : []),
    ...(role.to === null || role.standing === 'ended'
      ? []
      : [t('through', { date: formatDate(addDays(role.to, -1), locale) })]),
  ];
  const places = role.allOffices ? t('all') : role.offices.map(({ name }) => name).join(', ');
  return (
    <>
      {tRole(role.role)}
      <small className="block text-ink-2">{[places, ...days].join(' · ')}</small>
    </>
  );
}

/** Somebody's roles, one under the other. */
export function RoleLines({ roles }: { roles: readonly AccountRole[] }) {
  return (
    <ul className="grid gap-1">
      {roles.map((role) => (
        <li key={role.membershipId}>
          <RoleText role={role} />
        </li>
      ))}
    </ul>
  );
}
