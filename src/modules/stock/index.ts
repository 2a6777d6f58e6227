import './errors.ts';

export { moveStock, type StockMovement } from './move-stock.ts';
export { checkWarehouses } from './check-warehouses.ts';
export { lockLevels, setLevels } from './lock-levels.ts';
export { MAIN_WAREHOUSE_ID, openMainWarehouse } from './open-main-warehouse.ts';
export { stockRoutes } from './routes.ts';
export { findStockDifferences } from './stock-differences.ts';
export { lockStockSql, stockLedgerSql, takeStockSql } from './take-stock-sql.ts';
export { restrictedUser, visibleSql, visibleWarehouse } from './warehouse-access.ts';
