import { z } from 'zod';
import { data, success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { getAllowedOrigins, setAllowedOrigins } from './allowed-origins.ts';
import { createSupplier } from './create-supplier.ts';
import { getShop } from './get-shop.ts';
import { listSuppliers } from './list-suppliers.ts';
import {
  AllowedOrigins,
  CreateSupplierInput,
  GeneralInfo,
  Logo,
  SetAllowedOriginsInput,
  ShopDetail,
  Supplier,
  SupplierName,
  UpdateGeneralInfoInput,
  UpdateSupplierInput,
  UploadLogoInput,
} from './schemas.ts';
import { updateGeneralInfo } from './update-general-info.ts';
import { updateSupplier } from './update-supplier.ts';
import { uploadLogo } from './upload-logo.ts';

const dataRoutes: Route[] = [
  route({
    method: 'GET',
    path: '/api/open/shop',
    operation: 'getShop',
    tagged: 'DAY',
    section: 'Shop',
    summary: 'Get the shop',
    permission: 'shop.read',
    input: z.object({}),
    answer: data(z.array(ShopDetail)),
    run: getShop,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/shop/logo',
    operation: 'uploadShopLogo',
    section: 'Shop',
    summary: 'Upload the shop logo',
    description:
      'The file type is detected from the content. The logo is rotated upright and stored as WebP of at most ' +
      '1024 pixels, without camera metadata.',
    permission: 'shop.write',
    input: UploadLogoInput,
    upload: 'logo',
    answer: success(Logo),
    run: uploadLogo,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/shop/general',
    operation: 'updateShopGeneralInfo',
    section: 'Shop',
    summary: 'Update general shop information',
    permission: 'shop.write',
    input: UpdateGeneralInfoInput,
    answer: success(GeneralInfo, {
      en: 'General info successfully updated',
      id: 'Info umum berhasil diubah',
    }),
    run: updateGeneralInfo,
  }),
  route({
    method: 'GET',
    path: '/api/open/shop/origin',
    operation: 'getAllowedOrigins',
    tagged: 'DAY',
    section: 'Shop',
    summary: 'List the allowed origins',
    permission: 'shop.read',
    input: z.object({}),
    answer: success(AllowedOrigins),
    run: getAllowedOrigins,
  }),
  route({
    method: 'PUT',
    path: '/api/open/shop/origin',
    operation: 'setAllowedOrigins',
    section: 'Shop',
    summary: 'Set the allowed origins',
    description:
      'Pages of these origins may use the API of the shop from a browser, with a key or token, if the installation lets ' +
      'shops decide (`CORS_ORIGINS=shops`), and always what its store answers. Cookies are not accepted from them.',
    permission: 'shop.write',
    input: SetAllowedOriginsInput,
    answer: success(AllowedOrigins),
    run: setAllowedOrigins,
  }),
];

const supplierRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/supplier/create',
    operation: 'createSupplier',
    section: 'Supplier',
    summary: 'Create a supplier',
    permission: 'shop.write',
    input: CreateSupplierInput,
    answer: success(SupplierName),
    run: createSupplier,
  }),
  route({
    method: 'GET',
    path: '/api/open/supplier',
    operation: 'listSuppliers',
    tagged: 'DAY',
    section: 'Supplier',
    summary: 'List suppliers',
    permission: 'shop.read',
    input: z.object({}),
    answer: data(z.array(Supplier)),
    run: listSuppliers,
  }),
  route({
    method: 'PATCH',
    path: '/api/open/supplier/update',
    operation: 'updateSupplier',
    section: 'Supplier',
    summary: 'Update a supplier',
    description: 'Fields that are omitted do not change. Existing orders keep the previous address.',
    permission: 'shop.write',
    input: UpdateSupplierInput,
    answer: success(SupplierName),
    run: updateSupplier,
  }),
];

export const shopRoutes: Route[] = [...dataRoutes, ...supplierRoutes];
