import { useLocale, useTranslations } from 'next-intl';
import { DataTable } from '#components/ui/data-table.tsx';
import { Status } from '#components/ui/status.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { LineBasis } from '#lib/domain/statement/statement-view.ts';
import { formatKronor, type Ore } from '#lib/shared/money.ts';

interface LineBehindProps {
  /** Null: not asked for. */
  basis: LineBasis | null;
  /** Asks for it, or puts it away. */
  href: string;
}

/** The input behind a line, and what it gives when it is calculated again while the page is made. */
export function LineBehind({ basis, href }: LineBehindProps) {
  const t = useTranslations('statement.basis');
  const locale = useLocale();
  return (
    <div className="mt-3 grid gap-3 px-1" lang={locale}>
      <p className="no-print text-xs">
        <TextLink href={href}>{basis === null ? t('show') : t('hide')}</TextLink>
      </p>
      {basis !== null && <Basis basis={basis} />}
    </div>
  );
}

function Basis({ basis }: { basis: LineBasis }) {
  const t = useTranslations('statement.basis');
  const { facts, agreementName, inputHash, isIntact } = basis;
  const rows = [...facts, { term: t('agreement'), detail: agreementName }];
  return (
    <>
      <h4 className="text-base">{t('title')}</h4>
      <Checks basis={basis} />
      <Status
        tone={isIntact ? 'ok' : 'stop'}
        reason={t('hash', { hash: inputHash })}
        className="[overflow-wrap:anywhere]"
      >
        {isIntact ? t('intact') : t('notIntact')}
      </Status>
      <div lang="sv">
        <DataTable
          caption={t('caption')}
          captionHidden
          rows={rows}
          rowKey={({ term, detail }) => `${term} ${detail}`}
          columns={[
            { key: 'term', head: t('term'), cell: ({ term }) => term },
            { key: 'detail', head: t('detail'), headHidden: true, cell: ({ detail }) => detail },
          ]}
        />
      </div>
    </>
  );
}

function Checks({ basis: { check } }: { basis: LineBasis }) {
  const t = useTranslations('statement.basis');
  const locale = useLocale();
  const kronor = (amount: Ore | null) =>
    amount === null ? t('none') : formatKronor(amount, locale, { showOre: true });
  const { agrees, fromInputOre, fromStepsOre } = check;
  return agrees ? (
    <Status tone="ok" reason={t('agreesReason')}>
      {t('agrees', { amount: kronor(fromInputOre) })}
    </Status>
  ) : (
    <Status
      tone="stop"
      reason={t('differsReason', { input: kronor(fromInputOre), steps: kronor(fromStepsOre) })}
    >
      {t('differs')}
    </Status>
  );
}
