import type { FileStore } from '../kernel/files/index.ts';
import { absoluteAddress } from '../kernel/files/index.ts';
import type { DemoActor } from './actor.ts';
import type { Dice } from './dice.ts';
import { shelves, type DemoShelf } from './goods-data.ts';
import { drawPicture } from './pictures.ts';

/** A product as orders take it. */
export interface Goods {
  product_type: 'S' | 'R' | 'PO';
  variation_ids: number[];
  price_buy_idr: number;
  weight_grams: number;
  /** How well it sells. */
  popularity: number;
}

interface Place {
  actor: DemoActor;
  dice: Dice;
  files: FileStore;
  base_url: string;
  shop_id: number;
}

/** Puts so many products on the shelves, a like number on each, with drawn pictures. */
export async function stockShelves(place: Place, count: number, at: Date): Promise<Goods[]> {
  const goods: Goods[] = [];
  const categories = new Map<string, number>();
  for (let number = 0; number < count; number += 1) {
    const shelf = shelves[number % shelves.length];
    const product = shelf?.products[Math.floor(number / shelves.length) % shelf.products.length];
    if (shelf === undefined || product === undefined) throw new RangeError('no shelf');
    const known = categories.get(shelf.category);
    const category_id =
      known ??
      (await place.actor.act<{ id: number }>('createProductCategory', { name: shelf.category }, at)).id;
    categories.set(shelf.category, category_id);
    goods.push(
      await addProduct(place, shelf, product, category_id, new Date(at.getTime() + number * 60_000)),
    );
  }
  return goods;
}

async function addProduct(
  place: Place,
  shelf: DemoShelf,
  product: DemoShelf['products'][number],
  category_id: number,
  at: Date,
): Promise<Goods> {
  const { dice } = place;
  // One in four of some shelves is not stocked.
  const product_type = shelf.products.indexOf(product) % 4 === 0 ? (shelf.product_type ?? 'S') : 'S';
  const [name, thousands] = product;
  const price = thousands * 1_000 - (dice.chance(0.5) ? 100 : 0);
  const price_buy = roundTo(price * (0.5 + dice.roll() * 0.15), 500);
  const weight = roundTo(dice.between(...shelf.weight_grams), 10);
  const popularity = dice.roll() ** 3 + 0.05;
  const colors = dice.shuffled(shelf.colors).slice(0, dice.between(1, 3));
  const pictured = (colors.length > 0 ? colors : ['']).map(
    async (color) => [color, await storePicture(place, shelf, name, color)] as const,
  );
  const sizes = shelf.sizes.length > 0 ? shelf.sizes : [''];
  const variations = (await Promise.all(pictured)).flatMap(([color, image]) =>
    sizes.map((size): Record<string, unknown> => ({
      color,
      size,
      images: [image],
      ...pricesOf(price, price_buy, size),
      ...(product_type === 'S'
        ? {
            stock_quantity: dice.chance(0.06)
              ? dice.between(0, 3)
              : dice.between(5, 40) + Math.round(popularity * 260),
          }
        : { stock: dice.chance(0.9) ? 'Y' : 'N' }),
    })),
  );
  const wholesale = dice.chance(0.25);
  const made = await place.actor.act<{ product_meta_id: number[] }>(
    'createProduct',
    {
      name,
      product_type,
      category_id,
      description: `${name}. ${shelf.description}`,
      weight,
      discount: dice.chance(0.15) ? roundTo(price * 0.05, 500) : 0,
      wholesale_status: wholesale ? 'Y' : 'N',
      wholesale: wholesale
        ? [
            { from: 6, to: 11, price: roundTo(price * 0.9, 100) },
            { from: 12, to: 100, price: roundTo(price * 0.82, 100) },
          ]
        : [],
      publish_status: 'Y',
      show_stock: 'Y',
      has_variation: variations.length > 1 ? 'Y' : 'N',
      variations,
      ...(product_type === 'PO' && { preorder_setting: { type: 'day', number: dice.between(5, 14) } }),
    },
    at,
  );
  return {
    product_type,
    variation_ids: made.product_meta_id.filter((_, index) => variations[index]?.['stock'] !== 'N'),
    price_buy_idr: price_buy,
    weight_grams: weight,
    popularity,
  };
}

/** The small pack costs what the product is known for, the large one not quite twice as much. */
function pricesOf(price: number, price_buy: number, size: string) {
  const times = size === 'Besar' ? 1.8 : 1;
  const share = (of: number) => roundTo(price * times * of, 100);
  return {
    price_buy: roundTo(price_buy * times, 500),
    price: share(1),
    price_reseller: share(0.88),
    price1: share(0.84),
    price2: share(0.8),
    price3: share(0.76),
  };
}

async function storePicture(place: Place, shelf: DemoShelf, name: string, color: string): Promise<string> {
  const bytes = await drawPicture(name, shelf.silhouette, color);
  const title = `${name} ${color}`
    .trim()
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  const file = `${place.shop_id}/product/${title}.webp`;
  return absoluteAddress(place.base_url, await place.files.put(file, bytes, 'image/webp'));
}

function roundTo(amount: number, step: number): number {
  return Math.max(step, Math.round(amount / step) * step);
}
