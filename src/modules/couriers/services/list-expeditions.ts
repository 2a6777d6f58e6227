import type { Context } from '../../../kernel/context.ts';
import { courierServices } from '../../reference/index.ts';
import { customExpeditionOf, expeditionOf } from './expeditions.ts';
import { loadShopServices } from './load-shop-services.ts';

/** Every service of every courier, and the custom couriers of the shop. */
export async function listExpeditions(context: Context) {
  const { custom } = await loadShopServices(context);
  return [...courierServices.map(expeditionOf), ...custom.map(customExpeditionOf)];
}
