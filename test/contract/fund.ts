/** Gives a shop OrderPay balance: `node test/contract/fund.ts SHOP AMOUNT [CUSTOMER]`, with the settings of a server that may run. */
import { readConfig } from '../../src/kernel/config.ts';
import { startRuntime } from '../../src/start.ts';
import { fundShop } from './fund-shop.ts';

const [shop_id = 0, amount_idr = 0, refund_to] = process.argv.slice(2).map(Number);
const runtime = await startRuntime(readConfig({ LOG_LEVEL: 'warn', ...process.env }), {
  say: () => undefined,
  join_running: true,
});
try {
  await fundShop(runtime.services, shop_id, amount_idr, refund_to);
} finally {
  await runtime.stop();
}
