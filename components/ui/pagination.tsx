import { useTranslations } from 'next-intl';
import { Icon } from '#components/ui/icon.tsx';
import { pageNumbers } from '#components/ui/page-numbers.ts';
import { TextLink } from '#components/ui/text-link.tsx';

export interface PaginationProps {
  /** From 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
}

export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const t = useTranslations('ui.pages');
  if (pages <= 1) return null;
  return (
    <nav aria-label={t('label')} className="views no-print mt-6 flex flex-wrap items-center gap-1">
      {page > 1 && (
        <TextLink href={hrefOf(page - 1)} rel="prev">
          <Icon name="left" />
          {t('previous')}
        </TextLink>
      )}
      <span className="px-2 text-ink-2 sm:hidden">{t('position', { page, pages })}</span>
      <ol className="hidden items-center gap-1 sm:flex">
        {pageNumbers(page, pages).map((number, index) => (
          // The only gaps are after the first and before the last, so a place tells them apart.
          <li key={number === 0 ? `gap ${index > 1 ? 'late' : 'early'}` : number}>
            {number === 0 ? (
              <span aria-hidden="true">…</span>
            ) : (
              <TextLink
                href={hrefOf(number)}
                aria-label={t('page', { page: number })}
                aria-current={number === page ? 'page' : undefined}
              >
                {number}
              </TextLink>
            )}
          </li>
        ))}
      </ol>
      {page < pages && (
        <TextLink href={hrefOf(page + 1)} rel="next">
          {t('next')}
          <Icon name="right" />
        </TextLink>
      )}
    </nav>
  );
}
