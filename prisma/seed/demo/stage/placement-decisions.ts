import { typedExtension } from '#lib/schemas/extension.ts';
import { typedInterruption } from '#lib/schemas/interruption-request.ts';
import { documentSteps } from '#lib/server/document/step-document.ts';
import { extensionKind } from '#lib/server/extension/extension-kind.ts';
import { interruptionRequestKind } from '#lib/server/interruption-request/interruption-request-kind.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import { sendDocument } from '#prisma/seed/demo/stage/send-document.ts';
import { addDays } from '#lib/shared/plain-date.ts';

const ASSESSOR = 'mikael-nyberg';

/** Days ahead of the last day that a coach wishes for. */
const WISHED_AHEAD = 9;

/** Somebody whose first period ends soon, with a basis handed up for decision; and a request for interruption that waits. */
export function placementDecisionScenes({ stage, calendar }: Play, parts: readonly Part[]): readonly Scene[] {
  const of = (name: string) => parts.findLast(({ participant }) => participant.name === name);
  const [extended, interrupted] = [of('Piotr Zieliński'), of('Dawit Mengistu')];
  if (extended === undefined || interrupted === undefined) return [];
  let documentId = '';
  return [
    {
      on: calendar.workdaysAgo(3),
      hour: 14,
      play: async (at) => {
        documentId = await sendDocument(stage, extensionKind, extended, typedExtension.parse(BASIS), at);
      },
    },
    {
      on: calendar.workdaysAgo(1),
      hour: 14,
      play: async (at) => {
        const actor = await stage.actor(ASSESSOR);
        const input = { documentId, version: 1, assessment: ASSESSMENT };
        await stage.command(documentSteps(extensionKind).handUp, input, { actor, at });
      },
    },
    {
      on: calendar.workdaysAgo(2),
      hour: 15,
      play: async (at) => {
        const lastDay = addDays(calendar.today, WISHED_AHEAD);
        const typed = typedInterruption.parse({ ...REQUEST, lastDay });
        await sendDocument(stage, interruptionRequestKind, interrupted, typed, at);
      },
    },
  ];
}

const BASIS = {
  done: 'Vi har kartlagt tidigare arbete inom bygg, gjort tre studiebesök och haft veckovisa möten. Deltagaren har sökt elva jobb.',
  progress:
    'Deltagaren skriver ansökningar på egen hand nu, och har varit på två intervjuer. Svenskan räcker för att förstå instruktioner.',
  remains:
    'Ett giltigt intyg för heta arbeten saknas, och deltagaren är ovan vid att berätta om sig själv på intervju.',
  why: 'En arbetsgivare har lovat praktik i tre veckor, men kan ta emot först när den första perioden har tagit slut.',
  aim: 'Anställning som byggnadsarbetare eller betongarbetare på heltid inom fyra månader.',
};

const ASSESSMENT =
  'Talar för: löfte om praktik, två intervjuer på kort tid. Talar emot: intyget hade kunnat göras tidigare. Jag föreslår att perioden förlängs.';

const REQUEST = {
  cause: 'doesNotTakePart',
  happened: 'Deltagaren har inte kommit till något möte den senaste månaden och har inte lämnat återbud.',
  adapted: 'Vi har erbjudit möten per telefon, andra tider på dagen och att byta handledare.',
  said: 'Jag har mycket hemma nu och hinner inte. Det kanske går längre fram.',
};
