import { z } from 'zod';
import { keyword, optional, pageFields } from '../../kernel/http/input.ts';
import { named } from '../../kernel/http/openapi-names.ts';

export const SearchRegionsInput = z.object({
  keyword: optional(keyword()).describe('Words of the district, city or province, in any order.'),
  ...pageFields(),
});

const Named = z.object({ id: z.int(), name: z.string() });

export const Region = named('Region', {
  _id: z.string(),
  id: z.int().describe('District ID: the legacy ID if known, else the official code.'),
  subdistrict: z.string(),
  district: Named,
  province: Named,
  fullname: z.string(),
  postal_code: z.array(z.string()),
});

export const ListedMarketplace = named('Marketplace', {
  marketplace_id: z.int(),
  marketplace_name: z.string(),
});
