import { useLocale, useTranslations } from 'next-intl';
import { SubjectText } from '#components/statement/subject-text.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { LineSubject } from '#lib/domain/statement/statement-view.ts';

interface DisputeLinkProps {
  /** The page on which an amount of the statement is disputed; not given: the reader does not dispute it. */
  at: string | undefined;
  amount: { readonly line: string } | { readonly placementId: string; readonly key: string };
  /** Whose amount, for those who hear the link alone. */
  subject: LineSubject;
}

/** Leads from an amount of a statement to where it is disputed. */
export function DisputeLink({ at, amount, subject }: DisputeLinkProps) {
  const t = useTranslations('statement-answer.dispute');
  const locale = useLocale();
  if (at === undefined) return null;
  return (
    <p className="no-print mt-2 text-xs" lang={locale}>
      <TextLink href={`${at}?${new URLSearchParams(amount).toString()}`}>
        {t('link')}
        <span className="sr-only">
          , <SubjectText subject={subject} />
        </span>
      </TextLink>
    </p>
  );
}
