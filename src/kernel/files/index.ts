export { normalisePicture, sizePicture, type PictureSizes } from './normalise-picture.ts';
export { absoluteAddress, ownAddress, type FileStore } from './port.ts';
