import { createHash } from 'node:crypto';
import { addEvidence } from '#lib/server/evidence/add-evidence.ts';
import { answerConfirmation } from '#lib/server/evidence/answer-confirmation.ts';
import { askEmployer } from '#lib/server/evidence/ask-employer.ts';
import { checkContent } from '#lib/server/evidence/content/check-content.ts';
import { outcomeReportForm } from '#lib/server/outcome/outcome-report-form.ts';
import { reportOutcome } from '#lib/server/outcome/report-outcome.ts';
import { certificate } from '#prisma/seed/demo/stage/evidence-certificate.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import { confirm, scenesOf } from '#prisma/seed/demo/stage/signals.ts';
import type { Stage } from '#prisma/seed/demo/stage/stage.ts';
import { formatDate } from '#lib/shared/format-date.ts';
import { type PlainDate, plainDateFromDate } from '#lib/shared/plain-date.ts';

/** Working days ago: the first at work, then each step from the signal on. */
const STEPS = { works: 14, signalled: 12, confirmed: 11, reported: 9, shown: 8, answered: 6 } as const;

type Employed = {
  readonly name: string;
  /** What became of the placement when the signal was confirmed. */
  readonly course: 'ended' | 'goesOn';
  readonly extentPercent: number;
  readonly employerName: string;
  readonly employerOrgNo: string;
  /** Who answers there; null: the coach hands in a certificate. */
  readonly asked: { readonly contactName: string; readonly email: string; readonly role: string } | null;
  readonly answers: boolean;
};

const EMPLOYED: readonly Employed[] = [
  {
    name: 'Robert Engström',
    course: 'ended',
    extentPercent: 100,
    employerName: 'Karlskrona Plåt och Svets AB',
    employerOrgNo: '5599000097',
    asked: null,
    answers: false,
  },
  {
    name: 'Pekka Laine',
    course: 'goesOn',
    extentPercent: 60,
    employerName: 'Älvstrandens Hotell AB',
    employerOrgNo: '5599000105',
    asked: { contactName: 'Ulla Grahn', email: 'ulla.grahn@alvstranden.example', role: 'Receptionschef' },
    answers: false,
  },
  {
    name: 'Birgit Holmgren',
    course: 'goesOn',
    extentPercent: 50,
    employerName: 'Aros Trädgård och Park AB',
    employerOrgNo: '5599000113',
    asked: { contactName: 'Nils Frid', email: 'nils.frid@arostradgard.example', role: 'Arbetsledare' },
    answers: true,
  },
];

/** Outcomes that providers have reported: with a certificate, with a question to the employer, with the employer's answer. */
export function evidenceScenes(given: Play, parts: readonly Part[]): readonly Scene[] {
  return EMPLOYED.flatMap((employed): readonly Scene[] => {
    const part = parts.findLast(({ participant }) => participant.name === employed.name);
    return part === undefined
      ? []
      : [...signalledScenes(given, part, employed), ...shownScenes(given, part, employed)];
  });
}

function signalledScenes(given: Play, part: Part, { course, extentPercent, employerName }: Employed) {
  return scenesOf(given, part, {
    sentAgo: STEPS.signalled,
    signal: { from: given.calendar.workdaysAgo(STEPS.works), extentPercent, employerName },
    answered: { ago: STEPS.confirmed, act: confirm(course) },
  });
}

function shownScenes({ stage, calendar }: Play, part: Part, employed: Employed): readonly Scene[] {
  const { asked } = employed;
  let [outcomeId, confirmationId] = ['', ''];
  const reported: Scene = {
    on: calendar.workdaysAgo(STEPS.reported),
    hour: 10,
    play: async (at) => {
      outcomeId = await report(stage, part, employed, at);
    },
  };
  const shown: Scene = {
    on: calendar.workdaysAgo(STEPS.shown),
    hour: 10,
    play: async (at) => {
      const actor = await stage.actor(part.stay.coach ?? '');
      if (asked === null)
        return handIn(stage, part, { employed, outcomeId, from: calendar.workdaysAgo(STEPS.works) }, at);
      const question = { outcomeId, employment: '0', email: asked.email, contactName: asked.contactName };
      ({ confirmationId } = await stage.command(askEmployer, question, { actor, at }));
    },
  };
  if (asked === null || !employed.answers) return [reported, shown];
  const answered: Scene = {
    on: calendar.workdaysAgo(STEPS.answered),
    hour: 10,
    play: async (at) => {
      const { contactName: name, role } = asked;
      const answer = { answer: 'confirmed', name, role, speaksFor: true };
      await stage.command(answerConfirmation, answer, { actor: { kind: 'employer', confirmationId }, at });
    },
  };
  return [reported, shown, answered];
}

/** The coach reports the outcome as the form does: filled in from the signal, previewed, then sent. */
async function report(stage: Stage, part: Part, employed: Employed, at: Date): Promise<string> {
  const actor = await stage.actor(part.stay.coach ?? '');
  const asked = { placementId: part.placementId, replacesId: null };
  const { values } = await stage.query(outcomeReportForm, { ...asked, typed: null }, { actor, at });
  const of = (name: string): string => values[name] ?? '';
  const typed = {
    type: of('type'),
    from: of('from'),
    appliedOn: of('appliedOn'),
    spells: [
      {
        from: of('spells.0.from'),
        through: '',
        extentPercent: of('spells.0.extentPercent'),
        employerKind: of('spells.0.employerKind'),
        employerOrgNo: employed.employerOrgNo,
        employerName: of('spells.0.employerName'),
      },
    ],
  };
  const { preview } = await stage.query(outcomeReportForm, { ...asked, typed }, { actor, at });
  const confirmed = preview?.confirmation ?? '';
  return (await stage.command(reportOutcome, { ...asked, ...typed, confirmed }, { actor, at })).outcomeId;
}

type Certified = { readonly employed: Employed; readonly outcomeId: string; readonly from: PlainDate };

/** The coach hands in a certificate, which says what it says up to the day on which it is handed in. */
async function handIn(stage: Stage, { stay, participant }: Part, given: Certified, at: Date): Promise<void> {
  const { employed, outcomeId, from } = given;
  const today = plainDateFromDate(at);
  const content = certificate([
    'Anställningsintyg',
    `${participant.name} är anställd hos oss sedan ${formatDate(from)}.`,
    `Omfattning: ${employed.extentPercent} procent av heltid. Tillsvidare.`,
    `${employed.employerName}, ${formatDate(today)}`,
  ]);
  const checked = await checkContent(Buffer.from(content));
  if (!checked.ok) throw new Error('The demo’s certificate is refused');
  const input = {
    outcomeId,
    kind: 'employmentCertificate',
    spell: '0',
    from,
    through: today,
    fileName: 'anställningsintyg.pdf',
    mediaType: checked.value,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
  const actor = await stage.actor(stay.coach ?? '');
  await stage.command(addEvidence(content), input, { actor, at });
}
