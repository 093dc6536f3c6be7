import { useTranslations } from 'next-intl';
import { CopyButton } from '#components/systems/copy-button.tsx';
import { Breadcrumbs } from '#components/ui/breadcrumbs.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Card } from '#components/ui/sheet.tsx';

export interface SecretViewProps {
  /** Null: it has been looked at, or waited too long. */
  revealed: {
    readonly subject: { readonly type: 'apiClient' | 'webhookEndpoint'; readonly id: string };
    readonly secret: string;
    readonly clientId: string | null;
  } | null;
}

/** A new secret, the one time that it is shown. */
export function SecretView({ revealed }: SecretViewProps) {
  const t = useTranslations('systems');
  const above = [{ href: '/provider/systems', words: t('title') }];
  if (revealed === null) {
    return (
      <>
        <Breadcrumbs above={above} here={t('secret.title')} />
        <PageHeading title={t('secret.gone')} lead={t('secret.goneText')} />
        <LinkAction look="go" href="/provider/systems">
          {t('back')}
        </LinkAction>
      </>
    );
  }
  const { subject, secret, clientId } = revealed;
  const isClient = subject.type === 'apiClient';
  const onTo = isClient
    ? `/provider/systems/clients/${subject.id}`
    : `/provider/systems/webhooks/${subject.id}`;
  return (
    <>
      <Breadcrumbs above={above} here={t('secret.title')} />
      <PageHeading title={t('secret.title')} lead={t('secret.lead')} />
      <Card className="max-w-[760px]">
        <div className="grid gap-6">
          {clientId !== null && <Shown label={t('secret.clientId')} text={clientId} />}
          <Shown label={isClient ? t('secret.secret') : t('secret.webhookSecret')} text={secret} />
          <Notice tone="warn">{t('secret.warning')}</Notice>
          <div>
            <LinkAction look="go" big href={onTo}>
              {isClient ? t('secret.onToClient') : t('secret.onToWebhook')}
            </LinkAction>
          </div>
        </div>
      </Card>
    </>
  );
}

function Shown({ label, text }: { label: string; text: string }) {
  const t = useTranslations('systems.secret');
  return (
    <div className="grid gap-1">
      <p className="text-ink-2">{label}</p>
      <div className="flex flex-wrap items-center gap-3">
        {/* Marked whole by one press, for those who copy by hand. */}
        <code className="rounded-md border border-line bg-sunken px-3 py-2 font-mono wrap-anywhere select-all">
          {text}
        </code>
        <CopyButton text={text} words={{ copy: t('copy'), copied: t('copied') }} />
      </div>
    </div>
  );
}
