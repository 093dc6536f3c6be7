export type Answer = { readonly status: number; readonly url: string; readonly html: string };

/** Somebody whom the test identity provider can log in, as its page shows them. */
export type DemoPerson = { readonly subject: string; readonly name: string; readonly role: string };

const PERSON = /<button name="subject" value="([^"]+)"[^>]*><b>([^<]*)<\/b>, (\w+)/g;
const MOST_REDIRECTS = 12;

/** A browser without script, over the network: keeps cookies, follows redirects, sends forms. */
export class HttpBrowser {
  readonly #portal: string;
  readonly #cookies = new Map<string, Map<string, string>>();

  constructor(portal: string) {
    this.#portal = new URL(portal).origin;
  }

  /** What the portal's own pages are asked with. */
  get cookie(): string {
    return this.#cookieFor(this.#portal);
  }

  async get(path: string): Promise<Answer> {
    return await this.#go('GET', new URL(path, this.#portal).href);
  }

  async post(path: string, form: Readonly<Record<string, string>>): Promise<Answer> {
    return await this.#go('POST', new URL(path, this.#portal).href, form);
  }

  /** Presses the login button: the page of the identity provider where one picks who to be. */
  async beginLogin(
    returnTo = '/',
  ): Promise<{ readonly page: string; readonly persons: readonly DemoPerson[] }> {
    const { url, html, status } = await this.post('/api/login', { returnTo });
    const persons = [...html.matchAll(PERSON)].map(([, subject = '', name = '', role = '']) => ({
      subject,
      name,
      role,
    }));
    if (persons.length === 0) throw new Error(`No demo persons at ${url} (status ${status})`);
    return { page: url, persons };
  }

  /** Logs in as a person of the test identity provider; throws where the portal does not let them in. */
  async logIn(subject: string, returnTo = '/'): Promise<Answer> {
    const { page } = await this.beginLogin(returnTo);
    const answer = await this.#go('POST', page, { subject });
    if (!answer.url.startsWith(this.#portal) || /\/login(\?|$)/.test(answer.url)) {
      throw new Error(`${subject} could not log in: ended at ${answer.url} (status ${answer.status})`);
    }
    return answer;
  }

  async #go(method: 'GET' | 'POST', url: string, form?: Readonly<Record<string, string>>): Promise<Answer> {
    let [verb, address, body] = [method, url, form];
    for (let step = 0; step < MOST_REDIRECTS; step += 1) {
      const { origin } = new URL(address);
      const response = await fetch(address, {
        method: verb,
        redirect: 'manual',
        headers: {
          accept: 'text/html',
          cookie: this.#cookieFor(origin),
          ...(verb === 'POST' ? { origin } : {}),
        },
        ...(body === undefined ? {} : { body: new URLSearchParams(body) }),
      });
      this.#keep(response, origin);
      const location = response.headers.get('location');
      if (location === null) {
        return { status: response.status, url: address, html: await response.text() };
      }
      await response.body?.cancel();
      [verb, address, body] = ['GET', new URL(location, address).href, undefined];
    }
    throw new Error(`Too many redirects from ${url}`);
  }

  #cookieFor(origin: string): string {
    return [...(this.#cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  #keep(response: Response, origin: string): void {
    const jar = this.#cookies.get(origin) ?? new Map<string, string>();
    this.#cookies.set(origin, jar);
    for (const header of response.headers.getSetCookie()) {
      const [pair = ''] = header.split(';');
      const [name, value] = [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
  }
}
