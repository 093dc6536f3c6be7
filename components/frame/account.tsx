import { useTranslations } from 'next-intl';
import { Button } from '#components/ui/button.tsx';
import { TextLink } from '#components/ui/text-link.tsx';

export interface AccountProps {
  person: { name: string; role?: string | undefined };
  organisation?: { name: string; detail?: string | undefined } | undefined;
  /** Where another organisation or role is picked; left out where there is only one. */
  switchHref?: string | undefined;
  /** Takes a POST. Left out where nobody is logged in. */
  logoutAction?: string | undefined;
}

interface WhoProps {
  name: string;
  detail?: string | undefined;
}

function Who({ name, detail }: WhoProps) {
  return (
    <p className="grid text-xs leading-snug text-ink-3 md:text-end">
      <b className="text-sm leading-snug font-medium text-ink">
        <bdi>{name}</bdi>
      </b>
      {detail}
    </p>
  );
}

/** For whom and as whom one works, and the way out. */
export function Account({ person, organisation, switchHref, logoutAction }: AccountProps) {
  const t = useTranslations('frame');
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3 py-2">
      {organisation !== undefined && <Who {...organisation} />}
      <Who name={person.name} detail={person.role} />
      <div className="flex items-center gap-2">
        {switchHref !== undefined && (
          <TextLink href={switchHref} className="btn btn-quiet">
            {t('switch')}
          </TextLink>
        )}
        {logoutAction !== undefined && (
          <form method="post" action={logoutAction}>
            <Button look="plain">{t('logout')}</Button>
          </form>
        )}
      </div>
    </div>
  );
}
