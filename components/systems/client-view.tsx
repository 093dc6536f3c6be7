import { useLocale, useTranslations } from 'next-intl';
import { EndForm } from '#components/systems/end-form.tsx';
import { RotateForm } from '#components/systems/rotate-form.tsx';
import { ScopeLines } from '#components/systems/scope-lines.tsx';
import { StandingSection } from '#components/systems/standing-section.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { InstantText } from '#components/ui/date-text.tsx';
import { DescriptionList, type Fact } from '#components/ui/description-list.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import { Card } from '#components/ui/sheet.tsx';
import { Status } from '#components/ui/status.tsx';
import type { ApiClientView } from '#lib/domain/api-client/system-view.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';
import { plainDateFromDate } from '#lib/shared/plain-date.ts';

export interface ClientViewProps {
  client: ApiClientView;
  /** What the reader may do here: an administrator with secrets, a signatory with the own signature. */
  may: { readonly administer: boolean; readonly sign: boolean; readonly decide: boolean };
  done: 'revoked' | 'standingGiven' | 'standingWithdrawn' | null;
  /** One key for each form of the page. */
  formKeys: { readonly standing: string; readonly rotate: string; readonly end: string };
  attempts: Readonly<Record<'standing' | 'rotate' | 'end', KeptForm | null>>;
}

/** One system: what it may do, whose signature it has, its secret, and its end. */
export function ClientView({ client, may, done, formKeys, attempts }: ClientViewProps) {
  const t = useTranslations('systems');
  const { id, name, version, revokedAt } = client;
  const back = `/provider/systems/clients/${id}`;
  const action = `/api/provider/clients/${id}`;
  const isInUse = revokedAt === null;
  return (
    <>
      <Breadcrumbs above={[{ href: '/provider/systems', words: t('title') }]} here={name} />
      {done !== null && (
        <Notice tone="ok" className="mb-6">
          {t(`done.${done}`)}
        </Notice>
      )}
      <PageHeading title={name} />
      {!may.decide && <Notice className="mb-6">{t('notAllOffices')}</Notice>}
      <Card className="max-w-[760px]">
        <ClientFacts client={client} />
      </Card>
      {isInUse && (
        <StandingSection
          client={client}
          maySign={may.sign}
          formKey={formKeys.standing}
          attempt={attempts.standing}
        />
      )}
      {isInUse && may.administer && (
        <>
          <PageSection title={t('rotate.title')}>
            <RotateForm
              of="client"
              at={{ back, action: `${action}/rotate` }}
              version={version}
              formKey={formKeys.rotate}
              attempt={attempts.rotate}
            />
          </PageSection>
          <PageSection title={t('revoke.title')}>
            <EndForm
              at={{ back, action: `${action}/revoke` }}
              words={{
                text: t('revoke.text'),
                sure: t('revoke.sure', { name }),
                submit: t('revoke.submit'),
              }}
              version={version}
              formKey={formKeys.end}
              attempt={attempts.end}
            />
          </PageSection>
        </>
      )}
    </>
  );
}

function ClientFacts({ client }: { client: ApiClientView }) {
  const t = useTranslations('systems.client');
  const tClients = useTranslations('systems.clients');
  const locale = useLocale();
  const date = (at: Date): string => formatDate(plainDateFromDate(at), locale);
  const { revokedAt, revokedBy, createdAt, createdBy, oldSecretUntil, lastUsedOn } = client;
  const facts: Fact[] = [
    {
      term: t('state'),
      detail:
        revokedAt === null ? (
          <Status tone="ok">{t('inUse')}</Status>
        ) : (
          <Status tone="none">
            {revokedBy === null
              ? tClients('revoked', { date: date(revokedAt) })
              : tClients('revokedBy', { date: date(revokedAt), name: revokedBy })}
          </Status>
        ),
    },
    { term: t('clientId'), detail: <span className="font-mono wrap-anywhere">{client.clientId}</span> },
    {
      term: t('secret'),
      detail: (
        <>
          {t('secretMade', { date: date(client.secretMadeAt) })}
          {oldSecretUntil !== null && revokedAt === null && (
            <small className="block font-normal text-ink-2">
              {t.rich('oldSecret', { date: () => <InstantText instant={oldSecretUntil} /> })}
            </small>
          )}
        </>
      ),
    },
    {
      term: t('may'),
      detail: <ScopeLines scopes={client.scopes} />,
    },
    {
      term: t('made'),
      detail: `${date(createdAt)} ${createdBy === null ? '' : tClients('by', { name: createdBy })}`,
    },
    {
      term: t('lastUsed'),
      detail: lastUsedOn === null ? tClients('never') : formatDate(lastUsedOn, locale),
    },
  ];
  return <DescriptionList facts={facts} />;
}
