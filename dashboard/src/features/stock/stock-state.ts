export const STOCK_STATE = ['keyword'] as const;
