import { useLocale, useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Status } from '#components/ui/status.tsx';
import type { InvitationView } from '#lib/domain/administration/account.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

interface InvitationTableProps {
  invitations: readonly InvitationView[];
  /** The page that it stands on. */
  back: string;
  newKey: () => string;
}

/** Invitations that wait, and how their links stand. */
export function InvitationTable({ invitations, back, newKey }: InvitationTableProps) {
  const t = useTranslations('administration');
  const tRole = useTranslations('auth.role');
  const locale = useLocale();
  return (
    <DataTable
      caption={t('invitations.caption')}
      captionHidden
      rows={invitations}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          head: t('invitations.name'),
          cell: ({ name, email }) => (
            <>
              {name}
              <small className="block font-normal wrap-anywhere text-ink-2">{email}</small>
            </>
          ),
        },
        {
          key: 'roles',
          head: t('invitations.roles'),
          wide: true,
          cell: ({ roles, allOffices, offices }) => (
            <>
              {roles.map((role) => tRole(role)).join(', ')}
              <small className="block text-ink-2">
                {allOffices ? t('roleLine.all') : offices.join(', ')}
              </small>
            </>
          ),
        },
        {
          key: 'sent',
          head: t('invitations.sent'),
          cell: ({ sentAt, invitedBy }) => (
            <>
              <InstantText instant={sentAt} style="day" />
              <small className="block text-ink-2">{t('invitations.by', { name: invitedBy })}</small>
            </>
          ),
        },
        {
          key: 'state',
          head: t('invitations.state'),
          cell: ({ isExpired, expiresAt }) =>
            isExpired ? (
              <Status tone="warn">{t('invitations.expired')}</Status>
            ) : (
              <Status tone="wait">
                {t('invitations.open', { date: formatDate(plainDateFromDate(expiresAt), locale) })}
              </Status>
            ),
        },
        {
          key: 'acts',
          head: t('invitations.resend'),
          headHidden: true,
          cell: (invitation) => (
            <div className="flex flex-wrap gap-2">
              {invitation.mayResend && (
                <Act invitation={invitation} act="resend" back={back} formKey={newKey()} />
              )}
              {invitation.mayRevoke && (
                <Act invitation={invitation} act="revoke" back={back} formKey={newKey()} />
              )}
            </div>
          ),
        },
      ]}
    />
  );
}

interface ActProps {
  invitation: InvitationView;
  act: 'resend' | 'revoke';
  back: string;
  formKey: string;
}

function Act({ invitation: { id, name, version }, act, back, formKey }: ActProps) {
  const t = useTranslations('administration.invitations');
  return (
    <form method="post" action={`/api/administration/invitations/${id}/${act}`}>
      <FormBasis formKey={formKey} back={back} />
      <input type="hidden" name="version" value={version} />
      <Button look="plain" aria-label={t(act === 'resend' ? 'resendTo' : 'revokeOf', { name })}>
        {t(act)}
      </Button>
    </form>
  );
}
