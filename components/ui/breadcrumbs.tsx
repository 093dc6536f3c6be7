import { useTranslations } from 'next-intl';
import { TextLink } from '#components/ui/text-link.tsx';

export interface BreadcrumbsProps {
  /** The pages above, from the outermost. */
  above: readonly { href: string; words: string }[];
  here: string;
}

export function Breadcrumbs({ above, here }: BreadcrumbsProps) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={t('breadcrumbs')} className="mb-3">
      <ol className="flex flex-wrap gap-x-2 gap-y-1 text-ink-3">
        {above.map((page) => (
          <li key={page.href} className="flex gap-x-2">
            <TextLink
              href={page.href}
              className="inline-block min-h-6 min-w-6 text-ink-2 in-[.participant]:inline-flex in-[.participant]:min-h-(--target) in-[.participant]:items-center"
            >
              {page.words}
            </TextLink>
            <span aria-hidden="true" className="text-line-strong">
              /
            </span>
          </li>
        ))}
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
