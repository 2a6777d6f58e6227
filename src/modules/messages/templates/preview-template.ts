import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/errors.ts';
import { idNotFound } from '../../../kernel/not-found.ts';
import { CUSTOMER_KINDS, MESSAGE_KINDS } from '../kinds.ts';
import { customerValues, loadShopFacts, orderValues } from '../message-values.ts';
import { loadOrderFacts } from '../order-facts.ts';
import {
  fillPlaceholders,
  PLACEHOLDER_NAMES,
  placeholderFaults,
  PLACEHOLDERS,
  placeholdersIn,
  placeholdersOf,
  type PlaceholderName,
} from '../placeholders.ts';
import { templatesByKind } from '../templates-of-shop.ts';
import type {
  ListPlaceholdersInput,
  MessagePlaceholder,
  MessagePreview,
  PreviewTemplateInput,
} from './schemas.ts';

/** What a text says of a real order, or the newest one; of a shop without orders, of a name. */
export async function previewTemplate(
  context: Context,
  { type, language, template, order_id }: z.output<typeof PreviewTemplateInput>,
): Promise<z.input<typeof MessagePreview>> {
  const faults = template === undefined ? [] : placeholderFaults(template, 'template', placeholdersOf(type));
  if (faults.length > 0) throw new Refusal(faults);
  const [of_shop] = await templatesByKind(context, language, [type]);
  const body = template ?? of_shop?.body ?? '';
  const shop = await loadShopFacts(context);
  const id = order_id ?? (await newestOrder(context));
  const order = id === undefined ? undefined : (await loadOrderFacts(context, [id])).get(id);
  if (order === undefined && order_id !== undefined) throw new Refusal([idNotFound('order_id')]);
  const values =
    order === undefined
      ? customerValues(shop, language === 'id' ? 'Nama Pelanggan' : 'Name of the customer')
      : await orderValues(context, shop, order, { used: placeholdersIn(body), language });
  const text = fillPlaceholders(body, values);
  return { text, characters: Array.from(text).length, order_id: order?.id ?? null };
}

async function newestOrder({ db, shop }: Context): Promise<number | undefined> {
  const row = await db
    .selectFrom('orders')
    .select('id')
    .where('shop_id', '=', shop.id)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

const EXAMPLES: Readonly<Record<PlaceholderName, string>> = {
  shopname: 'Toko Makmur',
  shopphone: '081234567890',
  buyer: 'Angga Dwi',
  invoice: 'INV.2026.01.05.12',
  orderdate: '5 Januari 2026',
  products: '2 x Gamis Polos (hitam, M)',
  total: 'Rp150.000',
  paid: 'Rp0',
  remaining: 'Rp150.000',
  uniquecode: '123',
  amount: 'Rp150.123',
  bankaccounts: 'BCA 1234567890 a.n. Budi',
  payment: 'Jumlah: Rp150.123 (termasuk kode unik 123)',
  receiver: 'Rina Wati',
  courier: 'JNE REG',
  awb: 'JP1234567890',
  shipdate: '12 Januari 2026',
};

/** All placeholders, or those of a kind. */
export async function listPlaceholders(
  { language }: Context,
  { type }: z.output<typeof ListPlaceholdersInput>,
): Promise<z.input<typeof MessagePlaceholder>[]> {
  const of_type = type === undefined ? PLACEHOLDER_NAMES : placeholdersOf(type);
  return of_type.map((name) => ({
    placeholder: `{%${name}%}`,
    name,
    description: PLACEHOLDERS[name].summary[language],
    example: EXAMPLES[name],
    types: MESSAGE_KINDS.filter(
      (kind) => PLACEHOLDERS[name].of !== 'ORDER' || !(CUSTOMER_KINDS as readonly string[]).includes(kind),
    ),
  }));
}
