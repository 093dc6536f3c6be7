import { type FrontDoor, frontDoorOf } from '#lib/domain/actor/front-door.ts';
import { isRole } from '#lib/domain/actor/role.ts';
import texts from '#lib/shared/i18n/sv/auth.json' with { type: 'json' };
import type { DemoPerson } from '#scripts/identity-provider/demo-persons.ts';
import { escapeHtml, page } from '#scripts/identity-provider/page.ts';

const groups: readonly { readonly door: FrontDoor | null; readonly heading: string }[] = [
  { door: 'provider', heading: 'Leverantörer' },
  { door: 'review', heading: 'Leverantörsuppföljning' },
  { door: 'admin', heading: 'Handläggning, avtal och revision' },
  { door: 'payments', heading: 'Utbetalning' },
  { door: 'participant', heading: 'Deltagare' },
  { door: null, heading: 'Övriga' },
];

export type PersonPage = {
  readonly uid: string;
  readonly persons: readonly DemoPerson[];
  readonly search: string;
  /** The portal wants somebody who is logged in to identify themselves once more. */
  readonly again: boolean;
  /** A chosen person who no longer exists. */
  readonly missing?: boolean;
};

/** The page where one picks who to be: a button for each demo person, grouped by front door. */
export function personPage(given: PersonPage): string {
  const title = given.again ? 'Legitimera dig igen' : 'Vem vill du logga in som?';
  const lead = given.again
    ? '<p>Portalen vill veta att det fortfarande är du. Välj samma person som du är inloggad som.</p>'
    : '';
  return page(
    title,
    `<h1>${title}</h1>
${lead}<p class="notice">Det här är en <strong>ersättning för e-legitimation</strong> som bara finns i demon. Personerna är påhittade och det behövs inget lösenord. I skarp drift legitimerar sig var och en med sin svenska e-legitimation.</p>
${given.missing === true ? '<p role="alert"><strong>Personen finns inte längre.</strong> Välj någon annan.</p>' : ''}
${searchForm(given)}
${personList(given)}
<form class="leave" method="post" action="/interaction/${escapeHtml(given.uid)}/cancel"><button>Avbryt och gå tillbaka till portalen</button></form>`,
  );
}

function searchForm({ uid, search }: PersonPage): string {
  return `<form class="search" role="search" method="get" action="/interaction/${escapeHtml(uid)}">
<label for="q">Sök på namn, roll eller organisation</label>
<input type="search" id="q" name="q" value="${escapeHtml(search)}" autocomplete="off"><button>Sök</button>
</form>`;
}

function personList({ uid, persons, search }: PersonPage): string {
  if (persons.length === 0) {
    return '<p>Det finns inga demopersoner ännu. Starta portalen med PORTAL_SEED=demo i en tom datamapp, så skapas de.</p>';
  }
  const found = persons.filter((person) => matches(person, search));
  if (found.length === 0) {
    return `<p role="status">Ingen person passar ”${escapeHtml(search)}”. <a href="/interaction/${escapeHtml(uid)}">Visa alla ${persons.length} personer</a></p>`;
  }
  const sections = groups.map(({ door, heading }) =>
    section(
      heading,
      found.filter((person) => doorOf(person) === door),
    ),
  );
  return `<form method="post" action="/interaction/${escapeHtml(uid)}">${sections.join('')}</form>`;
}

function section(heading: string, persons: readonly DemoPerson[]): string {
  if (persons.length === 0) return '';
  return `<section><h2>${heading}</h2><ul>${persons.map(personButton).join('')}</ul></section>`;
}

function personButton(person: DemoPerson): string {
  const at = person.organisation === undefined ? '' : ` – ${escapeHtml(person.organisation)}`;
  const about = [roleText(person.role), person.description].filter((text) => text !== undefined).join('. ');
  const id = `about-${escapeHtml(person.subject)}`;
  const button = `<button name="subject" value="${escapeHtml(person.subject)}"${about === '' ? '' : ` aria-describedby="${id}"`}><b>${escapeHtml(person.name)}</b>, ${escapeHtml(person.role)}${at}</button>`;
  return `<li>${button}${about === '' ? '' : `<p id="${id}">${escapeHtml(about)}</p>`}</li>`;
}

function roleText(role: string): string | undefined {
  return isRole(role) ? texts.role[role] : undefined;
}

function doorOf(person: DemoPerson): FrontDoor | null {
  return isRole(person.role) ? frontDoorOf(person.role) : null;
}

function matches(person: DemoPerson, search: string): boolean {
  const text = [person.name, person.role, roleText(person.role), person.organisation, person.description]
    .join(' ')
    .toLocaleLowerCase('sv');
  return search
    .toLocaleLowerCase('sv')
    .split(/\s+/)
    .every((word) => text.includes(word));
}
