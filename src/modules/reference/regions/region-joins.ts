/**
 * SQL that joins where a district lies, as `district`, `city` and `province`. Where there is no code, or none of the
 * list's, their columns are null.
 * @param code SQL of the district's code
 */
export function regionJoins(code: string): string {
  return `left join districts district on district.code = ${code}
    left join cities city on city.code = district.city_code
    left join provinces province on province.code = city.province_code`;
}

/** SQL of the numbers by which clients know the joined city and province. */
export const CITY_ID = 'coalesce(city.legacy_id, city.code)';
export const PROVINCE_ID = 'coalesce(province.legacy_id, province.code)';

/**
 * SQL of the postal code of an address, or else that of its joined district, where that has only one; null: not known.
 * @param postal_code SQL of the postal code of the address
 */
export function postalCodeSql(postal_code: string): string {
  return `coalesce(nullif(${postal_code}, ''),
    case when cardinality(district.postal_codes) = 1 then district.postal_codes[1] end)`;
}
