import { page } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getPerformance } from './get-performance.ts';
import { listParcelsOfFigure } from './list-parcels-of-figure.ts';
import {
  PERFORMANCE_HEAD,
  PerformanceInput,
  PerformanceParcel,
  PerformanceParcelsInput,
  PerformanceRow,
} from './schemas.ts';

const section = 'Shipment';

export const performanceRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/shipping/performance',
    operation: 'getShippingPerformance',
    section,
    summary: 'Report how parcels arrive',
    description:
      'Deliveries, returns, losses and punctuality by courier, province, product, customer or user.',
    permission: 'performance.read',
    input: PerformanceInput,
    answer: page(PerformanceRow, PERFORMANCE_HEAD),
    run: getPerformance,
  }),
  route({
    method: 'GET',
    path: '/api/open/shipping/performance/parcels',
    operation: 'listPerformanceParcels',
    section,
    summary: 'List the parcels of a figure of the report',
    permission: 'performance.read',
    input: PerformanceParcelsInput,
    answer: page(PerformanceParcel),
    run: listParcelsOfFigure,
  }),
];
