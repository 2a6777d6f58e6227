import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { errorTable, errorText, Refusal, type RefusalPart } from '../../../kernel/errors.ts';
import { InvalidInput } from '../../../kernel/http/handle-request.ts';
import { fieldErrors } from '../../../kernel/http/validation-messages.ts';
import { limits } from '../../../kernel/limits.ts';
import { takeTurns } from '../../../kernel/slices.ts';
import { catalogErrors } from '../errors.ts';
import { catalogLimits } from '../limits.ts';
import { checkProducts, within, type NewProduct } from './check-products.ts';
import { CreateProductInput, type CreateProductsInput, type ProductsCreated } from './schemas.ts';
import { storeProducts } from './store-products.ts';

type Outcome = z.input<typeof ProductsCreated>['results'][number];

/** A valid product with its index in the input. */
interface ReadProduct {
  index: number;
  product: NewProduct;
}

/**
 * Stores many products in one transaction, each like `createProduct`: all or none; with `partial` the valid ones. They
 * are processed in batches, so that memory use is bounded and other requests proceed.
 * @throws Refusal or InvalidInput 422 on `products.N.…` for the first errors; then nothing is stored
 */
export async function createProducts(
  context: Context,
  input: z.output<typeof CreateProductsInput>,
): Promise<z.input<typeof ProductsCreated>> {
  const report = new Report(context, input.products.length);
  const read = await readProducts(input, report);
  return context.transaction(async (inner) => {
    const faults: RefusalPart[] = [];
    const seen = new Set<string>();
    for (const chunk of chunksOf(read)) {
      await takeTurns();
      const found = await checkAndStore(inner, chunk, seen, input.partial || faults.length === 0, report);
      if (!input.partial) faults.push(...found);
      if (faults.length >= limits.faults_counted) break;
    }
    if (faults.length > 0) throw new Refusal(faults);
    return report.answer();
  });
}

/** @throws InvalidInput 422 on each invalid field, unless `partial` is requested */
async function readProducts(
  { products, partial }: z.output<typeof CreateProductsInput>,
  report: Report,
): Promise<ReadProduct[]> {
  const read: ReadProduct[] = [];
  const issues: z.core.$ZodIssue[] = [];
  let variations = 0;
  for (const product of products) variations += variationCount(product);
  if (variations > catalogLimits.bulk_variations)
    throw catalogErrors.refuseField('bulk_variations', 'products', { limit: catalogLimits.bulk_variations });
  for (const [index, product] of products.entries()) {
    await takeTurns();
    const { data, error } = await CreateProductInput.safeParseAsync(product);
    if (data !== undefined) read.push({ index, product: data });
    if (error === undefined) continue;
    if (partial) report.issues(index, error.issues);
    else
      for (const issue of error.issues) issues.push({ ...issue, path: ['products', index, ...issue.path] });
    if (issues.length >= limits.faults_counted) break;
  }
  if (issues.length > 0) throw new InvalidInput(issues);
  return read;
}

/** The number of variations of a product in the input, valid or not; 0 if there are more than allowed. */
function variationCount(product: unknown): number {
  const { variations } = (product ?? {}) as { variations?: unknown };
  const given = typeof variations === 'object' && variations !== null ? Object.keys(variations).length : 1;
  return given > catalogLimits.product_variations ? 0 : given;
}

/** Variations and their stock levels that are checked and stored at a time; a product is never split. */
const CHUNK = 1_000;

function* chunksOf(products: readonly ReadProduct[]): Generator<ReadProduct[]> {
  let chunk: ReadProduct[] = [];
  let size = 0;
  for (const read of products) {
    chunk.push(read);
    for (const { warehouse_stock } of read.product.variations) size += 1 + warehouse_stock.length;
    if (size < CHUNK) continue;
    yield chunk;
    chunk = [];
    size = 0;
  }
  if (chunk.length > 0) yield chunk;
}

/**
 * Checks some products and, if requested, stores the valid ones.
 * @param seen SKUs of previous products, to which these are added
 * @returns the errors, on `products.N.…`
 */
async function checkAndStore(
  context: Context,
  chunk: readonly ReadProduct[],
  seen: Set<string>,
  is_stored: boolean,
  report: Report,
): Promise<RefusalPart[]> {
  const products = chunk.map(({ product }) => product);
  const { skus, faults } = await checkProducts(context, products, seen);
  const place = (index: number) => chunk[index]?.index ?? 0;
  for (const { index, part } of faults) report.fault(place(index), part);
  const parts = faults.map(({ index, part }) => within(`products.${place(index)}`, part));
  if (!is_stored) return parts;
  const wrong = new Set(faults.map(({ index }) => index));
  const right = [...products.keys()].filter((index) => !wrong.has(index));
  const { stored, faults: taken } = await storeProducts(
    context,
    right.map((index) => products[index] as NewProduct),
    right.map((index) => skus[index] as string[]),
  );
  if (taken.length > 0)
    throw new Refusal(taken.map(({ index, part }) => within(`products.${place(right[index] ?? 0)}`, part)));
  for (const [at, index] of right.entries()) report.stored(place(index), stored[at] ?? null);
  return parts;
}

/** The result for each product: the created product or its errors, up to the maximum of listed errors. */
class Report {
  readonly #context: Context;
  readonly #results: Outcome[];
  #faults = 0;
  #more = 0;

  constructor(context: Context, products: number) {
    this.#context = context;
    this.#results = Array.from({ length: products }, (_, index) => ({
      index,
      status: 'SKIPPED',
      product: null,
      errors: {},
    }));
  }

  stored(index: number, product: Outcome['product']): void {
    const result = this.#results[index];
    if (result !== undefined) Object.assign(result, { status: 'CREATED', product });
  }

  issues(index: number, issues: readonly z.core.$ZodIssue[]): void {
    const result = this.#results[index];
    if (result === undefined) return;
    const { language } = this.#context;
    const most = limits.faults_listed - this.#faults;
    const { fields, more } = fieldErrors(issues, language, (code) => errorTable.get(code)?.[language], most);
    result.errors = fields;
    this.#faults += issues.length - more;
    this.#more += more;
  }

  fault(index: number, part: RefusalPart): void {
    const result = this.#results[index];
    if (this.#faults >= limits.faults_listed) this.#more += 1;
    else if (result !== undefined) {
      const field = part.field ?? '';
      const text = errorText({ ...part, values: { field, ...part.values } }, this.#context.language);
      (result.errors[field] ??= []).push(text);
      this.#faults += 1;
    }
  }

  answer(): z.input<typeof ProductsCreated> {
    const created = this.#results.filter(({ status }) => status === 'CREATED').length;
    return {
      created,
      skipped: this.#results.length - created,
      ...(this.#more > 0 && { more_faults: this.#more }),
      results: this.#results,
    };
  }
}
