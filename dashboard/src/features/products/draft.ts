import type { Input, Output } from 'ngorder-sdk';
import type { SheetRow } from '../../ui/sheet/sheet-cells.ts';

export type ProductDetail = Output<'getProduct'>['data'];
export type ProductType = ProductDetail['product_type'];

export interface DraftPicture {
  url: string;
  thumbnail: string;
}

/** A variation as it is edited; without an id it is new. Cells are named as the fields of the operation. */
export interface DraftRow extends SheetRow {
  id: number | null;
  /** The first is the main picture. */
  images: readonly DraftPicture[];
}

export interface DraftStep {
  key: string;
  id: number | null;
  from: string;
  to: string;
  price: string;
}

/** A product as it is edited: all that is typed is text. */
export interface Draft {
  name: string;
  description: string;
  category_id: string;
  product_type: ProductType;
  weight: string;
  length_cm: string;
  width_cm: string;
  height_cm: string;
  discount: string;
  is_published: boolean;
  shows_stock: boolean;
  is_warehouse: boolean;
  preorder: { type: 'day' | 'week'; number: string; start_date: string; end_date: string };
  has_wholesale: boolean;
  steps: readonly DraftStep[];
  rows: readonly DraftRow[];
  /** Variations that are archived with the next save. */
  removed: readonly number[];
}

export const MOST_ROWS = 200;
export const MOST_PICTURES = 5;
export const MOST_STEPS = 20;

/** A new row, with what it has in common with another one. */
export function newRow(cells: Record<string, string> = {}, like?: DraftRow): DraftRow {
  const common = ['price', 'price_reseller', 'price1', 'price2', 'price3', 'price_buy', 'weight'];
  const taken = Object.fromEntries(common.map((name) => [name, like?.cells[name] ?? '']));
  return {
    key: crypto.randomUUID(),
    id: null,
    images: like?.images ?? [],
    cells: { ...taken, stock: 'Y', ...cells },
  };
}

export function blankDraft(): Draft {
  return {
    name: '',
    description: '',
    category_id: '0',
    product_type: 'S',
    weight: '',
    length_cm: '',
    width_cm: '',
    height_cm: '',
    discount: '',
    is_published: true,
    shows_stock: false,
    is_warehouse: false,
    preorder: { type: 'day', number: '7', start_date: '', end_date: '' },
    has_wholesale: false,
    steps: [],
    rows: [newRow()],
    removed: [],
  };
}

const shown = (value: number | null): string => (value === null || value === 0 ? '' : String(value));

function picturesOf({
  images,
  thumbnails,
  primary_image,
}: ProductDetail['variations'][number]): readonly DraftPicture[] {
  const all = (images ?? []).map((url, index) => ({ url, thumbnail: thumbnails[index] ?? url }));
  const main = all[primary_image ?? 0];
  return main === undefined ? all : [main, ...all.filter((picture) => picture !== main)];
}

export function draftOf(product: ProductDetail): Draft {
  const { preorder_setting: preorder } = product;
  return {
    name: product.name,
    description: product.description,
    category_id: String(product.category_id),
    product_type: product.product_type,
    weight: shown(product.weight),
    length_cm: shown(product.length_cm),
    width_cm: shown(product.width_cm),
    height_cm: shown(product.height_cm),
    discount: shown(product.discount),
    is_published: product.publish_status === 'Y',
    shows_stock: product.show_stock === 'Y',
    is_warehouse: product.is_warehouse,
    preorder: {
      type: preorder?.type ?? 'day',
      number: String(preorder?.number ?? 7),
      start_date: preorder?.start_date?.slice(0, 10) ?? '',
      end_date: preorder?.end_date?.slice(0, 10) ?? '',
    },
    has_wholesale: product.wholesale_status === 'Y',
    steps: product.wholesale_prices.map(({ id, from, to, price }) => ({
      key: String(id),
      id,
      from: String(from),
      to: String(to),
      price: String(price),
    })),
    rows: product.variations.map((variation) => ({
      key: String(variation.id),
      id: variation.id,
      images: picturesOf(variation),
      cells: {
        color: variation.color,
        size: variation.size,
        sku: variation.sku,
        price: shown(variation.price),
        price_reseller: shown(variation.price_reseller),
        price1: shown(variation.price1),
        price2: shown(variation.price2),
        price3: shown(variation.price3),
        price_buy: shown(variation.price_buy),
        weight: shown(variation.weight),
        stock: variation.stock,
        stock_quantity: String(variation.stock_quantity),
      },
    })),
    removed: [],
  };
}

/** What a row is called: its colour and size. */
export function rowName({ cells }: SheetRow): string {
  return [cells['color'], cells['size']].filter(Boolean).join(' ');
}

type CreateInput = Input<'createProduct'>;
type UpdateInput = Input<'updateProduct'>;
type NewVariation = CreateInput['variations'][number];

const amount = (text: string | undefined): number => Number(text === undefined || text === '' ? 0 : text);
const textOr = (text: string): { text?: string } => (text.trim() === '' ? {} : { text });
const sizeOf = (text: string): number | null => (text === '' ? null : amount(text));
const yesNo = (value: boolean) => (value ? 'Y' : 'N');

function commonOf(draft: Draft) {
  const { preorder } = draft;
  const { text: description } = textOr(draft.description);
  return {
    name: draft.name,
    product_type: draft.product_type,
    category_id: Number(draft.category_id),
    ...(description !== undefined && { description }),
    ...(draft.product_type === 'PO' && {
      preorder_setting: {
        type: preorder.type,
        number: amount(preorder.number),
        ...(preorder.start_date !== '' && { start_date: preorder.start_date }),
        ...(preorder.end_date !== '' && { end_date: preorder.end_date }),
      },
    }),
    discount: amount(draft.discount),
    ...(draft.weight !== '' && { weight: amount(draft.weight) }),
    length_cm: sizeOf(draft.length_cm),
    width_cm: sizeOf(draft.width_cm),
    height_cm: sizeOf(draft.height_cm),
    wholesale_status: yesNo(draft.has_wholesale),
    publish_status: yesNo(draft.is_published),
    show_stock: yesNo(draft.shows_stock),
  } as const;
}

/** The column of the stock in the warehouse at a place, as the field of the operation is called. */
export const warehouseColumn = (place: number) => `warehouse_stock.${place}.stock`;

function variationOf(
  draft: Draft,
  { id, images, cells }: DraftRow,
  warehouses: readonly number[],
): NewVariation {
  const { text: sku } = textOr(cells['sku'] ?? '');
  const { text: color } = textOr(cells['color'] ?? '');
  const { text: size } = textOr(cells['size'] ?? '');
  return {
    ...(sku !== undefined && { sku }),
    ...(color !== undefined && { color }),
    ...(size !== undefined && { size }),
    images: images.map(({ url }) => url),
    primary_image: 0,
    ...(cells['weight'] !== undefined && cells['weight'] !== '' && { weight: amount(cells['weight']) }),
    price: amount(cells['price']),
    price_reseller: amount(cells['price_reseller']),
    price1: amount(cells['price1']),
    price2: amount(cells['price2']),
    price3: amount(cells['price3']),
    ...(draft.product_type !== 'S' && { stock: yesNo(cells['stock'] === 'Y') }),
    // What is there has its ledger: an edit of the product does not set it.
    ...(draft.product_type === 'S' &&
      id === null &&
      (warehouses.length > 1
        ? {
            warehouse_stock: warehouses.map((warehouse_id, place) => ({
              warehouse_id,
              stock: amount(cells[warehouseColumn(place)]),
            })),
          }
        : { stock_quantity: amount(cells['stock_quantity']) })),
  };
}

const stepOf = ({ from, to, price }: DraftStep) => ({
  from: amount(from),
  to: amount(to),
  price: amount(price),
});

/** @param warehouses those of the shop: where there are several, new stock is given for each */
export function createInput(draft: Draft, warehouses: readonly number[], may_see_cost: boolean): CreateInput {
  return {
    ...commonOf(draft),
    is_warehouse: draft.product_type === 'S' && warehouses.length > 1,
    wholesale: draft.steps.map(stepOf),
    variations: draft.rows.map((row) => ({
      ...variationOf(draft, row, warehouses),
      ...(may_see_cost && { price_buy: amount(row.cells['price_buy']) }),
    })),
  };
}

export function updateInput(
  id: number,
  draft: Draft,
  warehouses: readonly number[],
  may_see_cost: boolean,
): UpdateInput {
  const adds_stock =
    draft.product_type === 'S' && warehouses.length > 1 && draft.rows.some((row) => row.id === null);
  return {
    id,
    ...commonOf(draft),
    is_warehouse: draft.is_warehouse || adds_stock,
    wholesale: draft.steps.map((step) => ({ ...(step.id !== null && { id: step.id }), ...stepOf(step) })),
    variations: [
      ...draft.rows.map((row) => ({
        ...(row.id !== null && { id: row.id }),
        ...variationOf(draft, row, warehouses),
        ...(may_see_cost && { price_buy: amount(row.cells['price_buy']) }),
      })),
      ...draft.removed.map((removed) => ({ id: removed, flag: 'DELETE' as const, stock: 'N' as const })),
    ],
  };
}
