import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import rom2 from '#lib/domain/compensation/agreements/rom2.json' with { type: 'json' };
import { createAgreementDraft } from '#lib/server/agreement/create-agreement-draft.ts';
import {
  addGoldenCases,
  confirmGoldenCase,
  copyGoldenCases,
  removeGoldenCase,
} from '#lib/server/agreement/golden-case-commands.ts';
import { saveAgreementDocument } from '#lib/server/agreement/save-agreement-document.ts';
import { saveAgreementForm } from '#lib/server/agreement/save-agreement-form.ts';
import { saveGoldenCase } from '#lib/server/agreement/save-golden-case.ts';
import {
  type DraftSetup,
  draftSteps,
  given,
  NOW,
  openDraftSetup,
} from '#lib/server/agreement/testing/draft-setup.ts';
import { agreementFormOf } from '#lib/domain/agreement/testing/agreement-form-of.ts';

let setup: DraftSetup;
let steps: ReturnType<typeof draftSteps>;
beforeAll(async () => {
  setup = await openDraftSetup();
  steps = draftSteps(setup);
});
afterAll(() => setup.close());

const at = () => ({ actor: setup.maryam, now: NOW });
const seen = async (draftId: string) => ({ draftId, version: (await steps.show(draftId)).life.version });

describe('a draft', () => {
  test('keeps what was typed though it is wrong, tells each fault by place, and is not submitted', async () => {
    const draftId = await steps.create();
    const form = agreementFormOf((await steps.show(draftId)).document);
    const typed = {
      ...form,
      ...(await seen(draftId)),
      vatPermille: 'tjugofem',
      basePay: {
        ...form.basePay,
        rates: [{ from: '2020-13-01', orePerDay: { A: '-1', B: '65,505', C: '' } }],
      },
    };
    given(await setup.world.run(saveAgreementForm, typed, at()));
    const { document, readiness } = await steps.show(draftId);
    expect(document).toMatchObject({ vatPermille: 'tjugofem', basePay: { rates: [{ from: '2020-13-01' }] } });
    expect(readiness.faults.map(({ pointer, code }) => [pointer, code])).toEqual([
      ['/basePay/rates/0/from', 'notDate'],
      ['/basePay/rates/0/orePerDay/A', 'outOfRange'],
      ['/basePay/rates/0/orePerDay/B', 'notInteger'],
      ['/basePay/rates/0/orePerDay/C', 'required'],
      ['/vatPermille', 'notInteger'],
    ]);
    expect(readiness.faults[1]).toMatchObject({
      message: 'Grundersättningens belopp, rad 1, nivå A: talet är för litet eller för stort.',
      fix: 'Ange kronor, minst 0, med högst två decimaler, till exempel 65 eller 65,50.',
    });
    expect(await steps.submit(draftId)).toMatchObject({
      error: { problem: { status: 422, code: 'draftIncomplete', errors: readiness.faults } },
    });
  });

  test('is the same through the form as through JSON', async () => {
    const draftId = await steps.create();
    const before = await steps.show(draftId);
    given(
      await setup.world.run(
        saveAgreementForm,
        { ...agreementFormOf(before.document), ...(await seen(draftId)) },
        at(),
      ),
    );
    const after = await steps.show(draftId);
    expect(after.readiness.faults).toEqual([]);
    // Members that the example leaves to their defaults are written out by the form; they mean the same.
    expect(after.differences.map(({ key }) => key)).toEqual(['Beteckning']);
  });

  test('begins with a pasted document too, valid or not; text that is no JSON is refused where it stands', async () => {
    const { world } = setup;
    const made = given(
      await world.run(
        createAgreementDraft,
        { replacesId: '', document: JSON.stringify({ ...rom2, id: 'rom2-egen' }) },
        at(),
      ),
    );
    expect(await steps.show(made.draftId)).toMatchObject({ agreementVersionId: 'rom2-egen', replaces: null });
    const broken = { replacesId: '', document: '{\n "id": "x",\n}' };
    expect(await world.run(createAgreementDraft, broken, at())).toMatchObject({
      error: {
        problem: {
          errors: [{ pointer: '/document', code: 'notJson', message: expect.stringContaining('rad 3') }],
        },
      },
    });
    expect(await world.run(createAgreementDraft, { replacesId: '', document: '' }, at())).toMatchObject({
      error: { problem: { errors: [{ code: 'required' }] } },
    });
    const list = { ...(await seen(made.draftId)), document: '[]' };
    expect(await world.run(saveAgreementDocument, list, at())).toMatchObject({
      error: { problem: { errors: [{ pointer: '/document', code: 'notObject' }] } },
    });
  });

  test('cannot take the id of a published version', async () => {
    const draftId = await steps.create();
    await steps.save(draftId, (document) => ({ ...document, id: 'krom-exempel-1' }));
    expect((await steps.show(draftId)).readiness.faults).toMatchObject([{ pointer: '/id', code: 'taken' }]);
  });
});

describe('golden cases', () => {
  test('come from the version that is followed; what differs is confirmed one by one, as it was seen', async () => {
    const draftId = await steps.create();
    await steps.save(draftId, (document) => ({ ...document, supplement: null }));
    const shown = await steps.show(draftId);
    const differing = shown.readiness.cases.filter(({ checked }) => checked.state === 'differs');
    expect(differing.length).toBeGreaterThan(0);
    expect(differing[0]?.checked).toMatchObject({
      differences: expect.arrayContaining([
        expect.objectContaining({ part: 'lines', key: 'supplement', member: null, got: undefined }),
      ]),
    });
    const index = differing[0]?.index ?? 0;
    const other = { ...(await seen(draftId)), index, outputHash: 'f'.repeat(64) };
    expect(await setup.world.run(confirmGoldenCase, other, at())).toMatchObject({
      error: { problem: { status: 409 } },
    });
    const outputHash = shown.outputHashes[index];
    given(await setup.world.run(confirmGoldenCase, { ...other, outputHash }, at()));
    const after = await steps.show(draftId);
    expect(after.readiness.cases[index]?.checked.state).toBe('passes');
    const left = after.readiness.cases.filter(({ checked }) => checked.state === 'differs');
    expect(left).toHaveLength(differing.length - 1);
  });

  test('are taken away, fetched again without doubles, and written by hand', async () => {
    const draftId = await steps.create();
    const { world } = setup;
    const { goldenCases } = await steps.show(draftId);
    given(await world.run(removeGoldenCase, { ...(await seen(draftId)), index: 0 }, at()));
    given(await world.run(copyGoldenCases, await seen(draftId), at()));
    expect((await steps.show(draftId)).goldenCases).toHaveLength(goldenCases.length);
    const facts = JSON.stringify(goldenCases[0]?.facts);
    const mine = { ...(await seen(draftId)), index: null, name: 'Eget fall', facts, expected: '' };
    given(await world.run(saveGoldenCase, mine, at()));
    expect((await steps.show(draftId)).readiness.cases.at(-1)?.checked.state).toBe('noExpected');
    expect(await steps.submit(draftId)).toMatchObject({
      error: { problem: { errors: [{ pointer: `/cases/${goldenCases.length}`, code: 'case noExpected' }] } },
    });
    const wrong = { ...mine, ...(await seen(draftId)), name: '', facts: '{"placement":{}}', expected: '[1]' };
    expect(await world.run(saveGoldenCase, wrong, at())).toMatchObject({
      error: {
        problem: { errors: expect.arrayContaining([expect.objectContaining({ pointer: '/facts' })]) },
      },
    });
  });

  test('come as a JSON list, all or none; faults say which case', async () => {
    const draftId = await steps.create();
    const { world } = setup;
    const { goldenCases } = await steps.show(draftId);
    const [first] = goldenCases;
    const some = [
      { ...first, name: 'Ett till' },
      { name: '', facts: [] },
    ];
    const input = { ...(await seen(draftId)), cases: JSON.stringify(some) };
    expect(await world.run(addGoldenCases, input, at())).toMatchObject({
      error: {
        problem: { errors: [{ message: 'Fall 2: namnet saknas.' }, { message: 'Fall 2: fakta saknas.' }] },
      },
    });
    const right = { ...input, cases: JSON.stringify(some.slice(0, 1)) };
    given(await world.run(addGoldenCases, right, at()));
    expect((await steps.show(draftId)).goldenCases).toHaveLength(goldenCases.length + 1);
  });

  test('show every component that the version pays, else it is not submitted', async () => {
    const draftId = await steps.create();
    const { world } = setup;
    const { goldenCases } = await steps.show(draftId);
    for (const _ of goldenCases)
      given(await world.run(removeGoldenCase, { ...(await seen(draftId)), index: 0 }, at()));
    expect(await steps.submit(draftId)).toMatchObject({
      error: {
        problem: {
          errors: ['basePay', 'resultPay', 'speedBonus', 'supplement'].map((component) => ({
            pointer: '/cases',
            code: `uncovered ${component}`,
          })),
        },
      },
    });
  });
});
