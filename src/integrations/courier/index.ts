import type { Config } from '../../kernel/config.ts';
import type { Log } from '../../kernel/log.ts';
import type { Secret } from '../../kernel/sealed/index.ts';
import { AreaMemory } from './area-choice.ts';
import { BiteshipAccount } from './biteship.ts';
import { CourierError, type CourierVendor, type OpenCourierVendor, type VendorName } from './port.ts';
import { RajaOngkirAccount } from './rajaongkir.ts';
import { ShipperAccount } from './shipper.ts';
import { VendorClient } from './vendor-client.ts';

/** Booking asks the courier in turn: a vendor may take its time. */
const TIMEOUT_MS = 15_000;

/**
 * The vendors at the addresses of the settings. What one account has learned of their areas serves all others.
 * @param more.stopping aborted when the process ends: vendors are not waited for then, as if they were left alone for a while
 */
export function openCourierVendors(
  config: Pick<Config, 'BITESHIP_URL' | 'RAJAONGKIR_URL' | 'SHIPPER_URL'>,
  log: Log,
  { timeout_ms = TIMEOUT_MS, stopping }: { timeout_ms?: number; stopping?: AbortSignal } = {},
): OpenCourierVendor {
  const client = (name: VendorName, base_url: string) =>
    new VendorClient({ name, base_url, log, timeout_ms, stopping });
  const areas = <Id>(name: VendorName) =>
    new AreaMemory<Id>((side) => new CourierError(name, `${side}_unknown`, 'no such area, or several'));
  const of_biteship = [client('biteship', config.BITESHIP_URL), areas<string>('biteship')] as const;
  const of_rajaongkir = [client('rajaongkir', config.RAJAONGKIR_URL), areas<number>('rajaongkir')] as const;
  const of_shipper = [client('shipper', config.SHIPPER_URL), areas<number>('shipper')] as const;
  const opened: Record<VendorName, (key: Secret) => CourierVendor> = {
    biteship: (key) => new BiteshipAccount(...of_biteship, key),
    rajaongkir: (key) => new RajaOngkirAccount(...of_rajaongkir, key),
    shipper: (key) => new ShipperAccount(...of_shipper, key),
  };
  return (name, key) => opened[name](key);
}
