import type { Module } from '../../kernel/module.ts';
import { registerDefaultPicture } from './address.ts';
import './errors.ts';
import { pictureLimits } from './limits.ts';
import { pictureRoutes } from './routes.ts';
import { sweepPictures } from './sweep-pictures.ts';

export const picturesModule: Module = {
  name: 'pictures',
  tables: ['product_pictures'],
  limits: pictureLimits,
  routes: pictureRoutes,
  schedules: (services) => [sweepPictures(services)],
  serve: registerDefaultPicture,
};
