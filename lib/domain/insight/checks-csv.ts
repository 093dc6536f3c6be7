import { CHECK_CATALOGUE, settingOf } from '#lib/domain/insight/check-catalogue.ts';
import type { CheckPage } from '#lib/domain/insight/check-precision.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';

const HEAD = [
  'Kontroll',
  'Kod',
  'Gäller',
  'Allvar',
  'Gräns',
  'Vikt, procent',
  'Sedan',
  'Från',
  'Till',
  'Hittade',
  'Bedömda',
  'Rätt',
  'Andel rätt, procent',
  'Intervall från, procent',
  'Intervall till, procent',
  'Mot villkoren före',
];
const OF = { report: 'rapporter', outcome: 'resultat', document: 'handlingar' };
const SEVERITY = { hold: 'till en person', flag: 'risk' };
const TREND = { better: 'bättre', worse: 'sämre', same: 'ingen säker skillnad' };

const rounded = (share: number): number => Math.round(share * 1000) / 10;

/** The page of the checks' precision as rows of a file. */
export function checksCsvRows({ from, to, terms, checks }: CheckPage): readonly (readonly CsvCell[])[] {
  return [
    HEAD,
    ...checks.map((check) => {
      const { code, severity, precision, trend, weightPermille } = check;
      const { name, of } = CHECK_CATALOGUE[code];
      return [
        name.sv,
        code,
        OF[of],
        SEVERITY[severity],
        settingOf(code, terms, 'sv'),
        weightPermille === null ? null : weightPermille / 10,
        check.since,
        from,
        to,
        check.found,
        check.judged,
        check.upheld,
        precision === null ? 'för få' : rounded(precision.share),
        precision === null ? null : rounded(precision.low),
        precision === null ? null : rounded(precision.high),
        trend === null ? 'för få' : TREND[trend],
      ];
    }),
  ];
}
