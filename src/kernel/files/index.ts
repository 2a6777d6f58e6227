export { normalisePicture, printablePicture, sizePicture, type PictureSizes } from './normalise-picture.ts';
export { absoluteAddress, relativeAddress, type FileStore } from './port.ts';
