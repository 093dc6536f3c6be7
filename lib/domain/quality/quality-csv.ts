import type { JudgedPlacement } from '#lib/domain/quality/quality-view.ts';
import {
  type PlacementRequirement,
  PLACEMENT_REQUIREMENTS,
  type QualityState,
} from '#lib/domain/quality/standing.ts';
import { standingWords } from '#lib/domain/quality/standing-words.ts';
import type { CsvCell } from '#lib/shared/csv-text.ts';

const STATES: Readonly<Record<QualityState, string>> = {
  broken: 'bryts',
  near: 'snart',
  unknown: 'vet inte',
  met: 'uppfyllt',
};

const NAMES: Readonly<Record<PlacementRequirement, string>> = {
  support: 'Stöd varje vecka',
  onSite: 'Stöd på plats',
  meeting: 'Individuellt möte',
  onSiteMeeting: 'Möte på plats',
  plan: 'Planering i tid',
  report: 'Rapport i tid',
  otherActor: 'Annan aktör',
};

const HEAD = [
  'Deltagare',
  'Genomförandereferens',
  'Nivå',
  'Kontor',
  'Handledare',
  'Krav',
  'Läge',
  'Värde',
  'Gräns',
  'Bryts sedan',
  'Senast',
  'Skäl',
];

/** One row for each participant and requirement, with a head. Values and limits are in the requirement's own unit: minutes, per mille, days, months. */
export function qualityCsvRows(placements: readonly JudgedPlacement[]): readonly (readonly CsvCell[])[] {
  return [
    HEAD,
    ...placements.flatMap((placement) =>
      PLACEMENT_REQUIREMENTS.flatMap((requirement) =>
        placement.standings
          .filter((standing) => standing.requirement === requirement)
          .map(({ state, value, limit, since, until, because }) => [
            placement.name,
            placement.reference,
            placement.level,
            placement.officeName,
            placement.coachName,
            NAMES[requirement],
            STATES[state],
            value,
            limit,
            since,
            until,
            standingWords(because).replaceAll('\u00A0', ' '),
          ]),
      ),
    ),
  ];
}
