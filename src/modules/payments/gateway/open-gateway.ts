import type { GatewayAccount, GatewayChannel } from '../../../integrations/gateway/port.ts';
import { mustBeOutside, type Context } from '../../../kernel/context.ts';
import type { SealedColumn } from '../../../kernel/sealed/index.ts';

const bound_to = ['shop_id', 'vendor'] as const;
export const GATEWAY_KEYS: SealedColumn<'shop_id' | 'vendor'> = {
  table: 'gateway_connections',
  column: 'api_key',
  bound_to,
};
export const GATEWAY_TOKENS: SealedColumn<'shop_id' | 'vendor'> = {
  table: 'gateway_connections',
  column: 'callback_token',
  bound_to,
};

/** Whose account at the gateway it is: money of the shop's own never becomes OrderPay balance. */
export type GatewayOwner = 'SHOP' | 'PLATFORM';

/** An account at a gateway through which the shop collects money. */
export interface FoundGateway {
  owner: GatewayOwner;
  /** What the account can use. */
  channels: readonly GatewayChannel[];
}

/** Where the account has not said what it can use: what the reference lists, and the page. */
const USUAL: readonly GatewayChannel[] = ['VA_MANDIRI', 'VA_BNI', 'VA_PERMATA', 'VA_BRI', 'INVOICE'];

/**
 * Whose account the shop collects money through: its own where that is switched on, else that of the installation, which is
 * the sandbox in trials. Asks nobody, and opens no credentials.
 * @returns undefined where there is neither
 */
export async function findGateway(context: Context): Promise<FoundGateway | undefined> {
  return foundIn(context, await findConnection(context));
}

function foundIn(
  { ports }: Context,
  row: Awaited<ReturnType<typeof findConnection>>,
): FoundGateway | undefined {
  if (row?.is_active === true)
    return { owner: 'SHOP', channels: (row.channels as GatewayChannel[] | null) ?? USUAL };
  return ports.gateways.platform === undefined ? undefined : { owner: 'PLATFORM', channels: USUAL };
}

/**
 * The account through which something was requested before, whether or not it is switched on.
 * @returns undefined where it is gone
 */
export async function openGatewayOf(
  context: Context,
  owner: GatewayOwner,
): Promise<GatewayAccount | undefined> {
  if (owner === 'PLATFORM') return context.ports.gateways.platform;
  const row = await findConnection(context);
  return row && openConnection(context, context.shop.id, row);
}

function findConnection({ db, shop }: Context) {
  return db
    .selectFrom('gateway_connections')
    .select(['api_key', 'callback_token', 'is_active', 'channels'])
    .where('shop_id', '=', shop.id)
    .where('vendor', '=', 'xendit')
    .executeTakeFirst();
}

/** Opens the sealed credentials of a connection. */
export function openConnection(
  { secrets, ports }: Pick<Context, 'secrets' | 'ports'>,
  shop_id: number,
  { api_key, callback_token }: { api_key: Buffer; callback_token: Buffer | null },
): GatewayAccount {
  const row = { shop_id, vendor: 'xendit' };
  return ports.gateways.open('xendit', {
    key: secrets.open(GATEWAY_KEYS, row, api_key),
    ...(callback_token !== null && { callback_token: secrets.open(GATEWAY_TOKENS, row, callback_token) }),
  });
}

/**
 * Waits for a gateway, outside of transactions. Others have the request's place meanwhile: however slow it is, and however
 * many wait for it, orders do not.
 */
export function waitForGateway<T>(context: Context, run: () => Promise<T>): Promise<T> {
  mustBeOutside(context, 'waiting for the payment gateway');
  return context.elsewhere?.(run) ?? run();
}
