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
      'The file type is detected from the content. The picture is rotated upright and stored at up to 1600 ' +
      'pixels with a thumbnail of 320 pixels, both as JPEG and WebP and without camera metadata. Add `url` to ' +
      'the `images` of a variation: pictures that no product uses are deleted after one day. Uploading the ' +
      'same file again returns the same picture.',
    permission: 'catalog.write',
    input: UploadPictureInput,
    upload: 'image',
    upload_bytes: pictureLimits.picture_bytes,
    answer: success(Picture),
    repeatable: true,
    run: uploadPicture,
  }),
];
