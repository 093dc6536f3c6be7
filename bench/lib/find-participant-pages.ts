import { type DemoPerson, HttpBrowser } from '#bench/lib/http-browser.ts';

/** A page and whom it belongs to. */
export type ParticipantPage = { readonly path: string; readonly person: DemoPerson };

const OFFICE = /href="(\/participant\/choose\/[0-9a-f-]{36})"/;

/**
 * Five pages of participants: home, activities and plan of somebody who is in the service, the choice and an office of somebody
 * who has to choose. Who that is in the demo is found by looking.
 */
export async function findParticipantPages(url: string): Promise<readonly ParticipantPage[]> {
  const { persons } = await new HttpBrowser(url).beginLogin();
  const participants = persons.filter(({ role }) => role === 'participant');
  const [chooser, office] = await findPerson(
    url,
    participants,
    '/participant/choose',
    (html) => OFFICE.exec(html)?.[1],
  );
  const [busy] = await findPerson(url, participants, '/participant/plan', (html, at) =>
    at === '/participant/plan' && html.includes('<h2') ? at : undefined,
  );
  return [
    { path: '/participant', person: busy },
    { path: '/participant/choose', person: chooser },
    { path: office, person: chooser },
    { path: '/participant/activities', person: busy },
    { path: '/participant/plan', person: busy },
  ];
}

/** The first whose page has what is looked for, and that. */
async function findPerson(
  url: string,
  persons: readonly DemoPerson[],
  path: string,
  look: (html: string, at: string) => string | undefined,
): Promise<readonly [DemoPerson, string]> {
  for (const person of persons) {
    const browser = new HttpBrowser(url);
    await browser.logIn(person.subject);
    const { html, status, url: at } = await browser.get(path);
    const found = status === 200 ? look(html, new URL(at).pathname) : undefined;
    if (found !== undefined) return [person, found];
  }
  throw new Error(`No participant of the demo has a page ${path} to measure`);
}
