import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { templateAnswer } from '../../kernel/files/import-template.ts';
import type { FileAnswer } from '../../kernel/http/answer.ts';
import type { Cell } from '../../kernel/sheets/cells.ts';
import { PRODUCT_COLUMNS, type ProductColumnKey } from '../catalog/index.ts';
import type { TemplateInput } from './schemas.ts';

/** A product of two variations, to be written over. */
const EXAMPLE: Partial<Record<ProductColumnKey, Cell>>[] = [
  {
    name: 'Kaos Polos',
    product_type: 'S',
    description: 'Katun combed 30s',
    color: 'Merah',
    size: 'L',
    sku: 'KAOS-MER-L',
    weight: 200,
    price_buy: 30_000,
    price: 50_000,
    price_reseller: 45_000,
    wholesale: '3-11: 48000; 12-100: 45000',
    published: 'Y',
    stock: 10,
  },
  {
    name: 'Kaos Polos',
    color: 'Merah',
    size: 'XL',
    sku: 'KAOS-MER-XL',
    weight: 220,
    price: 52_000,
    stock: 5,
  },
];

/** The sheet to fill in for an import of products, with an example. */
export function getTemplate(
  context: Context,
  { format }: z.output<typeof TemplateInput>,
): Promise<FileAnswer> {
  return templateAnswer(context, format, {
    file_name: { en: 'import-products', id: 'impor-produk' },
    sheet: 'Produk',
    columns: PRODUCT_COLUMNS,
    example: EXAMPLE,
  });
}
