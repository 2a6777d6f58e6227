export { pictureUrl, pictureUrls, thumbnailUrl, thumbnailUrls } from './address.ts';
export { holdPictures, storedAddresses } from './hold-pictures.ts';
