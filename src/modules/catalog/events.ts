import { z } from 'zod';
import { Change, changesWith, defineEvents, NOTHING } from '../../kernel/events.ts';

const ChangedVariation = z.strictObject({
  id: z.int().optional().describe('Left out for one that was added'),
  sku: z.string(),
  added: z.literal(true).optional(),
  deleted: z.literal(true).optional(),
  changed: z.record(z.string(), Change).optional().describe('By its name each field that was changed'),
});

export const catalogEvents = defineEvents({
  'product.created': { version: 1, summary: 'A product was created, with its variations.', payload: NOTHING },
  'product.updated': {
    version: 1,
    summary: 'A product or its variations were changed.',
    payload: changesWith({
      variations: z
        .array(ChangedVariation)
        .optional()
        .describe('Variations that were added, changed or deleted'),
    }),
  },
  'product.deleted': {
    version: 1,
    summary: 'Products were deleted. The subject is the first of them.',
    payload: z.strictObject({ product_ids: z.array(z.int()).describe('IDs of all that were deleted') }),
  },
  'product.variations_deleted': {
    version: 1,
    summary: 'Variations were deleted. The subject is the product of the first of them.',
    payload: z.strictObject({ variation_ids: z.array(z.int()).describe('IDs of all that were deleted') }),
  },
  'product_category.created': { version: 1, summary: 'A product category was created.', payload: NOTHING },
  'product_category.updated': { version: 1, summary: 'A product category was renamed.', payload: NOTHING },
  'product_category.deleted': { version: 1, summary: 'A product category was deleted.', payload: NOTHING },
});

type Names = typeof catalogEvents;
declare module '../../kernel/events.ts' {
  interface DeclaredEvents extends Names {}
}
