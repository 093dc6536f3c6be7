import { useLocale, useTranslations } from 'next-intl';
import { useDecisionWords } from '#components/placement-decision/decision-words.ts';
import { TextLink } from '#components/ui/text-link.tsx';
import { signedKronor } from '#lib/domain/effect/effect-sv.ts';
import type { DeskDecision } from '#lib/domain/placement-decision/placement-decision.ts';
import { formatDate } from '#lib/shared/format-date.ts';

/** What caseworkers have decided of a placement, with reasons and the kronor that were seen. */
export function DecisionList({ decisions }: { readonly decisions: readonly DeskDecision[] }) {
  const t = useTranslations('interruption-request.decisions');
  const locale = useLocale();
  const words = useDecisionWords();
  if (decisions.length === 0) return <p className="text-ink-2">{t('empty')}</p>;
  return (
    <ol className="grid max-w-[880px]">
      {decisions.map((decision) => {
        const { id, reason, decidedByName, decidedOn, effectOre, nextOre, documentId } = decision;
        return (
          <li key={id} className="border-b border-line py-3 last:border-b-0">
            <p className="font-medium">{words(decision)}</p>
            <p className="text-xs text-ink-3">
              {t('by', { name: decidedByName, day: formatDate(decidedOn, locale) })}
            </p>
            {reason !== '' && <p className="mt-1 max-w-measure whitespace-pre-line">{reason}</p>}
            {effectOre !== null && nextOre !== null && (
              <p className="mt-1 text-ink-2">
                {t('shown', { difference: signedKronor(effectOre), next: signedKronor(nextOre) })}
              </p>
            )}
            {documentId !== null && (
              <p className="mt-1">
                <TextLink href={`/admin/documents/${documentId}`}>{t('document')}</TextLink>
              </p>
            )}
          </li>
        );
      })}
    </ol>
  );
}
