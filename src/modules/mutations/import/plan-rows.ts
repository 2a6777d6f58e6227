import type { Context } from '../../../kernel/context.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { findKnown, type MutationAccount } from '../known-mutations.ts';
import { recognise } from '../recognise.ts';
import type { SeenMutation } from '../seen-mutation.ts';
import type { StatementRow } from '../statements/row-reader.ts';
import type { PlannedRow } from './import-rows.ts';

/** Rows that are looked up by one statement. */
const BATCH = 1_000;

/** What each row of a statement would do, with a fixed number of statements for a batch of them. */
export async function planRows(
  context: Context,
  account: MutationAccount,
  rows: readonly StatementRow[],
): Promise<PlannedRow[]> {
  const planned: PlannedRow[] = [];
  const claimed = new Set<number>();
  for (let start = 0; start < rows.length; start += BATCH) {
    await takeTurns();
    const batch = rows.slice(start, start + BATCH);
    const seen = batch.flatMap(({ facts }) => (facts === null ? [] : [seenIn(facts)]));
    const recognised = recognise(seen, await findKnown(context, account, seen), null, claimed);
    for (const id of recognised) if (id !== undefined) claimed.add(id);
    let place = 0;
    for (const row of batch) {
      if (row.facts === null) planned.push({ ...row, outcome: outcomeOf(row), mutation_id: null });
      else {
        const mutation_id = recognised[place] ?? null;
        planned.push({ ...row, outcome: mutation_id === null ? 'NEW' : 'KNOWN', mutation_id });
        place += 1;
      }
    }
  }
  return planned;
}

/** A transaction of a statement as it is looked up: statements give no IDs. */
function seenIn(facts: NonNullable<StatementRow['facts']>): SeenMutation {
  return { ...facts, provider_ref: null };
}

function outcomeOf({ fault }: StatementRow): 'WRONG' | 'PASSED_OVER' {
  return fault === 'TOTAL' || fault === 'WITHOUT_AMOUNT' ? 'PASSED_OVER' : 'WRONG';
}
