import { useTranslations } from 'next-intl';
import { cx } from '#components/ui/class-names.ts';
import { TextLink } from '#components/ui/text-link.tsx';

export interface View {
  href: string;
  words: string;
  count?: number | undefined;
  current?: boolean | undefined;
}

export interface ViewSwitchProps {
  views: readonly View[];
  /** What the ways are, where a page has more than one such choice. */
  label?: string | undefined;
  className?: string | undefined;
}

/** The same list seen in a few ways, side by side. */
export function ViewSwitch({ views, label, className }: ViewSwitchProps) {
  const t = useTranslations('ui');
  return (
    <nav aria-label={label ?? t('views')} className={cx('views no-print flex flex-wrap gap-1', className)}>
      {views.map((view) => (
        <TextLink key={view.href} href={view.href} aria-current={view.current === true ? 'true' : undefined}>
          {view.words}
          {view.count !== undefined && <b className="font-medium">{view.count}</b>}
        </TextLink>
      ))}
    </nav>
  );
}
