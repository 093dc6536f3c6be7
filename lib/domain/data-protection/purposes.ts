export type Purpose = {
  /** What the data is for. */
  readonly why: string;
  /** What allows it. */
  readonly ground: string;
  /** Whose it is. */
  readonly persons: string;
  /** Who gets to see it. */
  readonly recipients: string;
};

const PUBLIC_TASK =
  'Uppgift av allmänt intresse och myndighetsutövning (artikel 6.1 e i dataskyddsförordningen), med stöd i lagen om den arbetsmarknadspolitiska verksamheten';
const SECRECY = 'Uppgifterna skyddas av sekretess hos myndigheten, och av tystnadsplikt hos leverantören.';
const PARTICIPANT = 'Deltagare';
const STAFF = 'Anställda hos leverantörer och på myndigheten';
const CASE_READERS =
  'Deltagaren själv, leverantören som deltagaren går hos, och de på myndigheten som arbetar med ärendet';

/** What personal data is for, and what allows it (trust model section 7; the General Data Protection Regulation, articles 5, 6, 9 and 30). */
export const PURPOSES = {
  identity: {
    why: 'Veta vem någon är, också den som har skyddade personuppgifter',
    ground: `${PUBLIC_TASK}. Personnummer behandlas för säker identifiering. ${SECRECY}`,
    persons: `${PARTICIPANT}; ${STAFF.toLowerCase()}`,
    recipients: 'Personen själv och de som har personens ärende. Skyddade uppgifter: bara de som är utsedda',
  },
  access: {
    why: 'Släppa in rätt person, med rätt behörighet, och kunna stänga ute den som inte längre ska in',
    ground: 'Rättslig förpliktelse att skydda uppgifterna (artiklarna 6.1 c och 32)',
    persons: `${STAFF}; ${PARTICIPANT.toLowerCase()}`,
    recipients: 'Personen själv och den som sköter behörigheter i samma organisation',
  },
  told: {
    why: 'Berätta vad som har hänt, så som personen själv vill få veta det',
    ground: PUBLIC_TASK,
    persons: `${STAFF}; ${PARTICIPANT.toLowerCase()}`,
    recipients: 'Personen själv',
  },
  extract: {
    why: 'Lämna registerutdrag till den som begär det',
    ground: 'Rättslig förpliktelse (artiklarna 6.1 c och 15)',
    persons: `${PARTICIPANT}; ${STAFF.toLowerCase()}`,
    recipients: 'Personen själv; på begäran på papper handläggaren som lämnar ut det',
  },
  case: {
    why: 'Besluta om insatsen, hålla reda på den och kunna förklara den efteråt',
    ground: `${PUBLIC_TASK}. Uppgift om funktionsnedsättning: viktigt allmänt intresse (artikel 9.2 g). ${SECRECY}`,
    persons: PARTICIPANT,
    recipients: CASE_READERS,
  },
  choice: {
    why: 'Låta deltagaren välja och byta leverantör, med hjälp om det behövs',
    ground: `${PUBLIC_TASK}, och lagen om valfrihetssystem. ${SECRECY}`,
    persons: PARTICIPANT,
    recipients: CASE_READERS,
  },
  consent: {
    why: 'Visa vad deltagaren själv har låtit någon annan läsa, och när',
    ground: 'Deltagarens eget samtycke, som kan tas tillbaka när som helst (artikel 6.1 a)',
    persons: PARTICIPANT,
    recipients: 'Deltagaren själv; den nya leverantören och den som har fått länken ser det som delas',
  },
  support: {
    why: 'Planera och genomföra stödet',
    ground: `${PUBLIC_TASK}. ${SECRECY}`,
    persons: `${PARTICIPANT}; handledare`,
    recipients: CASE_READERS,
  },
  documents: {
    why: 'Ta emot och besluta om det som leverantören berättar: frånvaro, avbrott, förlängning, slutredovisning',
    ground: `${PUBLIC_TASK}. ${SECRECY}`,
    persons: PARTICIPANT,
    recipients: CASE_READERS,
  },
  reports: {
    why: 'Redovisa månadens stöd',
    ground: `${PUBLIC_TASK}. ${SECRECY}`,
    persons: `${PARTICIPANT}; den som redovisar och intygar`,
    recipients: CASE_READERS,
  },
  review: {
    why: 'Granska att det som redovisas stämmer, och att allmänna medel används rätt',
    ground: `${PUBLIC_TASK}. Hur kontroller görs kan omfattas av sekretess. ${SECRECY}`,
    persons: `${PARTICIPANT}; den som redovisar och granskar`,
    recipients: 'Granskare; leverantören ser besluten',
  },
  outcomes: {
    why: 'Visa att deltagaren har fått arbete eller börjat studera, och att det varar',
    ground: `${PUBLIC_TASK}. ${SECRECY}`,
    persons: `${PARTICIPANT}; kontaktpersoner hos arbetsgivare`,
    recipients: `${CASE_READERS}; arbetsgivaren får frågan som rör den`,
  },
  money: {
    why: 'Betala ersättning och kunna förklara varje belopp',
    ground: 'Rättslig förpliktelse (artikel 6.1 c): bokföring hos myndigheter',
    persons: PARTICIPANT,
    recipients: 'Leverantören och de som betalar och granskar. Deltagaren visas aldrig belopp',
  },
  complaints: {
    why: 'Ta emot klagomål och svara',
    ground: `${PUBLIC_TASK}. ${SECRECY}`,
    persons: `${PARTICIPANT}; den som klagar`,
    recipients: 'Den som klagade och granskare; leverantören om den som klagade har sagt ja',
  },
  provider: {
    why: 'Hålla reda på leverantörer och deras system',
    ground: 'Avtalet med leverantören och uppgift av allmänt intresse (artikel 6.1 e)',
    persons: 'Företrädare för leverantörer; enskilda näringsidkare',
    recipients: 'Leverantören själv och de på myndigheten som sköter avtal, utbetalning och granskning',
  },
  log: {
    why: 'Kunna visa vem som har gjort och läst vad, och att loggen är hel',
    ground: 'Rättslig förpliktelse att skydda uppgifterna (artiklarna 5.2, 6.1 c och 32)',
    persons: `${STAFF}; ${PARTICIPANT.toLowerCase()}`,
    recipients: 'Revisorer; deltagaren ser vilka organisationer som har läst om den',
  },
} as const satisfies Record<string, Purpose>;

export type PurposeCode = keyof typeof PURPOSES;
