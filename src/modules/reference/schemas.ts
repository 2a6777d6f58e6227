import { z } from 'zod';
import { integer, optional, text, withDefault } from '../../kernel/http/input.ts';
import { limits } from '../../kernel/limits.ts';

export const SearchRegionsInput = z.object({
  keyword: optional(text({ max: 100 })).describe('Words of the district, city or province, in any order'),
  per_page: withDefault(integer({ min: 1, max: limits.page_size }), limits.page_size_default),
  pagination_offset: withDefault(integer({ min: 1, max: 1_000_000 }), 1).describe('Page number'),
});

const Named = z.object({ id: z.int(), name: z.string() });

export const Region = z.object({
  _id: z.string(),
  id: z.int().describe('District ID: the legacy id where it is known, else the official code'),
  subdistrict: z.string(),
  district: Named,
  province: Named,
  fullname: z.string(),
  postal_code: z.array(z.string()),
});

export const Marketplace = z.object({ marketplace_id: z.int(), marketplace_name: z.string() });
