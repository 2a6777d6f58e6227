import { Kysely } from 'kysely';
import { shopContext, type Context, type Principal } from '../src/kernel/context.ts';
import type { DB } from '../src/kernel/database/schema.generated.ts';
import { GuardedDialect, tenantGuard } from '../src/kernel/database/tenant-guard.ts';
import { listVariations } from '../src/modules/catalog/search/list-variations.ts';
import { ListVariationsInput, SearchProductsInput } from '../src/modules/catalog/search/schemas.ts';
import { searchProducts } from '../src/modules/catalog/search/search-products.ts';
import { SearchStockInput } from '../src/modules/inventory/schemas.ts';
import { searchStock } from '../src/modules/inventory/search-stock.ts';
import type { Runtime } from '../src/start.ts';
import { measure, type Measured } from './load.ts';

const TIMES = 100;
const WARM_UP = 10;

/** Keywords by what is hard about them; the number makes each run's another one. */
const KEYWORDS: Record<string, (number: number) => string> = {
  'one product, two words': (n) => `batik ${3 + n * 350}`,
  'words in the wrong order': (n) => `${1 + n * 350} kaos`,
  'word of a seventh': () => 'ceruty',
  'word of a quarter': () => 'dongker',
  'word of all': () => 'bench',
  'two words of a 35th': () => 'polos kaos',
  'two-letter part': (n) => ['xl', 'ru', 'ti', 'is'][n % 4] ?? 'xl',
  'two digits': (n) => String(10 + n),
  'SKU part': (n) => `bench-${10 + n}`,
  'SKU part without dash': (n) => `bench${1000 + n}`,
  'whole SKU': (n) => `BENCH-${50_000 + n * 500}`,
  'slip in one word': (n) => ['ceurty', 'gmis', 'dongkker', 'sepstu'][n % 4] ?? '',
  'slips in two words': () => 'kaus polso',
  'slip in a SKU': (n) => `BNECH-${50_000 + n * 500}`,
  'word of nothing': (n) => `zqxvw${n}`,
  'two letters of nothing': () => 'qz',
  emoji: () => '🙂',
  'percent sign': () => '%',
};

const FILTERS: Record<string, object> = {
  'no keyword': {},
  'no category': { category: 'UNCATEGORIZED' },
  'a category': { category: '1' },
  archived: { category: 'ARCHIVED' },
  'type S': { type: 'S' },
  'type PO': { type: 'PO' },
  'without price': { price: 'NON_SET_PRICE' },
  'without profit': { price: 'NON_PROFIT' },
};

const ORDERS = ['NEWEST', 'LONGEST', 'CHEAPEST', 'EXPENSIVE', 'ASC', 'DESC', 'MOST_STOCK', 'LEAST_STOCK'];

/**
 * Measures what the database takes for searches of a big shop, all statements of a request together, each from
 * when it is sent until its rows are there.
 */
export async function measureSearch(
  runtime: Runtime,
  principal: Principal,
  print: (title: string, who: string, measured: Measured) => void,
): Promise<void> {
  let spent_ms = 0;
  const db = new Kysely<DB>({
    dialect: new GuardedDialect({ pool: runtime.database.pool }),
    plugins: [tenantGuard],
    log: (event) => {
      spent_ms += event.queryDurationMillis;
    },
  });
  const request = { language: 'en', request_id: 'bench', address: '127.0.0.1', base_url: '' } as const;
  const context = shopContext({ ...runtime.services, db }, request, principal);
  const run = async (title: string, who: string, call: (n: number) => Promise<unknown>) => {
    const times: number[] = [];
    for (let n = -WARM_UP; n < TIMES; n += 1) {
      spent_ms = 0;
      await call(Math.max(0, n));
      if (n >= 0) times.push(spent_ms);
    }
    const total_ms = times.reduce((sum, time) => sum + time, 0);
    print(title, who, measure(times, total_ms / 1000));
  };
  for (const [title, keyword] of Object.entries(KEYWORDS)) {
    await run(title, 'products', (n) => products(context, { keyword: keyword(n) }));
    await run('', 'variations', (n) =>
      listVariations(context, ListVariationsInput.parse({ keyword: keyword(n) })),
    );
    await run('', 'stock to count', (n) =>
      searchStock(context, SearchStockInput.parse({ warehouse_id: 0, keyword: keyword(n) })),
    );
  }
  for (const [title, filter] of Object.entries(FILTERS))
    await run(title, 'products', () => products(context, filter));
  for (const order_by of ORDERS) {
    await run(order_by, 'no keyword', () => products(context, { order_by }));
    await run('', 'of a seventh', () => products(context, { order_by, keyword: 'ceruty' }));
    await run('', 'of a 35th', () => products(context, { order_by, keyword: 'kaos polos' }));
  }
}

function products(context: Context, input: object): Promise<unknown> {
  return searchProducts(context, SearchProductsInput.parse(input));
}
