import { z } from 'zod';
import { success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { generateSkus } from './generate-skus.ts';
import { GeneratedSku, GenerateSkusInput, SkuValidation, ValidateSkuInput } from './schemas.ts';
import { validateSku } from './validate-sku.ts';

export const skuRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/product/sku/generate-new',
    operation: 'generateProductSkus',
    section: 'Product',
    summary: 'Generate SKUs',
    description:
      'Generates a SKU for each product that no variation of the shop currently uses. Nothing is stored.',
    permission: 'catalog.write',
    input: GenerateSkusInput,
    answer: success(z.array(GeneratedSku)),
    run: generateSkus,
  }),
  route({
    method: 'POST',
    path: '/api/open/product/sku/validation',
    operation: 'validateProductSku',
    section: 'Product',
    summary: 'Validate a SKU',
    permission: 'catalog.write',
    input: ValidateSkuInput,
    answer: success(SkuValidation),
    run: validateSku,
  }),
];
