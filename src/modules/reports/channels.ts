/** Where orders are made, as reports name it. */
const CHANNELS: Record<string, string> = {
  APP: 'App Dashboard',
  PRIVOR: 'Private Order',
  SF_MEMBER: 'Storefront',
  SF_GUEST: 'Guest Order',
  SHOPEE: 'Shopee',
  QUICK_ORDER: 'Quick Order',
  UNCATEGORIZED: 'Uncategorized',
};

/** The categories of orders, as they are stored. */
export const CHANNEL_CODES = Object.keys(CHANNELS) as [string, ...string[]];

export function channelName(order_category: string): string {
  return CHANNELS[order_category] ?? order_category;
}
