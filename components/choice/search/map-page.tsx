import { useTranslations } from 'next-intl';
import { SwedenMap } from '#components/choice/search/sweden-map.tsx';
import { LinkAction } from '#components/ui/button.tsx';
import { PageHeading } from '#components/ui/page-heading.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Cell, ColumnHead, Row, RowHead, Table, TableBody, TableHead } from '#components/ui/table.tsx';
import { TextLink } from '#components/ui/text-link.tsx';
import type { AreaOnMap } from '#lib/domain/provider-search/public-contract.ts';

/** Where in the country there are contracts: a map, and the same as a table. */
export function MapPage({ areas }: { areas: readonly AreaOnMap[] }) {
  const t = useTranslations('provider-search.map');
  const dots = areas.map(({ area, contracts, lat, lon }) => ({ key: area, count: contracts, lat, lon }));
  return (
    <>
      <PageHeading title={t('title')} lead={t('lead')} />
      <div className="grid items-start gap-x-10 gap-y-8 lg:grid-cols-[20rem_minmax(0,1fr)]">
        <Sheet className="p-5">
          <SwedenMap
            title={t('svgTitle')}
            description={t('svgDesc', { count: areas.length })}
            dots={dots}
            className="mx-auto max-w-72"
          />
          <p className="mt-4 text-xs text-ink-3">{t('credit')}</p>
        </Sheet>
        <Sheet className="px-6 py-3 max-md:px-4">
          <AreaTable areas={areas} />
        </Sheet>
      </div>
      <LinkAction big icon="left" href="/providers" className="mt-8">
        {t('back')}
      </LinkAction>
    </>
  );
}

function AreaTable({ areas }: { areas: readonly AreaOnMap[] }) {
  const t = useTranslations('provider-search.map');
  return (
    <Table caption={t('caption')}>
      <TableHead>
        <Row>
          <ColumnHead>{t('area')}</ColumnHead>
          <ColumnHead numeric>{t('contracts')}</ColumnHead>
          <ColumnHead>{t('places')}</ColumnHead>
        </Row>
      </TableHead>
      <TableBody>
        {areas.map(({ area, contracts, places }) => (
          <Row key={area}>
            <RowHead>
              <TextLink
                href={`/providers?area=${encodeURIComponent(area)}`}
                className="-my-2.5 inline-block py-2.5"
              >
                <bdi lang="sv">{area}</bdi>
              </TextLink>
            </RowHead>
            <Cell numeric label={t('contracts')}>
              {contracts}
            </Cell>
            <Cell label={t('places')}>
              <bdi lang="sv">{places.join(', ')}</bdi>
            </Cell>
          </Row>
        ))}
      </TableBody>
    </Table>
  );
}
