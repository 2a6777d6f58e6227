export { MAIN_WAREHOUSE_ID, openMainWarehouse } from './open-main-warehouse.ts';
export { stockLedgerSql, takeStockSql, type LedgerExpressions } from './take-stock-sql.ts';
