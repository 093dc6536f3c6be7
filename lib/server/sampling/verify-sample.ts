import { drawFrom, type RankedReport, stratumText } from '#lib/domain/sampling/draw.ts';
import type { SampleFile } from '#lib/domain/sampling/sample-file.ts';
import { sampleSize } from '#lib/domain/sampling/stratum.ts';
import { commitmentOf, frameHash, partHash, rankIn } from '#lib/server/sampling/sample-hash.ts';

/** Something that is not as the secret and the rules would have it, with its code and what it is about. */
export type Difference = { readonly code: string; readonly message: string };

const difference = (code: string, message: string): Difference => ({ code, message });

/** Differences that are named one by one; what is more is counted. */
const MOST_NAMED = 20;

/** A difference for each of the first reports, and one that counts the rest. */
export function namedFirst(
  rows: readonly { readonly id: string }[],
  code: string,
  messageOf: (id: string) => string,
): readonly Difference[] {
  const named = rows.slice(0, MOST_NAMED).map(({ id }) => difference(code, messageOf(id)));
  const more = rows.length - named.length;
  return more === 0 ? named : [...named, difference(code, `So are ${more} more.`)];
}

/**
 * Draws a closed cycle again from its frame and secret, and names everything that differs from what is stored: the commitment, the
 * frame's hash, each part, the sizes and probabilities of each stratum, the order and the drawn reports. Nothing named: equal.
 */
export function verifySample(file: SampleFile): readonly Difference[] {
  return [...hashDifferences(file), ...partDifferences(file), ...drawDifferences(file)];
}

function hashDifferences({ cycle, parts }: SampleFile): readonly Difference[] {
  const found: Difference[] = [];
  const secret = Buffer.from(cycle.secret, 'hex');
  if (commitmentOf(cycle.id, secret).toString('hex') !== cycle.commitment)
    found.push(difference('commitmentDiffers', 'The secret is not the one that was committed to.'));
  const hashes = parts.map((part) => Buffer.from(part, 'hex'));
  if (frameHash(cycle.id, hashes).toString('hex') !== cycle.frameHash)
    found.push(difference('frameHashDiffers', 'The parts are not those that the frame’s hash was made of.'));
  return found;
}

/** Each provider's strata and reports hash to their part, and all parts are there. */
function partDifferences({ cycle, providerId, parts, strata, reports }: SampleFile): readonly Difference[] {
  const found: Difference[] = [];
  const reportsOf = Map.groupBy(reports, (report) => report.providerId);
  const strataOf = Map.groupBy(strata, (stratum) => stratum.providerId);
  const providers = [...new Set([...reportsOf.keys(), ...strataOf.keys()])].toSorted();
  for (const [at, provider] of providers.entries()) {
    const hash = partHash(strataOf.get(provider) ?? [], reportsOf.get(provider) ?? []).toString('hex');
    const isThere = providerId === null ? parts[at] === hash : parts.includes(hash);
    if (!isThere)
      found.push(
        difference(
          'partDiffers',
          `The reports or strata of provider ${provider} are not those that were drawn from.`,
        ),
      );
  }
  if (providerId !== null) {
    if (providers.some((provider) => provider !== providerId))
      found.push(difference('strangers', `The file has more in it than the part of provider ${providerId}.`));
    return found;
  }
  if (providers.length !== parts.length)
    found.push(
      difference('partsMissing', `There are ${providers.length} providers, and ${parts.length} parts.`),
    );
  if (reports.length !== cycle.frameCount)
    found.push(
      difference('countDiffers', `There are ${reports.length} reports; the frame has ${cycle.frameCount}.`),
    );
  const drawn = reports.filter((report) => report.drawn).length;
  if (drawn !== cycle.drawnCount)
    found.push(
      difference('drawnCountDiffers', `${drawn} reports are drawn; the cycle says ${cycle.drawnCount}.`),
    );
  return found;
}

function drawDifferences({ cycle, strata, reports }: SampleFile): readonly Difference[] {
  const found: Difference[] = [];
  const stored = new Map(strata.map((stratum) => [stratumText(stratum), stratum]));
  const members = Map.groupBy(reports, stratumText);
  const rank = rankIn(cycle.id, Buffer.from(cycle.secret, 'hex'));
  for (const key of new Set([...stored.keys(), ...members.keys()])) {
    const stratum = stored.get(key);
    const own = members.get(key) ?? [];
    if (stratum === undefined) {
      found.push(
        difference('stratumMissing', `${own.length} reports are in stratum ${key}, which is not there.`),
      );
      continue;
    }
    const { frameCount, frameOre, drawnCount, sharePermille, least, because } = stratum;
    if (frameCount !== own.length)
      found.push(
        difference(
          'stratumCountDiffers',
          `Stratum ${key} has ${own.length} reports, and says ${frameCount}.`,
        ),
      );
    if (frameOre !== own.reduce((sum, { amountOre }) => sum + amountOre, 0))
      found.push(
        difference('stratumAmountDiffers', `The reports of stratum ${key} are not worth what it says.`),
      );
    const wanted = sampleSize(frameCount, sharePermille, least);
    if (drawnCount !== wanted)
      found.push(
        difference('sizeDiffers', `Of stratum ${key} ${wanted} are to be drawn, and it says ${drawnCount}.`),
      );
    const shareOf = () => ({ permille: sharePermille, because });
    found.push(...reportDifferences(own, drawFrom(own, { shareOf, least }, rank).reports));
  }
  return found;
}

function reportDifferences(
  stored: readonly RankedReport[],
  redrawn: readonly RankedReport[],
): readonly Difference[] {
  const found: Difference[] = [];
  const byId = new Map(stored.map((report) => [report.reportId, report]));
  if (byId.size !== stored.length)
    found.push(difference('reportTwice', 'A report stands in its stratum more than once.'));
  for (const again of redrawn) {
    const report = byId.get(again.reportId);
    if (report === undefined) continue;
    const { reportId } = report;
    if (report.drawn !== again.drawn)
      found.push(
        difference(
          'drawDiffers',
          `Report ${reportId} is stored as ${drawnWord(report)}, and is ${drawnWord(again)} when it is drawn again.`,
        ),
      );
    if (report.position !== again.position)
      found.push(
        difference(
          'orderDiffers',
          `Report ${reportId} is stored as number ${report.position}, and is number ${again.position}.`,
        ),
      );
    if (report.drawnCount !== again.drawnCount || report.stratumCount !== again.stratumCount)
      found.push(
        difference(
          'probabilityDiffers',
          `Report ${reportId} is stored as drawn with ${report.drawnCount} of ${report.stratumCount}; it is ${again.drawnCount} of ${again.stratumCount}.`,
        ),
      );
  }
  return found;
}

const drawnWord = ({ drawn }: RankedReport): string => (drawn ? 'drawn' : 'not drawn');
