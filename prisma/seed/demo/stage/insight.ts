import { answerComplaint } from '#lib/server/complaint/answer-complaint.ts';
import { writeComplaint } from '#lib/server/complaint/write-complaint.ts';
import { deviationReportKind } from '#lib/server/deviation-report/deviation-report-kind.ts';
import { decideDocument } from '#lib/server/document/decide-document.ts';
import { documentForm } from '#lib/server/document/document-form.ts';
import { submitDocument } from '#lib/server/document/submit-document.ts';
import { registerRelatedCompany } from '#lib/server/related-company/register-related-company.ts';
import { typedDeviation } from '#lib/schemas/deviation-report.ts';
import type { FirmKey } from '#prisma/seed/demo/firms.ts';
import type { Part, Play, Scene } from '#prisma/seed/demo/stage/scene.ts';
import { addDays, plainDateFromDate } from '#lib/shared/plain-date.ts';

const REVIEWER = 'anders-wiklund';
const CASEWORKER = 'mikael-nyberg';
const ADMIN = 'maryam-yusuf';
const COACH = 'johan-lindqvist';

/** What a follow-up of the providers begins with: complaints, a related company, a text that was used twice. */
export function insightScenes(given: Play, parts: readonly Part[]): readonly Scene[] {
  return [...complaintScenes(given), ...relatedScenes(given, parts), ...copiedScenes(given, parts)];
}

type ComplaintStory = {
  readonly firm: FirmKey;
  readonly ago: number;
  readonly from: string;
  readonly category: string;
  readonly words: string;
  readonly answer: string | null;
};

const COMPLAINTS: readonly ComplaintStory[] = [
  {
    firm: 'tallmo',
    ago: 34,
    from: 'participant',
    category: 'availability',
    words: 'Jag har ringt sex gånger på två veckor utan att någon svarar eller ringer upp.',
    answer:
      'Vi har talat med leverantören. Verksamheten har nu telefontid varje förmiddag och ringer upp samma dag.',
  },
  {
    firm: 'tallmo',
    ago: 6,
    from: 'employer',
    category: 'support',
    words:
      'En deltagare kom till oss på praktik utan att vi visste om det. Vi hade önskat att någon hört av sig först.',
    answer: null,
  },
  {
    firm: 'nastaKliv',
    ago: 12,
    from: 'public',
    category: 'premises',
    words:
      'Dörren till lokalen går inte att öppna för den som sitter i rullstol, och klockan sitter för högt.',
    answer: null,
  },
];

function complaintScenes({ stage, calendar, firms }: Play): readonly Scene[] {
  return COMPLAINTS.map(({ firm, ago, answer, ...told }) => ({
    on: calendar.workdaysAgo(ago),
    hour: 11,
    play: async (at) => {
      const actor = await stage.actor(REVIEWER);
      const providerId = firms.providerIds.get(firm) ?? '';
      const receivedOn = plainDateFromDate(at);
      const { complaintId } = await stage.command(
        writeComplaint,
        { providerId, receivedOn, ...told },
        { actor, at },
      );
      if (answer !== null) await stage.command(answerComplaint, { complaintId, answer }, { actor, at });
    },
  }));
}

/** The employer of the outcome that was rejected belongs to the provider's own group: known since before it was written down. */
function relatedScenes({ stage, firms }: Play, parts: readonly Part[]): readonly Scene[] {
  return parts.flatMap(({ firm, stay: { outcome } }): readonly Scene[] => {
    if (outcome?.decided === undefined || outcome.decided === null || !('rejectedBecause' in outcome.decided))
      return [];
    const { employer, registeredOn } = outcome;
    if (employer.orgNo === null) return [];
    const { name, orgNo } = employer;
    return [
      {
        on: addDays(registeredOn, -1),
        hour: 10,
        play: async (at) => {
          const actor = await stage.actor(ADMIN);
          const input = {
            providerId: firms.providerIds.get(firm) ?? '',
            companyName: name,
            orgNo,
            source: 'Koncernens årsredovisning',
            from: addDays(registeredOn, -300),
          };
          await stage.command(registerRelatedCompany, input, { actor, at });
        },
      },
    ];
  });
}

const COPIED = {
  cause: 'declinedActivity',
  what: 'Gruppträffen om att söka arbete på nätet den här veckan, som vi hade bokat tillsammans förra månaden',
  reason:
    'Deltagaren sa att tiden inte passade och ville hellre ha ett eget möte med sin handledare i stället för att sitta i grupp med andra',
};

/** The same words about two participants: both received, the second with its finding judged. */
function copiedScenes({ stage, calendar }: Play, parts: readonly Part[]): readonly Scene[] {
  const own = parts.filter(
    ({ stay, participant }) =>
      stay.coach === COACH &&
      !participant.protected &&
      stay.end === null &&
      stay.periods.some(({ from, to }) => from <= calendar.workdaysAgo(20) && to > calendar.today),
  );
  return own.slice(0, 2).map(({ placementId }, index) => ({
    on: calendar.workdaysAgo(9 - index),
    hour: 14,
    play: async (at) => {
      const coach = { actor: await stage.actor(COACH), at };
      const content = { ...COPIED, from: addDays(plainDateFromDate(at), -1) };
      const asked = { placementId, replacesId: null, draftId: null, typed: typedDeviation.parse(content) };
      const { preview } = await stage.query(documentForm(deviationReportKind), asked, coach);
      const sent = { placementId, content, confirmed: preview?.contentHash };
      const { documentId } = await stage.command(submitDocument(deviationReportKind), sent, coach);
      const input = { documentId, version: 1, verdict: 'approve', reason: '', answer: { next: '' } };
      await stage.command(
        decideDocument(deviationReportKind),
        { ...input, copied: index === 0 ? null : 'upheld' },
        { actor: await stage.actor(CASEWORKER), at },
      );
    },
  }));
}
