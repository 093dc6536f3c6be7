import { useTranslations } from 'next-intl';
import { LiftSection } from '#components/protected-identity/lift-section.tsx';
import { NamedPersons } from '#components/protected-identity/named-persons.tsx';
import { OpenIdentity } from '#components/protected-identity/open-identity.tsx';
import { ProtectedEvents } from '#components/protected-identity/protected-events.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { OpenedIdentity, ProtectedView } from '#lib/domain/protected-identity/protected-identity.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

export const PROTECTED_DONE = ['protected', 'named', 'unnamed', 'liftAsked', 'liftStopped'] as const;

export interface ProtectedCaseViewProps {
  view: ProtectedView;
  personId: string;
  opened: OpenedIdentity | null | undefined;
  attempts: Readonly<Record<'open' | 'name' | 'ask' | 'lift', KeptForm | null>>;
  done: (typeof PROTECTED_DONE)[number] | null;
  formKey: string;
}

/** A protected identity, to those who are named: one look; and for caseworkers who else is named, what was done, and lifting. */
export function ProtectedCaseView({
  view,
  personId,
  opened,
  attempts,
  done,
  formKey,
}: ProtectedCaseViewProps) {
  const t = useTranslations('protected-identity');
  const { participantId, alias, mayManage } = view;
  const back = `/protected/${participantId}`;
  const form = { back, formKey };
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead', { alias })} />
      {done !== null && <Notice tone="ok">{t(`done.${done}`)}</Notice>}
      <PageSection title={t('open.title')} note={t('open.note')}>
        <OpenIdentity participantId={participantId} opened={opened} attempt={attempts.open} {...form} />
      </PageSection>
      {mayManage && (
        <>
          <PageSection title={t('named.title')} note={t('named.note')}>
            <NamedPersons view={view} attempt={attempts.name} {...form} />
          </PageSection>
          <PageSection title={t('events.title')}>
            <ProtectedEvents events={view.events} />
          </PageSection>
          <PageSection title={t('lift.title')} note={t('lift.note')}>
            <LiftSection view={view} personId={personId} attempt={attempts.ask ?? attempts.lift} {...form} />
          </PageSection>
        </>
      )}
    </>
  );
}
