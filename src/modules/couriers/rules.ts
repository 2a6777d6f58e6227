/** The courier number of parcels without a courier: the customer collects them at the shop. */
export const PICKUP_AT_SHOP = 98;
