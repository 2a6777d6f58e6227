import type { Services } from '../../kernel/context.ts';

/** What the sandbox works with. */
export type Sandbox = Pick<Services, 'db' | 'clock' | 'random' | 'secrets' | 'log' | 'public_url'>;

/** The time of the sandbox: that of the world, or ahead of it. */
export async function sandboxNow({ db, clock }: Pick<Sandbox, 'db' | 'clock'>): Promise<Date> {
  const { ahead_ms } = await db.selectFrom('sandbox_clock').select('ahead_ms').executeTakeFirstOrThrow();
  return new Date(clock.now().getTime() + ahead_ms);
}

/** Two are alike in nothing else: a payment or payout as the product is told of it. */
export const paymentId = (id: number): string => `sandbox-pay-${id}`;
export const payoutId = (id: number): string => `sandbox-payout-${id}`;
export const chargeId = (id: number): string => `sandbox-charge-${id}`;
