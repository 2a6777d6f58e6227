import qs from 'qs';
import { limits } from '../limits.ts';

/**
 * PHP-style brackets (`products[0][name]=Sepatu`) in query strings, forms and names of fields, within limits.
 * @param input a query string, or values by such names
 */
export function parseBrackets(input: string | Record<string, unknown>): Record<string, unknown> {
  return qs.parse(input as string, {
    depth: 5,
    arrayLimit: 1_000,
    parameterLimit: limits.query_parameters,
    ignoreQueryPrefix: true,
  });
}
