import './errors.ts';

export { pictureUrl, pictureUrls, registerDefaultPicture, thumbnailUrl, thumbnailUrls } from './address.ts';
export { holdPictures, keptAddresses } from './hold-pictures.ts';
export { pictureRoutes } from './routes.ts';
export { sweepPictures } from './sweep-pictures.ts';
