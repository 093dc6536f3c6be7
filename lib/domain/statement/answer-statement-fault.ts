import type { AnswerFault } from '#lib/domain/statement/answer-statement.ts';
import { conflict, type Problem, type Text } from '#lib/shared/problem.ts';

/** Why a statement cannot be answered so, in a sentence. */
export function answerFaultText(fault: AnswerFault): Text {
  switch (fault) {
    case 'notProposed':
      return { sv: 'Underlaget är inte föreslaget än.', en: 'The statement has not been proposed yet.' };
    case 'accepted':
      return {
        sv: 'Underlaget är redan godkänt. En rättelse kommer på nästa underlag.',
        en: 'The statement has already been accepted. A correction comes with the next one.',
      };
    case 'authorised':
      return {
        sv: 'Underlaget är attesterat för utbetalning. En rättelse kommer på nästa underlag.',
        en: 'The statement is authorised for payment. A correction comes with the next one.',
      };
    case 'paid':
      return {
        sv: 'Underlaget är betalt. En rättelse kommer på nästa underlag.',
        en: 'The statement is paid. A correction comes with the next one.',
      };
    case 'periodOver':
      return {
        sv: 'Svarstiden har gått ut. Underlaget räknas som godkänt.',
        en: 'The answering period is over. The statement counts as accepted.',
      };
    case 'periodGoesOn':
      return { sv: 'Svarstiden har inte gått ut.', en: 'The answering period is not over.' };
    case 'noPeriod':
      return { sv: 'Underlaget har ingen svarstid än.', en: 'The statement has no answering period yet.' };
    case 'disputesOpen':
      return {
        sv: 'Det finns invändningar som inte är avslutade.',
        en: 'There are disputes that have not been closed.',
      };
    case 'notDisputed':
      return { sv: 'Det finns ingen invändning mot underlaget.', en: 'The statement is not disputed.' };
  }
}

export function answerProblem(fault: AnswerFault): Problem {
  return conflict([], { code: `statement.${fault}`, title: answerFaultText(fault) });
}
