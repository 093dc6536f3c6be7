import { useTranslations } from 'next-intl';
import { Notice } from '#components/ui/notice.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { DraftLife, DraftRights } from '#lib/domain/agreement/version-draft.ts';

interface DraftNoticeProps {
  life: DraftLife;
  rights: DraftRights;
  /** Where the version can be read once it is published, and what to say then. */
  published: { href: string; text: string; open: string };
}

/** How a draft stands, where somebody has to know it. */
export function DraftNotice({ life, rights, published }: DraftNoticeProps) {
  const t = useTranslations('agreement.draft');
  if (life.status === 'published') {
    return (
      <Notice tone="ok" className="mb-8" action={<TextLink href={published.href}>{published.open}</TextLink>}>
        {published.text}
      </Notice>
    );
  }
  if (life.status === 'discarded') return <Notice className="mb-8">{t('discardedNote')}</Notice>;
  if (life.status === 'submitted') {
    return (
      <Notice tone="wait" className="mb-8">
        {t('submittedNote', { count: rights.mayPublish ? 1 : 0 })}
      </Notice>
    );
  }
  if (life.returned === null) return null;
  return (
    <Notice
      tone="warn"
      className="mb-8"
      title={t('returned', { name: life.returned.by ?? t('unknownPerson') })}
    >
      {life.returned.reason}
    </Notice>
  );
}
