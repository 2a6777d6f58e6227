import { z } from 'zod';
import { id, integer, oneOf, optional, rupiah, text } from '../../kernel/http/input.ts';

const note = () => text({ max: 100 });
const marketplace = () => id().describe('Of Get Marketplaces');

export const CreateSourceInput = z.object({ marketplace_id: marketplace(), note: note() });

export const ListSourcesInput = z.object({
  status: optional(oneOf(['Y', 'N'])).describe('Only active (Y) or inactive (N) ones'),
});

export const UpdateSourceInput = z.object({
  order_source_id: id(),
  marketplace_id: optional(marketplace()),
  note: optional(note()),
  status: optional(oneOf(['Y', 'N'])).describe('N: it can not be chosen for new orders'),
});

export const SourceKept = z.object({ order_source_id: z.int(), note: z.string() });

export const OrderSource = z.object({
  id: z.int(),
  marketplace_id: z.int(),
  marketplace_name: z.string(),
  note: z.string(),
  status: z.enum(['ACTIVE', 'NON ACTIVE']),
});

const costType = () => oneOf(['NOMINAL', 'PERCENTAGE']);
const name = () => text({ max: 100 });
const percentage = () => integer({ min: 0, max: 100 });

export const CreateCostInput = z.object({
  category: oneOf(['DISCOUNT', 'OTHER COST']),
  name: name(),
  type: costType(),
  nominal: optional(rupiah()),
  percentage: optional(percentage()),
});

export const UpdateCostInput = z.object({
  order_cost_id: id(),
  // The reference writes OTHER and COST.
  category: optional(oneOf(['DISCOUNT', 'OTHER COST', 'OTHER', 'COST'])),
  name: optional(name()),
  type: optional(costType()),
  nominal: optional(rupiah()),
  percentage: optional(percentage()),
});

export const CostIdInput = z.object({ order_cost_id: id() });

export const CostKept = z.object({ order_cost_id: z.string(), name: z.string() });

export const OrderCost = z.object({
  order_cost_id: z.string(),
  title: z.string(),
  category: z.enum(['DISCOUNT', 'OTHER COST']),
  type: z.enum(['NOMINAL', 'PERCENTAGE']),
  name: z.string(),
  percentage: z.int(),
  nominal: z.int(),
});
