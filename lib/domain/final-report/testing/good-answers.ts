import type { Question } from '#lib/domain/final-report/questions.ts';

/** Answers as coaches write them who have thought of the next one: none of them may be taken for thin. */
export const GOOD_ANSWERS: readonly (readonly [Question, string])[] = [
  [
    'done',
    'Möten varannan vecka på kontoret i Flen, elva stycken. Vi gick igenom ansökningar och följde upp svar.',
  ],
  [
    'done',
    'Kartläggning under tre träffar: tidigare arbete i Syrien som elektriker, körkort, vad kroppen klarar.',
  ],
  ['done', 'Ringde 14 arbetsgivare inom lokalvård. Två studiebesök: ISS och Samhall.'],
  ['worked', 'Att öva intervju på video och titta på den tillsammans efteråt.'],
  ['worked', 'Allt har fungerat bra: hon kom till varje möte, för att vi lade dem direkt efter SFI.'],
  ['notWorked', 'Inga hinder. Han bor nära kontoret och har kunnat komma med kort varsel.'],
  ['notWorked', 'Praktiken på ICA bröts efter en vecka, handledaren där slutade och ingen tog över.'],
  [
    'progress',
    'När vi började i mars behövde han tolk vid varje möte. Nu klarar han vardagliga samtal på svenska och har ringt tre arbetsgivare själv.',
  ],
  [
    'next',
    'Anmäl henne till körkortsteorin på arabiska som börjar i september. Fråga Anna på kommunens äldreomsorg om sommarvikariat.',
  ],
  [
    'seeking',
    'Jobben inom hans yrke kräver svensk legitimation. Ansökan om validering är inskickad men inte besvarad.',
  ],
];

/** A text of one place and one about somebody else that says alike things in other words. */
export const ALIKE_BUT_OWN: readonly (readonly [string, string])[] = [
  [
    'Vi har haft individuella möten varannan vecka där vi skrivit ansökningar till lager och butik tillsammans.',
    'Vi har haft individuella möten varannan vecka. Mest pratade vi om svenskan, och skrev tre ansökningar till restauranger.',
  ],
  [
    'Deltagaren har fått studie- och yrkesvägledning vid tre tillfällen och bestämt sig för undersköterska på Komvux.',
    'Deltagaren har fått studie- och yrkesvägledning vid tre tillfällen men vill hellre ha arbete nu än börja läsa.',
  ],
];
