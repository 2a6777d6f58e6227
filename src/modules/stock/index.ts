import './errors.ts';

export { moveStock, type LevelBalance, type ShortLevel, type StockMovement } from './move-stock.ts';
export { MAIN_WAREHOUSE_ID, openMainWarehouse } from './open-main-warehouse.ts';
export { stockRoutes } from './routes.ts';
export { findStockDifferences, type StockDifference } from './stock-differences.ts';
export { stockLedgerSql, takeStockSql, type LedgerExpressions } from './take-stock-sql.ts';
