import { sql, type Selectable } from 'kysely';
import type { Charge, ChargeRequest, FoundCharge } from '../../integrations/gateway/port.ts';
import type { DB } from '../../kernel/database/schema.generated.ts';
import { tell } from './callbacks.ts';
import { chargeId, paymentId, sandboxNow, type Sandbox } from './sandbox.ts';

export type SandboxCharge = Selectable<DB['sandbox_charges']>;

const TOKEN_BYTES = 24;

/** @returns the one that was there before, where there is one under the key */
export async function makeCharge(sandbox: Sandbox, request: ChargeRequest): Promise<Charge> {
  const { db, random } = sandbox;
  const { key, channel, amount_idr, expires_at, payer, description, merchant_name, return_url } = request;
  await db
    .insertInto('sandbox_charges')
    .values({
      key,
      token: random.bytes(TOKEN_BYTES).toString('base64url'),
      channel,
      amount_idr,
      merchant_name,
      payer_name: payer.name,
      description,
      va_number: channel === 'INVOICE' ? null : vaNumber(random.bytes(8)),
      return_url: return_url ?? null,
      state: 'OPEN',
      expires_at,
      created_at: await sandboxNow(sandbox),
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  const charge = await chargeBy(sandbox, 'key', key);
  if (charge === undefined) throw new Error('a charge of the sandbox was made and is gone');
  const { id, va_number, token } = charge;
  return {
    key,
    vendor_charge_id: chargeId(id),
    va_number,
    invoice_url: va_number === null ? `${sandbox.public_url()}/sandbox/pay/${token}` : null,
    expires_at: charge.expires_at,
  };
}

/** Sixteen digits of no bank. */
const vaNumber = (bytes: Buffer): string =>
  `9900${(bytes.readBigUInt64BE() % 10n ** 12n).toString().padStart(12, '0')}`;

export function chargeBy(
  { db }: Pick<Sandbox, 'db'>,
  column: 'key' | 'token' | 'va_number',
  value: string,
): Promise<SandboxCharge | undefined> {
  return db.selectFrom('sandbox_charges').selectAll().where(column, '=', value).executeTakeFirst();
}

export function paymentsOf({ db }: Pick<Sandbox, 'db'>, charge_id: number) {
  return db
    .selectFrom('sandbox_payments')
    .select(['id', 'amount_idr', 'paid_at'])
    .where('charge_id', '=', charge_id)
    .orderBy('id')
    .execute();
}

export async function foundCharge(sandbox: Sandbox, key: string): Promise<FoundCharge | undefined> {
  const charge = await chargeBy(sandbox, 'key', key);
  if (charge === undefined) return undefined;
  const payments = await paymentsOf(sandbox, charge.id);
  const is_over = charge.expires_at <= (await sandboxNow(sandbox));
  return {
    state: charge.state === 'OPEN' && is_over ? 'ENDED' : charge.state,
    payments: payments.map(({ id, amount_idr, paid_at }) => ({
      payment_id: paymentId(id),
      amount_idr,
      paid_at,
    })),
  };
}

/** Somebody pays, whatever the state of the charge: that is what the sandbox is for. */
export async function payCharge(
  sandbox: Sandbox,
  charge: Pick<SandboxCharge, 'id' | 'key'>,
  amount_idr: number,
  paid_at: Date,
): Promise<void> {
  await sandbox.db.transaction().execute(async (db) => {
    const { id } = await db
      .insertInto('sandbox_payments')
      .values({ charge_id: charge.id, amount_idr, paid_at })
      .returning('id')
      .executeTakeFirstOrThrow();
    await db.updateTable('sandbox_charges').set({ state: 'PAID' }).where('id', '=', charge.id).execute();
    await tell(
      { db, clock: sandbox.clock },
      {
        kind: 'charge_paid',
        event_id: paymentId(id),
        key: charge.key,
        payment_id: paymentId(id),
        amount_idr,
        happened_at: paid_at,
      },
    );
  });
}

/** Ends a charge that is open. A page says so; a virtual account ends in silence, as banks have it. */
export async function endCharge(sandbox: Sandbox, key: string): Promise<void> {
  await endOpen(sandbox, await sandboxNow(sandbox), key);
}

/** Ends all whose time is over. */
export async function endExpired(sandbox: Sandbox): Promise<void> {
  await endOpen(sandbox, await sandboxNow(sandbox));
}

async function endOpen(sandbox: Sandbox, happened_at: Date, key?: string): Promise<void> {
  await sandbox.db.transaction().execute(async (db) => {
    const ended = await db
      .updateTable('sandbox_charges')
      .set({ state: 'ENDED', expires_at: sql`least(expires_at, ${happened_at}::timestamptz)` })
      .where('state', '=', 'OPEN')
      .where((is) => (key === undefined ? is('expires_at', '<=', happened_at) : is('key', '=', key)))
      .returning(['id', 'key', 'amount_idr', 'va_number'])
      .execute();
    for (const { id, key: ended_key, amount_idr } of ended.filter(({ va_number }) => va_number === null))
      await tell(
        { db, clock: sandbox.clock },
        {
          kind: 'charge_expired',
          event_id: `${chargeId(id)} expired`,
          key: ended_key,
          amount_idr,
          happened_at,
        },
      );
  });
}
