/** How long something is kept: so long after its own instant, or until so many calendar years after that of its instant have ended. */
export type Keep =
  | { readonly days: number }
  | { readonly years: number }
  | { readonly calendarYears: number };

export type RetentionRule = {
  readonly keep: Keep;
  /** What the time is counted from. */
  readonly from: string;
  /** Why so long. */
  readonly because: string;
};

/** Calendar years for which the records behind money are kept: bookkeeping law, seven years after the year. */
export const BOOKKEEPING_YEARS = 7;
/** Years after the end for which what only served the support itself is kept: a return to the service within that time can build on it. */
const SUPPORT_YEARS = 2;
const DRAFT = {
  keep: { years: 1 },
  from: 'när utkastet sparades',
  because: 'Ett utkast är ingen handling; efter ett år skickas det inte längre',
} as const;
const BOOKKEEPING =
  'Ligger till grund för utbetalningar: räkenskapsinformation bevaras sju år efter kalenderåret';

/** What is thinned, and when (gallring). Constants: a change of one is a change of the service's archive decision, and is made with it. */
export const RETENTION_RULES = {
  idempotencyKey: {
    keep: { days: 30 },
    from: 'när svaret gavs',
    because: 'Ingen upprepar en begäran senare',
  },
  formAttempt: {
    keep: { days: 1 },
    from: 'när formuläret skickades',
    because: 'Behövs bara för att visa det ifyllda igen',
  },
  upload: {
    keep: { days: 30 },
    from: 'när filen kom',
    because: 'Raderna har blivit redovisningar; filen behövs bara för att rätta fel',
  },
  webhookDelivery: {
    keep: { days: 30 },
    from: 'när det hände',
    because: 'Leveransen är gjord eller uppgiven',
  },
  secretReveal: { keep: { days: 0 }, from: 'när tiden att läsa gick ut', because: 'Ingen får se den längre' },
  workerHeartbeat: {
    keep: { days: 1 },
    from: 'senaste livstecknet',
    because: 'Säger bara om arbetaren lever',
  },
  attestShown: {
    keep: { days: 2 },
    from: 'när det visades',
    because: 'Behövs bara tills underskriften är gjord',
  },
  reviewPresence: {
    keep: { days: 1 },
    from: 'senaste livstecknet',
    because: 'Säger bara vem som har ett ärende öppet just nu',
  },
  reminderSent: { keep: { days: 60 }, from: 'dagen', because: 'Behövs bara för att inte påminna två gånger' },
  notification: { keep: { days: 180 }, from: 'när den skrevs', because: 'Det som hände finns i ärendet' },
  exportChunk: { keep: { days: 1 }, from: 'när filen begärdes', because: 'Hämtas en gång' },
  exportGone: { keep: { days: 1 }, from: 'när filen blev klar', because: 'Hämtas en gång' },
  export: {
    keep: { years: 1 },
    from: 'när filen begärdes',
    because: 'Visar vad man har tagit ut; loggen har det sedan',
  },
  dataExtractChunk: { keep: { days: 7 }, from: 'när utdraget begärdes', because: 'Hämtas en gång' },
  dataExtractGone: { keep: { days: 7 }, from: 'när utdraget begärdes', because: 'Hämtas en gång' },
  dataExtract: {
    keep: { years: 1 },
    from: 'när utdraget begärdes',
    because: 'Visar att rätten till utdrag har tillgodosetts; loggen har det sedan',
  },
  rateLimit: { keep: { days: 0 }, from: 'när kvoten var full igen', because: 'Säger inget mer' },
  session: {
    keep: { days: 90 },
    from: 'när inloggningen tog slut',
    because: 'Utredning av intrång; det som skrevs under har sin egen tid',
  },
  accessToken: { keep: { days: 1 }, from: 'när den slutade gälla', because: 'Öppnar inget mer' },
  paperCodeSession: { keep: { days: 90 }, from: 'när den slutade gälla', because: 'Utredning av intrång' },
  calendarFeed: { keep: { days: 30 }, from: 'när adressen stängdes', because: 'Öppnar inget mer' },
  invitation: {
    keep: { years: 1 },
    from: 'när den användes, återkallades eller gick ut',
    because: 'Behörigheten och loggen har det sedan',
  },
  monthDraft: DRAFT,
  documentDraft: DRAFT,
  outcomeDraft: DRAFT,
  documentPrint: {
    keep: { years: SUPPORT_YEARS },
    from: 'när dokumentet skickades',
    because: 'Jämförs bara med nyare texter',
  },
  planShare: {
    keep: { years: 1 },
    from: 'när länken slutade gälla',
    because: 'Deltagaren ska hinna se vem som läste',
  },
  coachCover: { keep: { years: SUPPORT_YEARS }, from: 'sista dagen', because: 'Visar vem som ansvarade' },
  planComment: {
    keep: { years: SUPPORT_YEARS },
    from: 'när ärendet avslutades',
    because: 'Tjänade bara stödet självt',
  },
  experience: {
    keep: { years: SUPPORT_YEARS },
    from: 'när ärendet avslutades',
    because: 'Tjänade bara stödet självt; nästa insats kan bygga på det',
  },
  choiceReasoning: {
    keep: { years: SUPPORT_YEARS },
    from: 'när ärendet avslutades',
    because: 'Har hemmets läge; valet står kvar i ärendet',
  },
  complaint: {
    keep: { calendarYears: BOOKKEEPING_YEARS },
    from: 'svaret; klagomål i ett ärende följer ärendet',
    because: 'Uppföljning av leverantören',
  },
  attestation: {
    keep: { calendarYears: BOOKKEEPING_YEARS },
    from: 'underskriften, när ingen redovisning finns kvar som vilar på den',
    because: BOOKKEEPING,
  },
  case: {
    keep: { calendarYears: BOOKKEEPING_YEARS },
    from: 'när det sista i ärendet hände',
    because: BOOKKEEPING,
  },
  account: {
    keep: { calendarYears: BOOKKEEPING_YEARS },
    from: 'när den sista behörigheten tog slut',
    because: 'Den som har fattat ett beslut ska kunna namnges så länge beslutet bevaras',
  },
} as const satisfies Record<string, RetentionRule>;

/** What is kept without an end of its own, and why. */
export const KEPT = {
  kept: 'Bevaras. Loggen är en kedja: en länk som tas ur bryter den. Den har nummer i stället för namn, och när ärendet och kontot är gallrade leder numren ingenstans',
  provider:
    'Följer leverantörens avtal och gallras med det, efter beslut. Gäller organisationer; undantaget är enskilda näringsidkare',
} as const;

export type ThinnedCode = keyof typeof RETENTION_RULES;
export type RetentionCode = ThinnedCode | keyof typeof KEPT;

/** How long something is kept, as it is told to whoever it is about. */
export function retentionInWords(code: RetentionCode): string {
  if (code === 'kept' || code === 'provider') return KEPT[code];
  const { keep, from, because } = RETENTION_RULES[code];
  return `${keepInWords(keep)} från ${from}. ${because}`;
}

function keepInWords(keep: Keep): string {
  if ('calendarYears' in keep)
    return `till och med det ${ORDINALS[keep.calendarYears] ?? `${keep.calendarYears}:e`} kalenderåret efter, räknat`;
  if ('years' in keep) return keep.years === 1 ? 'ett år' : `${keep.years} år`;
  if (keep.days === 0) return 'ingen tid';
  return keep.days === 1 ? 'ett dygn' : `${keep.days} dagar`;
}

const ORDINALS: Readonly<Record<number, string>> = { 7: 'sjunde', 10: 'tionde' };
