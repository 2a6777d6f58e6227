import { z } from 'zod';
import { data, page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { getCodSettings, updateCodSettings } from './cod-settings.ts';
import {
  createCustomCourier,
  deleteCustomCourier,
  listCustomCouriers,
  updateCustomCourier,
} from './custom-couriers.ts';
import { listActiveExpeditions } from './list-active-expeditions.ts';
import { listExpeditions } from './list-expeditions.ts';
import { listServices } from './list-services.ts';
import {
  ActiveExpedition,
  CodSettings,
  CreateCustomCourierInput,
  CustomCourier,
  CustomCourierIdInput,
  CustomCourierSaved,
  Expedition,
  ListActiveExpeditionsInput,
  ServiceSet,
  ServiceSettings,
  ServicesSet,
  SetServiceInput,
  SetServicesInput,
  UpdateCodSettingsInput,
  UpdateCustomCourierInput,
} from './schemas.ts';
import { setService, setServices } from './set-services.ts';

const SAVED = { en: 'data has been successfully saved', id: 'data berhasil disimpan' };
const DELETED = { en: 'Data has been deleted', id: 'Data berhasil dihapus' };
const SETTINGS = 'Setting Storefront Courier';
const CUSTOM = '/api/open/setting/courier/custom';

const expeditionRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/expedition',
    operation: 'listExpeditions',
    tagged: 'DAY',
    section: 'Expedition',
    summary: 'List courier services',
    description: 'Every service of every courier, and the custom couriers of the shop.',
    permission: 'reference.read',
    input: z.object({}),
    answer: data(z.array(Expedition)),
    run: listExpeditions,
  }),
  route({
    method: 'GET',
    path: '/api/open/expedition/active',
    operation: 'listActiveExpeditions',
    tagged: 'DAY',
    section: 'Expedition',
    summary: 'List active courier services',
    permission: 'shop.read',
    input: ListActiveExpeditionsInput,
    answer: page(ActiveExpedition),
    run: listActiveExpeditions,
  }),
];

const settingRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/setting/courier',
    operation: 'listCourierServiceSettings',
    tagged: 'DAY',
    section: SETTINGS,
    summary: 'List courier services with their status',
    permission: 'shop.read',
    input: z.object({}),
    answer: data(ServiceSettings),
    run: listServices,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/setting/courier',
    operation: 'setCourierService',
    section: SETTINGS,
    summary: 'Activate or deactivate a courier service',
    permission: 'shop.write',
    input: SetServiceInput,
    answer: success(ServiceSet, SAVED),
    run: setService,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/setting/courier/all',
    operation: 'setCourierServices',
    section: SETTINGS,
    summary: 'Activate the given courier services',
    permission: 'shop.write',
    input: SetServicesInput,
    answer: success(ServicesSet, SAVED),
    run: setServices,
  }),
  route({
    method: 'GET',
    path: '/api/open/setting/courier/cod',
    operation: 'getCodSettings',
    tagged: 'DAY',
    section: SETTINGS,
    summary: 'Get the rounding of COD amounts',
    permission: 'shop.read',
    input: z.object({}),
    answer: data(CodSettings),
    run: getCodSettings,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/setting/courier/cod',
    operation: 'updateCodSettings',
    section: SETTINGS,
    summary: 'Update the rounding of COD amounts',
    permission: 'shop.write',
    input: UpdateCodSettingsInput,
    answer: success(CodSettings, SAVED),
    run: updateCodSettings,
  }),
];

const customRoutes: Route[] = [
  route({
    method: 'GET',
    path: CUSTOM,
    operation: 'listCustomCouriers',
    tagged: 'DAY',
    section: SETTINGS,
    summary: 'List custom couriers',
    permission: 'shop.read',
    input: z.object({}),
    answer: data(z.array(CustomCourier)),
    run: listCustomCouriers,
  }),
  route({
    method: 'POST',
    path: CUSTOM,
    operation: 'createCustomCourier',
    section: SETTINGS,
    summary: 'Create a custom courier',
    description:
      'Orders take its ID as `expedition.id`; its fee is the shipping cost if the order gives no rate.',
    permission: 'shop.write',
    input: CreateCustomCourierInput,
    answer: success(CustomCourierSaved),
    run: createCustomCourier,
  }),
  route({
    method: 'PATCH',
    path: CUSTOM,
    operation: 'updateCustomCourier',
    section: SETTINGS,
    summary: 'Update a custom courier',
    permission: 'shop.write',
    input: UpdateCustomCourierInput,
    answer: success(CustomCourierSaved),
    run: updateCustomCourier,
  }),
  route({
    method: 'DELETE',
    path: `${CUSTOM}/:id`,
    operation: 'deleteCustomCourier',
    section: SETTINGS,
    summary: 'Delete a custom courier',
    permission: 'shop.write',
    input: CustomCourierIdInput,
    answer: success(CustomCourierSaved, DELETED),
    run: deleteCustomCourier,
  }),
];

export const serviceRoutes: Route[] = [...expeditionRoutes, ...settingRoutes, ...customRoutes];
