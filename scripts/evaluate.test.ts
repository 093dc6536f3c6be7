import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import examples from '#lib/domain/compensation/evaluate-examples.json' with { type: 'json' };
import { withoutBecause } from '#lib/domain/compensation/testing/without-because.ts';

function run(
  script: string,
  input: string | Buffer,
): { stdout: string; stderr: string; status: number | null } {
  const { stdout, stderr, status } = spawnSync(process.execPath, [`scripts/${script}.ts`], {
    input,
    encoding: 'utf8',
  });
  return { stdout, stderr, status };
}

describe('the command evaluate', () => {
  it('answers each element in its place, wrong ones too', () => {
    const inputs = [...examples.map(({ input }) => input), { agreement: null }];
    const { stdout, stderr, status } = run('evaluate', JSON.stringify(inputs));
    expect([status, stderr]).toEqual([0, '']);
    const answers: unknown = withoutBecause(JSON.parse(stdout));
    expect(answers).toHaveLength(inputs.length);
    expect(answers).toMatchObject([
      ...examples.map(({ expected }) => expected),
      { error: { code: 'invalidInput' } },
    ]);
  });

  it('answers an empty array with an empty array', () => {
    const { stdout, status } = run('evaluate', ' [ ] ');
    expect([JSON.parse(stdout), status]).toEqual([[], 0]);
  });

  it.each(['', '{}', '[1', '[{}] x', 'null', Buffer.from([0x5b, 0xff, 0x5d])])(
    'refuses what is not an array with one line and exit 2: %s',
    (input) => {
      const { stdout, stderr, status } = run('evaluate', input);
      expect([stdout, status]).toEqual(['', 2]);
      expect(stderr).toMatch(/^evaluate: .+\.\n$/);
    },
  );
});

describe('the command result-measure', () => {
  const header = 'contract,participants_a,participants_b,participants_c,rr1_a,rr2_a,rr1_b,rr2_b,rr1_c,rr2_c';

  it('answers each contract in its place', () => {
    const rows = ['N1,1,0,0,1,1,0,0,0,0', '"Södra, AB",0,0,0,0,0,0,0,0,0', 'N2,0,0,1,0,0,0,0,1,0'];
    // Mean weight (203 + 380) ÷ 2 = 291.5: 203 ÷ 291.5 = 0.69640 and 380 ÷ 291.5 ÷ 2 = 0.65180.
    expect(run('result-measure', [header, ...rows, ''].join('\n'))).toEqual({
      stdout: 'contract,measure\nN1,0.696\n"Södra, AB",\nN2,0.652\n',
      stderr: '',
      status: 0,
    });
  });

  it('finds columns by name, after a byte-order mark, between semicolons, with Windows line ends', () => {
    const names = ['unknown', ...header.split(',').toReversed()];
    const values = ['x', ...'N1,2,0,0,1,1,0,0,0,0'.split(',').toReversed()];
    const { stdout } = run('result-measure', `\u{FEFF}${names.join(';')}\r\n${values.join(';')}\r\n`);
    expect(stdout).toBe('contract,measure\nN1,0.500\n');
  });

  it('keeps the order, doubles and all, and leaves those without participants empty', () => {
    const rows = ['N2,2,0,0,1,1,0,0,0,0', 'N1,0,0,0,0,0,0,0,0,0', 'N2,4,0,0,4,4,0,0,0,0'];
    const { stdout } = run('result-measure', [header, ...rows].join('\n'));
    expect(stdout).toBe('contract,measure\nN2,0.500\nN1,\nN2,1.000\n');
    const empty = 'N1,0,0,0,3,0,0,0,0,0';
    expect(run('result-measure', `${header}\n${empty}\n`).stdout).toBe('contract,measure\nN1,\n');
    expect(run('result-measure', `${header}\n`).stdout).toBe('contract,measure\n');
  });

  it('reads names in quotes, over several lines and with the other delimiter in them, and blank lines', () => {
    const source = `\n${header}\r\n"Åsa ""Ö"" AB,\nVäst;Ost",1,0,0,1,0,0,0,0,0\r\n\r\nN2,1,0,0,1,1,0,0,0,0`;
    expect(run('result-measure', source).stdout).toBe(
      'contract,measure\n"Åsa ""Ö"" AB,\nVäst;Ost",0.500\nN2,1.000\n',
    );
    expect(run('result-measure', `${header}\n  \t \r\nN1,1,0,0,1,1,0,0,0,0\n   `).stdout).toBe(
      'contract,measure\nN1,1.000\n',
    );
    const named = `"a,b";${header.replaceAll(',', ';')}\nx;N1;1;0;0;1;1;0;0;0;0\n`;
    expect(run('result-measure', named).stdout).toBe('contract,measure\nN1,1.000\n');
  });

  it('counts exactly what no floating point could hold', () => {
    // 2^53 + 1 of twice (2^54 + 2) is one quarter, exactly; a thousandth less of one half is below it.
    const [half, all] = ['9007199254740993', '18014398509481986'];
    const { stdout } = run('result-measure', `${header}\nN1,${all},0,0,${half},0,0,0,0,0\n`);
    expect(stdout).toBe('contract,measure\nN1,0.250\n');
    // 1 of 2 000 is 0.0005: away from zero. One participant more, and it is less than half.
    const small = run('result-measure', `${header}\nN1,1000,0,0,1,0,0,0,0,0\nN2,1001,0,0,1,0,0,0,0,0\n`);
    expect(small.stdout).toBe('contract,measure\nN1,0.001\nN2,0.000\n');
  });

  it.each([
    ['', 'there is no header row'],
    ['\u{FEFF}', 'there is no header row'],
    ['\r\n\n', 'there is no header row'],
    ['contract,participants_a\n', 'participants_b'],
    [`${header},contract\n`, 'contract twice'],
    [`${header}\nN1,1,0,0,1,x,0,0,0,0\n`, 'line 2, rr2_a'],
    [`${header}\n\n"N\n1",1,0,0,1,-1,0,0,0,0\n`, 'line 4, rr2_a'],
    [`${header}\nN1,1,0,0,1,1.5,0,0,0,0\n`, 'line 2, rr2_a'],
    [`${header}\nN1,1,0,0,1,1e3,0,0,0,0\n`, 'line 2, rr2_a'],
    [`${header}\nN1,1,0,0,1,,0,0,0,0\n`, 'line 2, rr2_a'],
    [`${header}\nN1,1,0,0\n`, 'line 2'],
    [`${header}\n"N1,1,0,0\n`, 'quote'],
    [Buffer.from(`${header}\n\nÅsa,1,0,0,1,0,0,0,0,0\n`, 'latin1'), 'line 3 is not UTF-8'],
  ])('refuses a wrong file with one line and exit 1: %j', (input, reason) => {
    const { stdout, stderr, status } = run('result-measure', input);
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toMatch(/^result-measure: .+\.\n$/);
    expect(stderr).toContain(reason);
  });
});
