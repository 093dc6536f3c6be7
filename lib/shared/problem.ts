/** One fault in what was sent: where it is, which rule it breaks, what to do about it. */
export type FieldProblem = {
  /** JSON pointer into the input (`/rows/3/minutes`); empty for the whole. */
  readonly pointer: string;
  /** Row of a file, the header being row 1. */
  readonly row?: number;
  /** Column of a file, by its name. */
  readonly column?: string;
  readonly code: string;
  readonly message: string;
  readonly fix?: string;
};

/** The one shape of an error, for form, file and API: `application/problem+json`. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldProblem[];
};

export type Text = { readonly sv: string; readonly en: string };
export type ProblemLocale = keyof Text;

const PROBLEMS = {
  malformedRequest: {
    status: 400,
    sv: 'Det som skickades gick inte att läsa.',
    en: 'What was sent could not be read.',
  },
  unauthenticated: { status: 401, sv: 'Du behöver logga in.', en: 'You need to sign in.' },
  stepUpRequired: {
    status: 401,
    sv: 'Du behöver legitimera dig igen.',
    en: 'You need to identify yourself again.',
  },
  forbidden: {
    status: 403,
    sv: 'Du har inte behörighet till det här.',
    en: 'You are not allowed to do this.',
  },
  notFound: { status: 404, sv: 'Det du söker finns inte.', en: 'What you are looking for is not here.' },
  methodNotAllowed: {
    status: 405,
    sv: 'Så går adressen inte att använda.',
    en: 'The address cannot be used that way.',
  },
  conflict: {
    status: 409,
    sv: 'Någon har ändrat det här medan du arbetade.',
    en: 'Somebody changed this while you were working.',
  },
  tooLarge: { status: 413, sv: 'Det som skickades är för stort.', en: 'What was sent is too large.' },
  unsupportedMediaType: {
    status: 415,
    sv: 'Den typen av innehåll tas inte emot här.',
    en: 'That kind of content is not accepted here.',
  },
  invalidInput: {
    status: 422,
    sv: 'Något i det du skickade behöver rättas.',
    en: 'Something you sent needs correcting.',
  },
  idempotencyKeyReused: {
    status: 422,
    sv: 'Samma nyckel har redan använts för något annat.',
    en: 'The same key has already been used for something else.',
  },
  tooManyRequests: {
    status: 429,
    sv: 'Det kom för många anrop på kort tid. Vänta en stund.',
    en: 'Too many requests in a short time. Wait a while.',
  },
  internal: { status: 500, sv: 'Något gick fel hos oss.', en: 'Something went wrong on our side.' },
  unavailable: {
    status: 503,
    sv: 'Tjänsten svarar inte just nu. Försök igen om en stund.',
    en: 'The service does not answer right now. Try again in a while.',
  },
} as const satisfies Record<string, Text & { readonly status: number }>;

/** The codes that every part knows; features add their own by {@link problem}. */
export type ProblemCode = keyof typeof PROBLEMS;

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code);
}

/** A problem with a code and title of the caller's own, in Swedish unless `locale` says otherwise. */
export function problem(
  status: number,
  code: string,
  title: Text,
  errors: readonly FieldProblem[] = [],
  locale: ProblemLocale = 'sv',
): Problem {
  return { type: `/problems/${code}`, title: title[locale], status, code, errors };
}

/** A problem with one of the known codes. */
export function knownProblem(
  code: ProblemCode,
  errors: readonly FieldProblem[] = [],
  locale: ProblemLocale = 'sv',
): Problem {
  const entry = PROBLEMS[code];
  return problem(entry.status, code, entry, errors, locale);
}

/** The same problem with its title in another language; titles of codes not known here stay as they are. */
export function inLocale(given: Problem, locale: ProblemLocale): Problem {
  return isProblemCode(given.code) ? { ...given, title: PROBLEMS[given.code][locale] } : given;
}

/** The input breaks rules: 422, every fault named. */
export function validationProblem(errors: readonly FieldProblem[]): Problem {
  return knownProblem('invalidInput', errors);
}

export function forbidden(errors: readonly FieldProblem[] = []): Problem {
  return knownProblem('forbidden', errors);
}

export function notFound(errors: readonly FieldProblem[] = []): Problem {
  return knownProblem('notFound', errors);
}

/** The state does not allow it (409): stale version by default, or a code and title of the caller's own. */
export function conflict(
  errors: readonly FieldProblem[] = [],
  own?: { readonly code: string; readonly title: Text },
): Problem {
  return own === undefined ? knownProblem('conflict', errors) : problem(409, own.code, own.title, errors);
}

/** Well-formed but not possible (422), with a code and title of the caller's own. */
export function unprocessable(code: string, title: Text, errors: readonly FieldProblem[] = []): Problem {
  return problem(422, code, title, errors);
}

export function tooLarge(errors: readonly FieldProblem[] = []): Problem {
  return knownProblem('tooLarge', errors);
}
