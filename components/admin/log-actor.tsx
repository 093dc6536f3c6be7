import { useTranslations } from 'next-intl';
import type { LoggedAction } from '#lib/domain/admin/audit-log.ts';

/** Who did it: a person in a role, a provider's system, or the portal itself. */
export function LogActor({ entry }: { readonly entry: LoggedAction }) {
  const t = useTranslations('admin.log');
  const { actorKind, actorName, actorMachine, providerName } = entry;
  switch (actorKind) {
    case 'person':
      return (
        <>
          {actorName ?? t('unnamed')}
          <InRole entry={entry} />
        </>
      );
    case 'client':
      return (
        <>
          {t('machine', { provider: providerName ?? '–' })}
          <Under>{actorMachine}</Under>
        </>
      );
    case 'employer':
      return t('employer');
    case 'paperCode':
      return t('paperCode');
    case 'job':
      return (
        <>
          {t('job')}
          <Under>{actorMachine}</Under>
        </>
      );
    case 'authority-load':
      return t('authorityLoad');
    case 'anonymous':
      return t('anonymous');
  }
}

function InRole({ entry: { role, providerName } }: { readonly entry: LoggedAction }) {
  const t = useTranslations('auth.role');
  const words = [role === null ? null : t(role), providerName].filter((part) => part !== null);
  return words.length === 0 ? null : <Under>{words.join(', ')}</Under>;
}

function Under({ children }: { readonly children: string | null }) {
  return <span className="block text-xs text-ink-3">{children}</span>;
}
