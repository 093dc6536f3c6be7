import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Brand } from '#components/frame/brand.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { homePath } from '#lib/domain/actor/front-door.ts';
import { getActor } from '#lib/server/auth/actor.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('auth.forbidden');
  return { title: t('title') };
}

/** The page is another role's: says which role one has now, and the ways on. */
export default async function Forbidden() {
  const [t, actor] = await Promise.all([getTranslations('auth'), getActor()]);
  const role = actor === null ? null : t(`role.${actor.role}`);
  return (
    <main className="band py-8">
      <Brand home="/" />
      <h1 className="mt-12">{t('forbidden.title')}</h1>
      <p className="mt-3 max-w-lead text-lg text-ink-2">
        {role === null ? t('forbidden.anonymous') : t('forbidden.text', { role })}
      </p>
      <div className="mt-8 flex flex-wrap gap-3">
        <LinkAction look="go" big href={actor === null ? '/login' : homePath(actor.role)}>
          {t('forbidden.home')}
        </LinkAction>
        <LinkAction big href="/choose-role">
          {t('forbidden.switch')}
        </LinkAction>
      </div>
    </main>
  );
}
