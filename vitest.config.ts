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

/**
 * Files that have a process of their own, which takes seconds to load the product: those that measure turns of the event
 * loop or memory, put something in the place of a module, or look at all that was declared.
 */
const APART = [
  ...LONG,
  'test/plans/declared.test.ts',
  'src/modules/accounts/sign-in/sign-in.test.ts',
  'src/modules/product-import/hostile-cells.test.ts',
  'src/modules/shipping/awb-import/large-import.test.ts',
  'src/modules/shipping/{cod,paper}/taking-turns.test.ts',
];

const timeouts = { testTimeout: 30_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Of the whole, so that both kinds of files share one database server.
    globalSetup: ['test/postgres.ts'],
    // Two cores: more files at once only make each slower.
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
    reporters: ['default'],
    projects: [
      { test: { ...timeouts, name: 'apart', include: APART } },
      {
        test: {
          ...timeouts,
          name: 'together',
          isolate: false,
          include: ['{src,test,bench,sdk,dashboard}/**/*.test.ts'],
          exclude: APART,
        },
      },
    ],
  },
});
