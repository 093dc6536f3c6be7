import { useTranslations } from 'next-intl';
import { FormBasis } from '#components/ui/form-basis.tsx';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/choices.tsx';
import { PageSection } from '#components/ui/page-section.tsx';
import type { ApiClientView } from '#lib/domain/api-client/system-view.ts';
import type { KeptForm } from '#lib/shared/kept-form.ts';

interface StandingSectionProps {
  client: ApiClientView;
  /** Whether the reader is a signatory who may give a signature, or end one. */
  maySign: boolean;
  formKey: string;
  attempt: KeptForm | null;
}

/** Who attests what a system sends, and the signatory's own step to take that on or end it. */
export function StandingSection({ client, maySign, formKey, attempt }: StandingSectionProps) {
  const t = useTranslations('systems.standing');
  const { standing } = client;
  if (!client.scopes.includes('reports.write')) {
    return <PageSection title={t('title')}>{t('sendsNothing')}</PageSection>;
  }
  return (
    <PageSection title={t('title')}>
      <div className="grid max-w-measure gap-6">
        <p>{stateIn(standing, t)}</p>
        {maySign && standing !== null && <Withdraw client={client} formKey={formKey} />}
        {maySign && !(standing?.isOwn === true && standing.counts) && (
          <Give client={client} formKey={formKey} attempt={attempt} />
        )}
        {!maySign && standing === null && <p className="text-ink-2">{t('noneAdmin')}</p>}
      </div>
    </PageSection>
  );
}

function stateIn(
  standing: ApiClientView['standing'],
  t: ReturnType<typeof useTranslations<'systems.standing'>>,
): string {
  if (standing === null) return t('none');
  const { name, isOwn, counts } = standing;
  if (!counts) return t('ended', { name });
  return isOwn ? t('own') : t('given', { name });
}

function Withdraw({ client: { id, version }, formKey }: { client: ApiClientView; formKey: string }) {
  const t = useTranslations('systems.standing');
  return (
    <form
      method="post"
      action={`/api/provider/clients/${id}/standing/withdraw`}
      className="grid justify-items-start gap-2"
    >
      <FormBasis formKey={`${formKey}-withdraw`} back={`/provider/systems/clients/${id}`} />
      <input type="hidden" name="version" value={version} />
      <Button>{t('withdraw')}</Button>
      <small className="text-ink-2">{t('withdrawHint')}</small>
    </form>
  );
}

function Give({ client, formKey, attempt }: Omit<StandingSectionProps, 'maySign'>) {
  const t = useTranslations('systems.standing');
  const { id, name, version, standing } = client;
  return (
    <form
      method="post"
      action={`/api/provider/clients/${id}/standing`}
      className="grid justify-items-start gap-4"
    >
      <FormBasis formKey={formKey} back={`/provider/systems/clients/${id}`} />
      <input type="hidden" name="version" value={version} />
      <h3 className="text-base font-bold">{standing === null ? t('giveTitle') : t('replaceTitle')}</h3>
      <p className="text-ink-2">{t('meaning')}</p>
      <Checkbox name="onHonour" label={t('onHonour', { name })} problems={attempt?.problem.errors} />
      <Button look="go">{t('give')}</Button>
    </form>
  );
}
