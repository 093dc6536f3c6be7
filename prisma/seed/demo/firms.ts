import type { ActivityForm } from '#lib/domain/activity/activity-form.ts';
import type { OpeningSpan } from '#lib/domain/quality/opening.ts';

export type OfficeKey =
  | 'tallmoVasteras'
  | 'tallmoKoping'
  | 'tallmoKarlskrona'
  | 'bjorkangenVasteras'
  | 'bjorkangenUmea'
  | 'malarsteg'
  | 'nastaKlivKarlskrona'
  | 'nastaKlivUmea';
export type FirmKey = 'tallmo' | 'bjorkangen' | 'malarsteg' | 'nastaKliv';
export type Area = 'Västerås' | 'Blekinge' | 'Umeå';

export type DemoOffice = {
  readonly key: OfficeKey;
  readonly name: string;
  readonly street: string;
  readonly place: string;
  readonly lat: number;
  readonly lon: number;
  readonly phone: string;
  /** None: nobody at the provider has said when it is open. */
  readonly opening: readonly OpeningSpan[];
  readonly forms: readonly ActivityForm[];
  readonly accessibility: readonly string[];
};

export type DemoContract = {
  readonly kaNumber: string;
  readonly area: Area;
  readonly openForChoice: boolean;
  readonly capacity: number;
  readonly languages: readonly string[];
  /** The provider's own words, at most 300 characters. */
  readonly speciality: string;
  /** The main office first. */
  readonly offices: readonly [DemoOffice, ...DemoOffice[]];
};

export type DemoFirm = {
  readonly key: FirmKey;
  readonly orgNo: string;
  readonly name: string;
  readonly contracts: readonly DemoContract[];
};

const EVERYWHERE: readonly ActivityForm[] = ['onSite', 'video', 'phone'];

/** Open from the first to the last weekday (Monday 1), between hours of the clock. */
function open(first: number, last: number, from: number, to: number): readonly OpeningSpan[] {
  return Array.from({ length: last - first + 1 }, (_, index) => ({
    weekday: first + index,
    from: from * 60,
    to: to * 60,
  }));
}

/** Made-up companies: names, numbers, streets and telephone numbers belong to nobody. */
export const FIRMS: readonly DemoFirm[] = [
  {
    key: 'tallmo',
    orgNo: '5599000014',
    name: 'Tallmo Arbetsliv AB',
    contracts: [
      {
        kaNumber: '12100017',
        area: 'Västerås',
        openForChoice: true,
        capacity: 60,
        languages: ['sv', 'en', 'ar', 'so', 'uk'],
        speciality:
          'Hos oss får du en egen handledare som du träffar varje vecka. Vi känner arbetsgivare inom lager, industri och vård i hela Mälardalen. Vi övar intervjuer, skriver ansökningar tillsammans och följer med på studiebesök när du vill.',
        offices: [
          {
            key: 'tallmoVasteras',
            name: 'Västerås City',
            street: 'Påhittsgatan 14',
            place: 'Västerås',
            lat: 59.6106,
            lon: 16.5449,
            phone: '021-40 05 10',
            opening: open(1, 5, 8.5, 16.5),
            forms: EVERYWHERE,
            accessibility: ['stepFree', 'lift', 'accessibleToilet', 'hearingLoop'],
          },
          {
            key: 'tallmoKoping',
            name: 'Köping',
            street: 'Exempelvägen 3',
            place: 'Köping',
            lat: 59.5142,
            lon: 15.9921,
            phone: '0221-40 05 20',
            opening: open(1, 4, 9, 15),
            forms: ['onSite', 'phone'],
            accessibility: ['ramp', 'accessibleToilet', 'parking'],
          },
        ],
      },
      {
        kaNumber: '12100025',
        area: 'Blekinge',
        openForChoice: true,
        capacity: 40,
        languages: ['sv', 'en', 'ar', 'prs'],
        speciality:
          'Vi hjälper dig som vill arbeta i verkstad, på varv eller i restaurang. Du får prova på hos företag i Karlskrona och Karlshamn, och vi går igenom vilka körkort och bevis som behövs. Litet kontor, samma handledare hela tiden.',
        offices: [
          {
            key: 'tallmoKarlskrona',
            name: 'Karlskrona',
            street: 'Skissgatan 22',
            place: 'Karlskrona',
            lat: 56.1631,
            lon: 15.5869,
            phone: '0455-40 05 30',
            opening: [],
            forms: EVERYWHERE,
            accessibility: ['stepFree', 'accessibleToilet', 'parking', 'quietRoom'],
          },
        ],
      },
    ],
  },
  {
    key: 'bjorkangen',
    orgNo: '5599000022',
    name: 'Björkängen Jobb och Utbildning AB',
    contracts: [
      {
        kaNumber: '12200015',
        area: 'Västerås',
        openForChoice: true,
        capacity: 45,
        languages: ['sv', 'en', 'prs', 'fa', 'ti'],
        speciality:
          'Vi är bra på att hitta utbildning. Vår studievägledare går igenom dina betyg och dina erfarenheter från andra länder och hjälper dig att söka komvux, yrkeshögskola eller validering. Svenska varje dag för den som vill.',
        offices: [
          {
            key: 'bjorkangenVasteras',
            name: 'Västerås Norra',
            street: 'Låtsasgatan 7',
            place: 'Västerås',
            lat: 59.6281,
            lon: 16.5607,
            phone: '021-40 06 10',
            opening: open(1, 5, 8, 17),
            forms: EVERYWHERE,
            accessibility: ['stepFree', 'automaticDoor', 'accessibleToilet', 'signLanguage'],
          },
        ],
      },
      {
        kaNumber: '12200023',
        area: 'Umeå',
        openForChoice: true,
        capacity: 30,
        languages: ['sv', 'en', 'se', 'zh-Hans'],
        speciality:
          'För dig i Umeå, Vännäs och Holmsund. Vi arbetar med skog, bygg, omsorg och it. Bor du långt bort ses vi med video och kommer till dig en gång i månaden. Vi har nära samarbete med kommunernas vuxenutbildning.',
        offices: [
          {
            key: 'bjorkangenUmea',
            name: 'Umeå',
            street: 'Ritningsgatan 31',
            place: 'Umeå',
            lat: 63.8251,
            lon: 20.2634,
            phone: '090-40 06 20',
            opening: [...open(1, 4, 8.5, 16), ...open(5, 5, 8.5, 14)],
            forms: EVERYWHERE,
            accessibility: ['lift', 'accessibleToilet', 'hearingLoop', 'quietRoom'],
          },
        ],
      },
    ],
  },
  {
    key: 'malarsteg',
    orgNo: '5599000030',
    name: 'Mälarsteg AB',
    contracts: [
      {
        kaNumber: '12300013',
        area: 'Västerås',
        openForChoice: true,
        capacity: 12,
        languages: ['sv', 'en'],
        speciality:
          'Ett litet företag där alla känner alla. Vi tar små steg, i din takt, och hjälper dig som har varit borta från arbetslivet länge. Det är alltid samma person som möter dig. Kaffe finns.',
        offices: [
          {
            key: 'malarsteg',
            name: 'Västerås Öster',
            street: 'Modellgränd 2',
            place: 'Västerås',
            lat: 59.6135,
            lon: 16.5892,
            phone: '021-40 07 10',
            opening: open(1, 4, 9, 15),
            forms: ['onSite', 'phone'],
            accessibility: ['stepFree', 'quietRoom', 'parking'],
          },
        ],
      },
    ],
  },
  {
    key: 'nastaKliv',
    orgNo: '5599000048',
    name: 'Nästa Kliv Karriär AB',
    contracts: [
      {
        kaNumber: '12400011',
        area: 'Blekinge',
        openForChoice: true,
        capacity: 35,
        languages: ['sv', 'en', 'pl', 'bs', 'ti'],
        speciality:
          'Vi matchar dig mot jobb snabbt. Du får minst fem jobbförslag i månaden och hjälp att ringa arbetsgivarna. Vi ordnar jobbmässor varje månad och har kontakter inom transport, lokalvård och handel.',
        offices: [
          {
            key: 'nastaKlivKarlskrona',
            name: 'Karlskrona Hamn',
            street: 'Fiktiva gatan 11',
            place: 'Karlskrona',
            lat: 56.1588,
            lon: 15.5935,
            phone: '0455-40 08 10',
            opening: open(1, 5, 8, 16),
            forms: EVERYWHERE,
            accessibility: ['lift', 'accessibleToilet'],
          },
        ],
      },
      {
        kaNumber: '12400029',
        area: 'Umeå',
        // Takes nobody new: how a closed provider is shown.
        openForChoice: false,
        capacity: 20,
        languages: ['sv', 'en', 'fi'],
        speciality:
          'Jobb inom handel, hotell och kundtjänst i Umeå. Vi övar på riktiga arbetsintervjuer och hjälper dig med personligt brev och cv.',
        offices: [
          {
            key: 'nastaKlivUmea',
            name: 'Umeå Station',
            street: 'Utkastvägen 5',
            place: 'Umeå',
            lat: 63.8301,
            lon: 20.2671,
            phone: '090-40 08 20',
            opening: open(1, 5, 9, 16),
            forms: EVERYWHERE,
            accessibility: ['stepFree', 'lift', 'accessibleToilet'],
          },
        ],
      },
    ],
  },
];

/** Firm, contract and office of a key. */
export function officeOf(key: OfficeKey): {
  readonly firm: DemoFirm;
  readonly contract: DemoContract;
  readonly office: DemoOffice;
} {
  for (const firm of FIRMS) {
    for (const contract of firm.contracts) {
      const office = contract.offices.find((one) => one.key === key);
      if (office !== undefined) return { firm, contract, office };
    }
  }
  throw new Error(`No office is called ${key}`);
}
