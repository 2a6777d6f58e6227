import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take minutes. Begun first, none of them is still running when all else has ended. */
const LONG = [
  'test/attack/attack.test.ts',
  'test/plans/operations.test.ts',
  'test/fuzz.test.ts',
  'test/crash/jobs.test.ts',
  'src/modules/order-text/reading-time.test.ts',
];

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification) => {
      const at = LONG.findIndex((path) => moduleId.endsWith(path));
      return at < 0 ? LONG.length : at;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    include: ['{src,test,bench}/**/*.test.ts'],
    globalSetup: ['test/postgres.ts'],
    testTimeout: 30_000,
    hookTimeout: 120_000,
    // Two cores: more files at once only make each slower.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    reporters: ['default'],
  },
});
