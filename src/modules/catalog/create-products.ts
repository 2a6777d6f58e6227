import type { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { errorTable, errorText, Refusal } from '../../kernel/errors.ts';
import { InvalidInput } from '../../kernel/http/handle-request.ts';
import { fieldErrors } from '../../kernel/http/validation-messages.ts';
import { checkProducts, type NewProduct, type ProductFault } from './check-products.ts';
import { keepProducts } from './keep-products.ts';
import { CreateProductInput, type CreateProductsInput, type ProductsCreated } from './schemas.ts';

type Outcome = z.input<typeof ProductsCreated>['results'][number];

/**
 * Keeps many products in one transaction, each as `createProduct` does: all of them, or none and what is wrong
 * with which; with `partial` those that are right.
 * @throws Refusal or InvalidInput 422 on `products.N.…` for each fault, and nothing is kept
 */
export async function createProducts(
  context: Context,
  input: z.output<typeof CreateProductsInput>,
): Promise<z.input<typeof ProductsCreated>> {
  const parsed = input.products.map((product) => CreateProductInput.safeParse(product));
  const issues = parsed.flatMap((result, index) =>
    (result.error?.issues ?? []).map((issue) => ({ ...issue, path: ['products', index, ...issue.path] })),
  );
  if (issues.length > 0 && !input.partial) throw new InvalidInput(issues);
  /** Places of those that could be read. */
  const places = [...parsed.keys()].filter((index) => parsed[index]?.success === true);
  const readable = places.map((index) => parsed[index]?.data as NewProduct);
  return context.transaction(async (inner) => {
    const { skus, faults } = await checkProducts(inner, readable);
    if (faults.length > 0 && !input.partial) throw refusalOf(faults);
    const wrong = new Set(faults.map(({ index }) => index));
    const right = [...readable.keys()].filter((index) => !wrong.has(index));
    const { kept, faults: taken } = await keepProducts(
      inner,
      right.map((index) => readable[index] as NewProduct),
      right.map((index) => skus[index] as string[]),
    );
    if (taken.length > 0)
      throw refusalOf(taken.map((fault) => ({ ...fault, index: places[right[fault.index] ?? 0] ?? 0 })));
    const results: Outcome[] = parsed.map((result, index) => ({
      index,
      status: 'SKIPPED',
      product: null,
      errors:
        result.error === undefined
          ? {}
          : fieldErrors(
              result.error.issues,
              context.language,
              (code) => errorTable.get(code)?.[context.language],
            ),
    }));
    for (const { index, part } of faults) addError(results[places[index] ?? 0], part, context);
    for (const [place, index] of right.entries()) {
      const result = results[places[index] ?? 0];
      if (result !== undefined) Object.assign(result, { status: 'CREATED', product: kept[place] });
    }
    return { created: kept.length, skipped: results.length - kept.length, results };
  });
}

function refusalOf(faults: readonly ProductFault[]): Refusal {
  return new Refusal(
    faults.map(({ index, part }) => ({ ...part, field: `products.${index}.${part.field ?? ''}` })),
  );
}

function addError(result: Outcome | undefined, part: ProductFault['part'], context: Context): void {
  const field = part.field ?? '';
  const text = errorText({ ...part, values: { field, ...part.values } }, context.language);
  if (result !== undefined) (result.errors[field] ??= []).push(text);
}
