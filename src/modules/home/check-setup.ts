import { sql, type RawBuilder } from 'kysely';
import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { may, type Permission } from '../../kernel/permissions.ts';
import { hasProducts } from '../catalog/index.ts';
import { offersCouriers } from '../couriers/index.ts';
import { hasOrders } from '../orders/index.ts';
import { hasBankAccount } from '../payments/index.ts';
import { hasOrigin } from '../shop/index.ts';
import type { Home, SETUP_STEPS } from './schemas.ts';

type Step = (typeof SETUP_STEPS)[number];

/** Who does a step, and by what it is seen to be done. */
const STEPS: Record<Step, { permission: Permission; isDone: (context: Context) => RawBuilder<boolean> }> = {
  ORIGIN: { permission: 'shop.write', isDone: hasOrigin },
  COURIERS: { permission: 'shop.write', isDone: offersCouriers },
  BANK_ACCOUNT: { permission: 'banks.write', isDone: hasBankAccount },
  PRODUCT: { permission: 'catalog.write', isDone: hasProducts },
  ORDER: { permission: 'orders.write', isDone: hasOrders },
};

/** What a new shop does before and with its first order, in one statement. null: all that the role can do is done. */
export async function checkSetup(context: Context): Promise<z.input<typeof Home>['setup']> {
  const steps = (Object.keys(STEPS) as Step[]).filter((step) =>
    may(context.actor.role, STEPS[step].permission),
  );
  if (steps.length === 0) return null;
  const { rows } = await sql<{ done: boolean[] }>`
    select json_build_array(${sql.join(steps.map((step) => STEPS[step].isDone(context)))}) as done`.execute(
    context.db,
  );
  const setup = steps.map((step, index) => ({ step, is_done: rows[0]?.done[index] === true }));
  return setup.every(({ is_done }) => is_done) ? null : setup;
}
