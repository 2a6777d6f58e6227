import { z } from 'zod';
import { data, page, success } from '../../../kernel/http/answer.ts';
import { route, type Route } from '../../../kernel/http/route.ts';
import { removeTariffs, setTariffs } from './change-tariffs.ts';
import { listTariffs, listZonePrices } from './list-tariffs.ts';
import {
  ListTariffsInput,
  ListZonePricesInput,
  RemoveTariffsInput,
  SetTariffsInput,
  Tariff,
  TariffsChanged,
  ZonePrice,
} from './schemas.ts';

const PATH = '/api/open/setting/courier/tariff';
const section = 'Setting Storefront Courier';

export const tariffRoutes: Route[] = [
  route({
    method: 'GET',
    path: PATH,
    operation: 'listTariffs',
    section,
    summary: "List the shop's own tariff",
    permission: 'shop.read',
    input: ListTariffsInput,
    answer: page(Tariff),
    run: listTariffs,
  }),
  route({
    method: 'GET',
    path: `${PATH}/zone`,
    operation: 'listZonePrices',
    section,
    summary: 'List the prices of a service by zone',
    description: "The shop's own prices, and our estimates where it has none.",
    permission: 'shop.read',
    input: ListZonePricesInput,
    answer: data(z.array(ZonePrice)),
    run: listZonePrices,
  }),
  route({
    method: 'PUT',
    path: PATH,
    operation: 'setTariffs',
    section,
    summary: "Set rows of the shop's own tariff",
    description:
      'For a district, a city or a zone. The most specific row counts: district, city, zone, and at last our estimate.',
    permission: 'shop.write',
    input: SetTariffsInput,
    answer: success(TariffsChanged),
    run: setTariffs,
  }),
  route({
    method: 'DELETE',
    path: PATH,
    operation: 'removeTariffs',
    section,
    summary: "Remove rows of the shop's own tariff",
    permission: 'shop.write',
    input: RemoveTariffsInput,
    answer: success(TariffsChanged),
    run: removeTariffs,
  }),
];
