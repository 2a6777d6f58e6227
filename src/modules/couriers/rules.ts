/** The courier number of parcels without a courier: the customer collects them at the shop. */
export const PICKUP_AT_SHOP = 98;

/** Custom couriers are numbered from here, where no courier and no service of the reference is. */
const FIRST_CUSTOM_COURIER = 1_000_001;

/** Whether a number that may be a courier service's is a custom courier's. */
export function isCustomCourierId(id: number): boolean {
  return id >= FIRST_CUSTOM_COURIER;
}
