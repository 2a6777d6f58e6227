export const STOCK_STATE = ['keyword'] as const;
export const RUNNING_OUT_STATE = ['days'] as const;
