import { expect, test } from 'vitest';
import { attacks } from './attacks.ts';
import { runAttacks } from './run-attacks.ts';

test.each(attacks)(
  '$title: what is promised holds, at a tenth of the size',
  // The worst input of every route is some thousands of requests, each of which waits on a busy machine.
  { timeout: 400_000 },
  async (attack) => {
    const findings = await runAttacks([attack], 'small');
    expect(findings.filter(({ held }) => !held)).toEqual([]);
    expect(findings).not.toEqual([]);
  },
);
