import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASKED, QUESTIONS } from '#lib/domain/final-report/questions.ts';
import { GOOD_ANSWERS } from '#lib/domain/final-report/testing/good-answers.ts';
import { type AnswerFacts, thinBecause, thinProblem } from '#lib/domain/final-report/thin-answer.ts';
import { besidePhrases, EMPTY_PHRASES } from '#lib/domain/final-report/empty-phrases.ts';
import { wordsOf } from '#lib/domain/text/words.ts';

const asked = (question: AnswerFacts['question']): AnswerFacts => ({ question, elsewhere: [], planned: [] });

describe('an answer that the next coach can plan from', () => {
  it.each(GOOD_ANSWERS)('is let through: %s – %s', (question, text) => {
    expect(thinBecause(text, asked(question))).toBeNull();
  });

  it.each(QUESTIONS)('is what the example of %s shows', (question) => {
    const { sv, en } = ASKED[question].example;
    expect([thinBecause(sv, asked(question)), thinBecause(en, asked(question))]).toEqual([null, null]);
  });

  it('stays one when more is written behind it, whatever it is', () => {
    const good = fc.constantFrom(...GOOD_ANSWERS);
    const more = fc.array(fc.stringMatching(/^[a-zåäö]{2,9}$/), { maxLength: 12 });
    fc.assert(
      fc.property(good, more, ([question, text], words) => {
        expect(thinBecause(`${text} ${words.join(' ')}`, asked(question))).toBeNull();
      }),
    );
  });
});

describe('an answer that nobody can plan from', () => {
  it.each([
    ['missing', '  \n '],
    ['missing', '– – –'],
    ['phrase', 'Allt har gått bra.'],
    ['phrase', 'Se ovan'],
    ['phrase', 'Enligt planering.'],
    [
      'phrase',
      'Deltagaren har fått stöd utifrån behov enligt den gemensamma planeringen, allt har fungerat bra.',
    ],
    ['phrase', 'INGET ATT TILLÄGGA'],
    ['short', 'Skrev CV.'],
    ['short', 'Vi har haft möten med deltagaren.'],
    ['question', 'Vad gjorde ni? Vi gjorde det vi skulle göra.'],
    ['sameWords', 'möte möte möte möte möte möte möte möte möte möte'],
    ['sameWords', 'Vi har haft möten och möten och möten och möten och vi har haft möten och möten.'],
  ] as const)('is told as %s: %s', (because, text) => {
    expect(thinBecause(text, asked('done'))).toBe(because);
  });

  it('is one that stands elsewhere in the report, with where', () => {
    const text = 'Vi skrev sex ansökningar till lager och ringde två arbetsgivare tillsammans varje vecka.';
    const facts = { ...asked('done'), elsewhere: [{ where: 'Kartläggning', text: `${text} ` }] };
    expect(thinProblem({ pointer: '/x' }, text, facts)).toMatchObject({
      code: 'thinAnswer.repeated',
      message: 'Samma text står under Kartläggning.',
    });
  });

  it('is one that only says what the plan wanted', () => {
    const planned =
      'Öka chansen till arbete inom lager genom att skriva ansökningar varje vecka med handledaren.';
    expect(thinBecause(planned, { ...asked('done'), planned: [planned] })).toBe('planned');
    expect(thinBecause(planned, { ...asked('done'), planned: [''] })).toBeNull();
  });

  it('is told with what would help: an example', () => {
    expect(thinProblem({ pointer: '/progress' }, 'Bra', asked('progress'))?.fix).toContain(
      'fyra ansökningar i veckan',
    );
    expect(thinProblem({ pointer: '/progress', where: 'Kartläggning' }, '', asked('progress'))).toEqual({
      pointer: '/progress',
      code: 'thinAnswer.missing',
      message: 'Kartläggning: svaret saknas, skriv några meningar.',
    });
    expect(thinProblem({ pointer: '/progress' }, ASKED.progress.example.sv, asked('progress'))).toBeNull();
  });

  it('is any chain of empty phrases', () => {
    const phrases = fc.uniqueArray(fc.constantFrom(...EMPTY_PHRASES), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(phrases, fc.constantFrom(...QUESTIONS), (said, question) => {
        expect(thinBecause(said.join('. '), asked(question))).not.toBeNull();
      }),
    );
  });

  it('leaves no empty phrase standing beside the rest', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EMPTY_PHRASES), fc.stringMatching(/^[xyz]{3,8}$/), (phrase, word) => {
        expect(besidePhrases(wordsOf(`${word} ${phrase}, ${word}`))).toEqual([word, word]);
      }),
    );
  });
});
