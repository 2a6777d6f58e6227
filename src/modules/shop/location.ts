/** A place as the reference writes it: `Cengkareng, Kota Jakarta Barat`; empty where none is known. */
export function locationText(district: string | null, city: string | null): string {
  return [district, city].filter((part) => part !== null).join(', ');
}

/** Couriers can be sent only to addresses whose district is known. */
export function shipperStatus(district: string | null): 'ACTIVE' | 'NON ACTIVE' {
  return district === null ? 'NON ACTIVE' : 'ACTIVE';
}
