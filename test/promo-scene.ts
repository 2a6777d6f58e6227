import { afterAll, beforeAll } from 'vitest';
import { fixedClock, startTestApp, type TestApp, type TestShop } from './harness.ts';
import { addProduct, type StallOptions } from './stall.ts';

/** Shops on the day before the promos of `promoInput` start. Its app is there from `beforeAll` on. */
export interface PromoScene {
  app: TestApp;
  clock: ReturnType<typeof fixedClock>;
  /** A new shop, and a product of it. */
  openShop: (options?: StallOptions) => Promise<{ shop: TestShop; product: number }>;
}

/** One hour of the night to the 11th in Jakarta. */
export const PROMO_NIGHT = '2026-03-10T18:00:00Z';

/** Starts the product before the tests of a file, and closes it after them. */
export function promoScene(): PromoScene {
  const scene: PromoScene = {
    app: undefined as never,
    clock: fixedClock(PROMO_NIGHT),
    openShop: async (options) => {
      const shop = await scene.app.openShop();
      return { shop, product: (await addProduct(shop, options)).product_id };
    },
  };
  beforeAll(async () => {
    scene.app = await startTestApp({ clock: scene.clock, pool_size: 12 });
  });
  afterAll(() => scene.app.close());
  return scene;
}
