import { describe, expect, it } from 'vitest';
import type { Evaluation } from '#lib/domain/compensation/evaluation.ts';
import examples from '#lib/domain/compensation/evaluate-examples.json';
import { evaluateInput } from '#lib/domain/compensation/evaluate-input.ts';
import { explainStepSv } from '#lib/domain/compensation/explain-steps-sv.ts';
import { explainSv } from '#lib/domain/compensation/explain-sv.ts';
import { COMPONENT_SV, REASON_SV } from '#lib/domain/compensation/swedish.ts';
import { approved, given, krom, rom2, work } from '#lib/domain/compensation/testing/given.ts';

/** The explanations with ordinary spaces, which read better here. */
function explained({ lines }: Evaluation): readonly string[] {
  return lines.map(({ because }) => explainSv(because).replaceAll('\u00A0', ' '));
}

function steps({ lines }: Evaluation, key: string): readonly string[] {
  const line = lines.find((one) => one.key === key);
  return (line?.because ?? []).map((step) => explainStepSv(step).replaceAll('\u00A0', ' '));
}

const outcome = work();
const ended = { end: '2021-06-01', endReason: 'outcome' };
const paid = { placement: ended, outcome, asOf: '2021-10-01' };

describe('a line says in one Swedish phrase why it is what it is', () => {
  it('base pay', () => {
    expect(explained(given({ reports: [approved('2021-03', '2021-04-06')] }))).toEqual([
      '23 arbetsdagar i mars × 65,00 kr, nivå B, rapport inskickad 6 april 2021 och godkänd',
    ]);
  });

  it('base pay of one day, with a day of absence taken off', () => {
    const placement = { periods: [{ number: 1, from: '2024-02-01', to: '2024-02-03' }] };
    const absences = [{ date: '2024-02-02', reason: 'unknown' }];
    const reports = [approved('2024-02', '2024-03-01')];
    expect(explained(given({ placement, absences, reports, asOf: '2024-03-01' }, rom2()))).toEqual([
      '1 arbetsdag i februari × 70,00 kr, 1 dag med frånvaro borträknad, nivå B, rapport inskickad 1 mars 2024 och godkänd',
    ]);
  });

  it('result pay, speed bonus and supplement', () => {
    const lasted = 'nivå B, arbete från 1 juni 2021 som varat 4 månader, styrkt och godkänt';
    expect(explained(given(paid))).toEqual([
      `22 000,00 kr, ${lasted}`,
      `64 outnyttjade arbetsdagar × 65,00 kr, ${lasted}`,
      `start 1 juni 2021 under tjänsteperiod 1, ${lasted}`,
    ]);
  });

  it('a part of the result pay, a share of unused days, a tier', () => {
    const milestones = [
      { months: 1, sharePermille: 125 },
      { months: 4, sharePermille: 875 },
    ];
    const shared = krom({
      resultPay: { milestones, countFrom: 'serviceEnd' },
      speedBonus: { sharePermille: 500 },
      supplement: null,
    });
    const placement = { end: '2021-06-20', endReason: 'outcome' };
    const lasted =
      'nivå B, arbete från 1 juni 2021 som varat 4 månader räknat från 20 juni 2021, styrkt och godkänt';
    expect(explained(given({ ...paid, placement, asOf: '2021-10-20' }, shared)).slice(1)).toEqual([
      `87,5 % av 22 000,00 kr, ${lasted}`,
      `50 outnyttjade arbetsdagar × 65,00 kr, 50 % av det, ${lasted}`,
    ]);
    const tiers = [{ beforeDay: 100, ore: { A: 1, B: 2, C: 3 } }];
    const byTier = krom({ speedBonus: { kind: 'tiers', tiers } });
    expect(explained(given(paid, byTier))[1]).toContain(
      'start 92 dagar in i placeringen, före dag 100, nivå B',
    );
  });

  it('every line of the worked examples has a phrase and a sentence for each step', () => {
    for (const { input } of examples) {
      const answer = evaluateInput(input);
      const lines = 'lines' in answer ? answer.lines : [];
      for (const { because } of lines) {
        expect(explainSv(because)).toMatch(/nivå [ABC]/);
        for (const step of because) expect(explainStepSv(step)).toMatch(/^[A-ZÅÄÖ0-9].*\.$/u);
      }
    }
  });
});

describe('the steps of a line are sentences', () => {
  it.each([
    ['2021-03-08', '2021-03-20', 'Deltagaren var i tjänsten 8–19 mars 2021: 10 arbetsdagar.'],
    ['2021-03-01', '2021-04-01', 'Deltagaren var i tjänsten hela mars 2021: 23 arbetsdagar.'],
    ['2021-03-31', '2021-04-01', 'Deltagaren var i tjänsten 31 mars 2021: 1 arbetsdag.'],
  ])('for the days from %s to before %s', (from, to, sentence) => {
    const placement = { periods: [{ number: 1, from, to }] };
    const reports = [approved('2021-03', '2021-04-01')];
    const [first] = steps(given({ placement, reports, asOf: '2021-04-01' }), 'base:2021-03:2020-01-01');
    expect(first).toContain(sentence);
  });

  it('for a month, with its absences', () => {
    const placement = { periods: [{ number: 1, from: '2024-02-01', to: '2024-07-30' }] };
    const absences = [{ date: '2024-02-05', reason: 'unknown' }];
    const reports = [approved('2024-02', '2024-03-01')];
    const answer = given({ placement, absences, reports, asOf: '2024-03-01' }, rom2());
    expect(steps(answer, 'base:2024-02:2024-01-01')).toEqual([
      'Deltagaren var i tjänsten hela februari 2024: 21 arbetsdagar, utom frånvaro 5 februari 2024 (okänd orsak). 20 dagar ersätts.',
      'Dagbeloppet för nivå B är 70,00 kr från 1 januari 2024.',
      'Rapporten skickades in 1 mars 2024, inom 60 dagar efter månadens slut, och är godkänd.',
      '20 × 70,00 kr = 1 400,00 kr.',
    ]);
  });

  it('for an outcome', () => {
    expect(steps(given(paid), 'result:4')).toEqual([
      'Resultatet är arbete från 1 juni 2021 på 100 %, minst 50 % krävs.',
      'Starten 1 juni 2021 ligger inom 2 månader från 1 juni 2021, första dagen utanför tjänsten.',
      'Signalen kom 2 juni 2021, inom 2 månader från 1 juni 2021.',
      '4 månader räknat från starten, 1 juni 2021, gick ut 1 oktober 2021.',
      'Alla dagar fram till dess hade tillräcklig omfattning.',
      'Underlagen räcker till och med 31 december 2021, och resultatet är godkänt.',
      'Resultatersättningen för nivå B är 22 000,00 kr för den som börjar från 1 januari 2020.',
      '100 % av 22 000,00 kr: 22 000,00 kr.',
    ]);
  });
});

it('components and reasons have Swedish words', () => {
  expect(COMPONENT_SV.speedBonus).toBe('Snabbhetspremie');
  expect(REASON_SV.reportMissing).toBe('Månaden har ingen inskickad rapport.');
  expect(Object.values(REASON_SV).every((text) => text.endsWith('.'))).toBe(true);
});
