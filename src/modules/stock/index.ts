export { checkWarehouses } from './check-warehouses.ts';
export { stockLimits } from './limits.ts';
export { holdLevels, lockLevels, setHeldLevels, setLevels } from './lock-levels.ts';
export { moveStock, type StockMovement } from './move-stock.ts';
export { MAIN_WAREHOUSE_ID } from './open-main-warehouse.ts';
export { takeStockSql } from './take-stock-sql.ts';
export {
  restrictedUser,
  visibleSql,
  visibleWarehouse,
  warehousesOf,
  type ViewPlaces,
} from './warehouse-access.ts';
