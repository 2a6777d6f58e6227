export { pictureUrl, pictureUrls, thumbnailUrl, thumbnailUrls } from './address.ts';
export { holdPictures, keptAddresses } from './hold-pictures.ts';
