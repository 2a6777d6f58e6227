import { success } from '../../kernel/http/answer.ts';
import { route, type Route } from '../../kernel/http/route.ts';
import { pictureLimits } from './limits.ts';
import { Picture, UploadPictureInput } from './schemas.ts';
import { uploadPicture } from './upload-picture.ts';

export const pictureRoutes: Route[] = [
  route({
    method: 'POST',
    path: '/api/open/product/image',
    operation: 'uploadProductImage',
    section: 'Product',
    summary: 'Upload a product picture',
    description:
      'What the file is, is read from its content. It is kept upright, at most 1600 pixels long, with a small one ' +
      'of 320 pixels, both as JPEG and WebP, without what the camera wrote into it. Give `url` as one of the ' +
      '`images` of a variation: a picture that no product shows is removed after a day. The same file sent again ' +
      'gives the same picture.',
    permission: 'catalog.write',
    input: UploadPictureInput,
    upload: 'image',
    upload_bytes: pictureLimits.picture_bytes,
    answer: success(Picture),
    repeatable: true,
    run: uploadPicture,
  }),
];
