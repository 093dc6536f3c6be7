import { describe, expect, it } from 'vitest';
import {
  readGrant,
  readSupportedEmployment,
  type TypedSupportedEmployment,
} from '#lib/domain/supported-employment/supported-employment.ts';
import { plainDate } from '#lib/shared/plain-date.ts';

const TODAY = plainDate('2026-03-02');
const RIGHT: TypedSupportedEmployment = {
  employerName: 'Bageriet i Ronneby AB',
  employerKind: 'organisation',
  employerOrgNo: '559945-8022',
  contact: 'Eva Ek, 0457-000 00',
  duties: 'Baka och packa',
  extentPercent: '75',
  startsOn: '2026-03-16',
  support: 'newStart',
  answerBy: '2026-03-09',
  message: '',
};

/** Codes of what is wrong, by pointer. */
function faults(typed: Partial<TypedSupportedEmployment>): Record<string, string> {
  const read = readSupportedEmployment({ ...RIGHT, ...typed }, TODAY);
  return read.ok ? {} : Object.fromEntries(read.error.map(({ pointer, code }) => [pointer, code]));
}

describe('a request for supported employment', () => {
  it('is what was typed, the number as ten digits', () => {
    expect(readSupportedEmployment(RIGHT, TODAY)).toMatchObject({
      ok: true,
      value: {
        employerOrgNo: '5599458022',
        extentPercent: 75,
        startsOn: '2026-03-16',
        answerBy: '2026-03-09',
      },
    });
  });

  it('names no number for a sole trader, whose number is their own', () => {
    expect(
      readSupportedEmployment({ ...RIGHT, employerKind: 'soleTrader', employerOrgNo: '' }, TODAY),
    ).toMatchObject({
      ok: true,
      value: { employerOrgNo: null },
    });
    expect(faults({ employerKind: 'soleTrader' })).toEqual({ '/employerOrgNo': 'orgNoNotExpected' });
  });

  it.each([
    [
      { employerName: '', contact: '', duties: '' },
      { '/employerName': 'employerNameMissing', '/contact': 'contactMissing', '/duties': 'dutiesMissing' },
    ],
    [{ employerOrgNo: '' }, { '/employerOrgNo': 'orgNoMissing' }],
    [{ employerOrgNo: '559945-8023' }, { '/employerOrgNo': 'orgNoInvalid' }],
    [{ extentPercent: '0' }, { '/extentPercent': 'extentInvalid' }],
    [{ extentPercent: '101' }, { '/extentPercent': 'extentInvalid' }],
    [{ support: 'money' }, { '/support': 'supportMissing' }],
    [
      { startsOn: '2026-03-02', answerBy: '2026-03-02' },
      { '/startsOn': 'startsTooSoon', '/answerBy': 'answerTooSoon' },
    ],
    [{ answerBy: '2026-03-17' }, { '/answerBy': 'answerAfterStart' }],
    [{ startsOn: 'snart' }, { '/startsOn': 'dateInvalid' }],
  ])('names every fault of %j', (typed, expected) => {
    expect(faults(typed)).toEqual(expected);
  });
});

describe('what is granted', () => {
  it('has days that are half-open', () => {
    expect(readGrant({ support: 'newStart', from: '2026-03-16', through: '2026-09-15' })).toEqual({
      ok: true,
      value: { support: 'newStart', from: '2026-03-16', to: '2026-09-16' },
    });
  });

  it.each([
    [{ support: 'advice', from: '2026-03-16', through: '2026-09-15' }, ['/answer/support']],
    [{ support: '', from: '', through: 'x' }, ['/answer/support', '/answer/from', '/answer/through']],
    [{ support: 'newStart', from: '2026-03-16', through: '2026-03-15' }, ['/answer/through']],
  ])('is named at its fields where it is wrong: %j', (typed, pointers) => {
    const read = readGrant(typed);
    expect(read.ok ? [] : read.error.map(({ pointer }) => pointer)).toEqual(pointers);
  });
});
