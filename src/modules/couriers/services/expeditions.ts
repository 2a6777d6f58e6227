import { findCourier, type CourierService } from '../../reference/index.ts';
import type { CustomCourier } from './load-shop-services.ts';

/** A courier service as in the reference. */
export function expeditionOf(service: CourierService) {
  return {
    id: service.id,
    rate_name: service.rate_name,
    logistic_name: findCourier(service.courier_id)?.name ?? '',
    show_name: service.show_name,
    pickup_available: service.pickup_available ? 'AVAILABLE' : 'NOT AVAILABLE',
  };
}

/** A custom courier in the list of courier services. */
export function customExpeditionOf({ id, name }: CustomCourier) {
  return {
    id,
    rate_name: '',
    logistic_name: name,
    show_name: 'Custom',
    pickup_available: 'NOT AVAILABLE',
  };
}
