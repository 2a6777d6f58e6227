import { z } from 'zod';
import { clearable, emptiable, id, integer, oneOf, optional, rupiah, text } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';

const note = () => text({ max: 100 });

const marketplace = () => id().describe('Marketplace ID from List marketplaces.');

export const CreateSourceInput = z.object({ marketplace_id: marketplace(), note: emptiable(note()) });

export const ListSourcesInput = z.object({
  status: optional(oneOf(['Y', 'N'])).describe('Only active (Y) or only inactive (N) order sources.'),
});

export const UpdateSourceInput = z.object({
  order_source_id: id(),
  marketplace_id: optional(marketplace()),
  note: clearable(note()),
  status: optional(oneOf(['Y', 'N'])).describe('N: the order source cannot be used for new orders.'),
});

export const OrderSourceSaved = named('OrderSourceSaved', { order_source_id: z.int(), note: z.string() });

export const OrderSource = named('OrderSource', {
  id: z.int(),
  marketplace_id: z.int(),
  marketplace_name: z.string(),
  note: z.string(),
  status: z.enum(['ACTIVE', 'NON ACTIVE']),
});

// The reference writes OTHER COST in one place, OTHER and COST in another.
const category = () => oneOf(['DISCOUNT', 'OTHER COST', 'OTHER', 'COST']);

const costType = () => oneOf(['NOMINAL', 'PERCENTAGE']);

const name = () => text({ max: 100 });

const percentage = () => integer({ min: 0, max: 100 });

export const CreateCostInput = z.object({
  category: category(),
  name: name(),
  type: costType(),
  nominal: optional(rupiah()),
  percentage: optional(percentage()),
});

export const UpdateCostInput = z.object({
  order_cost_id: id(),
  category: optional(category()),
  name: optional(name()),
  type: optional(costType()).describe('Type of the amount. Required if both amounts are given.'),
  nominal: optional(rupiah()),
  percentage: optional(percentage()),
});

export const CostIdInput = z.object({ order_cost_id: id() });

export const OrderCostSaved = named('OrderCostSaved', { order_cost_id: z.string(), name: z.string() });

export const OrderCost = named('OrderCost', {
  order_cost_id: z.string(),
  title: z.string().describe('Always `Diskon Order`. Use `category` to distinguish discounts from costs.'),
  category: z.enum(['DISCOUNT', 'OTHER COST']),
  type: z.enum(['NOMINAL', 'PERCENTAGE']),
  name: z.string(),
  percentage: z.int(),
  nominal: z.int(),
});
