import type { Output } from 'ngorder-sdk';
import { api } from '../../session/api.ts';
import { isSameCode } from './same-code.ts';

/** Goods that are counted or moved, with what a warehouse has of them. */
export type Good = Output<'searchOpnameStock'>['data'][number];

/** Goods by any part of their name or SKU. */
export async function findGoods(
  warehouse_id: number,
  keyword: string,
  signal?: AbortSignal,
): Promise<Good[]> {
  const input = { warehouse_id, ...(keyword !== '' && { keyword }) };
  return (await api.searchOpnameStock(input, { signal })).data;
}

/** The goods of exactly this code: a code is a SKU. */
export async function findByCode(warehouse_id: number, code: string): Promise<Good | undefined> {
  const found = await findGoods(warehouse_id, code.slice(0, 100));
  return found.find(({ sku }) => isSameCode(sku, code));
}
