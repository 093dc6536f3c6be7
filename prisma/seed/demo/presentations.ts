import type { Client } from 'pg';
import type { PresentationContent } from '#lib/domain/administration/presentation.ts';
import { newId } from '#lib/server/ids.ts';
import { officeOf, type OfficeKey } from '#prisma/seed/demo/firms.ts';
import type { WrittenFirms } from '#prisma/seed/demo/stage/write-firms.ts';
import type { WrittenPerson } from '#prisma/seed/people/write-people.ts';
import { addDays, type PlainDate } from '#lib/shared/plain-date.ts';

type Presented = {
  readonly office: OfficeKey;
  /** Who has written it at the provider. */
  readonly by: string;
  /** How many days ago it was sent in. */
  readonly ago: number;
  readonly isApproved: boolean;
  readonly told: Pick<PresentationContent, 'support' | 'fields' | 'gettingThere' | 'firstMeeting'>;
};

/** One that participants read, and one that waits to be reviewed. */
const PRESENTED: readonly Presented[] = [
  {
    office: 'tallmoVasteras',
    by: 'goran-melin',
    ago: 40,
    isApproved: true,
    told: {
      support: ['individualMeeting', 'practicalSupport', 'employerContacts', 'careerGuidance'],
      fields: ['warehouse', 'industry', 'care'],
      gettingThere: 'Fem minuter från centralstationen. Ingång från gården, hiss till plan 2.',
      firstMeeting:
        'Vi ses i en timme. Du berättar vad du vill, och vi börjar på din planering. Ta med ditt cv om du har ett.',
    },
  },
  {
    office: 'nastaKlivKarlskrona',
    by: 'leila-haddad',
    ago: 2,
    isApproved: false,
    told: {
      support: ['individualMeeting', 'employerContacts'],
      fields: ['transport', 'cleaning', 'sales'],
      gettingThere: 'Buss 1 till Hamnen. Vi sitter på tredje våningen, ring på porten.',
      firstMeeting: 'Ett samtal på en halvtimme om vilka jobb du vill söka.',
    },
  },
];

const REVIEWER = 'maryam-yusuf';

/** Writes presentations of offices, in the words that stand with their contracts. */
export async function writePresentations(
  client: Client,
  given: {
    readonly firms: WrittenFirms;
    readonly people: ReadonlyMap<string, WrittenPerson>;
    readonly today: PlainDate;
  },
): Promise<void> {
  for (const { office: key, by, ago, isApproved, told } of PRESENTED) {
    const { contract, office } = officeOf(key);
    const { officeId, providerId } = given.firms.office(key);
    const content: PresentationContent = {
      goodAt: contract.speciality,
      languages: contract.languages,
      accessibility: office.accessibility,
      ...told,
    };
    const personId = given.people.get(by)?.personId;
    await client.query(
      `INSERT INTO presentation (id, provider_id, office_id, number, status, content, saved_by_person_id, saved_at,
         submitted_by_person_id, submitted_at, decided_by_person_id, decided_at)
       VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $6, $7, $8, $9)`,
      [
        newId(),
        providerId,
        officeId,
        isApproved ? 'approved' : 'submitted',
        JSON.stringify(content),
        personId,
        addDays(given.today, -ago),
        isApproved ? given.people.get(REVIEWER)?.personId : null,
        isApproved ? addDays(given.today, 3 - ago) : null,
      ],
    );
  }
}
