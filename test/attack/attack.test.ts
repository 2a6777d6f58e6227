import { expect, test } from 'vitest';
import { attacks } from './attacks.ts';
import { runAttacks } from './run-attacks.ts';

test.each(attacks)(
  '$title: what is promised holds, at a tenth of the size',
  { timeout: 180_000 },
  async (attack) => {
    const findings = await runAttacks([attack], 'small');
    expect(findings.filter(({ held }) => !held)).toEqual([]);
    expect(findings).not.toEqual([]);
  },
);
