import { useTranslations } from 'next-intl';
import { Amount, Example } from '#components/ui/amount.tsx';
import { DisclosureMore } from '#components/ui/disclosure-more.tsx';
import { type ExampleLine, type ImpactExample, riseOf } from '#lib/domain/agreement/impact.ts';
import { COMPONENT_SV } from '#lib/domain/compensation/swedish.ts';
import { ore } from '#lib/shared/money.ts';

/** Placements whose amount changes most, each with its lines and their reasons before and after. */
export function ImpactExamples({ examples }: { examples: readonly ImpactExample[] }) {
  const t = useTranslations('agreement.impact');
  if (examples.length === 0) return <p className="text-ink-2">{t('noExamples')}</p>;
  return (
    <div className="grid gap-2">
      {examples.map((example) => (
        <DisclosureMore
          key={example.placementId}
          summary={
            <span>
              {example.reference === null
                ? t('exampleUnnamed', { level: example.level })
                : t('example', { reference: example.reference, level: example.level })}
              {': '}
              <b>
                <Amount value={ore(riseOf(example))} signed exact />
              </b>{' '}
              <Example />
            </span>
          }
        >
          <div className="grid gap-6 lg:grid-cols-2">
            <Lines title={t('linesBefore')} lines={example.linesBefore} />
            <Lines title={t('linesAfter')} lines={example.linesAfter} />
          </div>
        </DisclosureMore>
      ))}
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly ExampleLine[] }) {
  const t = useTranslations('agreement.impact');
  return (
    <div>
      <h3 className="mb-2 font-medium">{title}</h3>
      {lines.length === 0 ? (
        <p className="text-ink-2">{t('noLines')}</p>
      ) : (
        <ul className="grid gap-2">
          {lines.map(({ key, component, amountOre, why }) => (
            <li key={key}>
              <span className="flex flex-wrap justify-between gap-x-4">
                <span>{COMPONENT_SV[component]}</span>
                <Amount value={amountOre} exact />
              </span>
              <small className="block text-ink-2">{why}</small>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
