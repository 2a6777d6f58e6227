/** A vendor's words for courier and service, and ours (the codes in the list of couriers). */
export interface ServiceWords {
  courier: string;
  service: string;
  vendor_courier: string;
  vendor_service: string;
}

/** By our words, and by the vendor's, in any letter case. */
export interface ServiceTable {
  /** The vendor's couriers among these, each once. */
  couriers(codes: readonly string[]): string[];
  ours(vendor_courier: string, vendor_service: string): ServiceWords | undefined;
  theirs(courier: string, service: string): ServiceWords | undefined;
  courier(code: string): string | undefined;
}

/**
 * @param table by our courier code: the vendor's code, and its services by ours. A service that the vendor writes in
 *   several ways is theirs in the first.
 */
export function serviceTable(
  table: Readonly<Record<string, readonly [string, Readonly<Record<string, string | readonly string[]>>]>>,
): ServiceTable {
  const rows = Object.entries(table).flatMap(([courier, [vendor_courier, services]]) =>
    Object.entries(services).flatMap(([service, words]) =>
      [words]
        .flat()
        .map((vendor_service): ServiceWords => ({ courier, service, vendor_courier, vendor_service })),
    ),
  );
  const key = (courier: string, service: string) => `${courier} ${service}`.toLowerCase();
  const by_theirs = new Map(rows.map((row) => [key(row.vendor_courier, row.vendor_service), row]));
  const by_ours = new Map(rows.toReversed().map((row) => [key(row.courier, row.service), row]));
  return {
    couriers: (codes) => [...new Set(codes.flatMap((code) => table[code]?.[0] ?? []))],
    ours: (courier, service) => by_theirs.get(key(courier, service)),
    theirs: (courier, service) => by_ours.get(key(courier, service)),
    courier: (code) => table[code]?.[0],
  };
}
