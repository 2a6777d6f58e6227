import type { Module } from '../../kernel/module.ts';
import { chargeRoutes } from './charges/routes.ts';
import './errors.ts';
import { courierEvents } from './events.ts';
import { courierLimits } from './limits.ts';
import { openCourierSettings } from './services/open-courier-settings.ts';
import { serviceRoutes } from './services/routes.ts';
import './tariffs/errors.ts';
import { tariffEvents } from './tariffs/events.ts';
import { applyTariffJob } from './tariffs/import/apply-import.ts';
import { tariffImportRoutes } from './tariffs/import/routes.ts';
import { tariffDownload } from './tariffs/import/tariff-sheets.ts';
import { tariffLimits } from './tariffs/limits.ts';
import { tariffRoutes } from './tariffs/routes.ts';

export const couriersModule: Module = {
  name: 'couriers',
  tables: [
    'courier_charges',
    'courier_settings',
    'custom_couriers',
    'tariffs',
    'tariff_imports',
    'tariff_import_rows',
  ],
  events: { ...courierEvents, ...tariffEvents },
  limits: { ...courierLimits, ...tariffLimits },
  routes: [...serviceRoutes, ...chargeRoutes, ...tariffRoutes, ...tariffImportRoutes],
  jobs: [applyTariffJob, tariffDownload.job],
  openShop: openCourierSettings,
};
