import { defineErrors } from '../errors.ts';

export const fileErrors = defineErrors({
  file_store_unavailable: {
    status: 503,
    en: 'The file could not be stored. Try again in a moment.',
    id: 'File tidak dapat disimpan. Silakan coba beberapa saat lagi.',
    explanation: 'The file storage did not respond in time, or failed. Nothing was changed.',
  },
  file_required: {
    status: 422,
    en: 'Send {field} as a file, using multipart/form-data.',
    id: 'Kirim {field} sebagai file dengan multipart/form-data.',
    explanation:
      'The field is missing, or was sent as text. Send the content of the file, not its name or URL.',
  },
  picture_type: {
    status: 422,
    en: 'The {field} must be a PNG, JPEG, WebP or GIF picture.',
    id: '{field} harus berupa gambar PNG, JPEG, WebP, atau GIF.',
    explanation:
      'The file type is detected from the content. The file name and the Content-Type of the upload are ' +
      'ignored.',
  },
  picture_kind: {
    status: 422,
    en: 'The {field} is a {kind} file. Save it as JPEG or PNG and upload it again.',
    id: '{field} adalah file {kind}. Simpan sebagai JPEG atau PNG, lalu unggah lagi.',
    explanation:
      'Pictures can be PNG, JPEG, WebP or GIF. An iPhone takes HEIC photos: choose Settings, Camera, Formats, Most ' +
      'Compatible, or share the photo by mail or WhatsApp, which makes a JPEG of it.',
  },
  picture_unreadable: {
    status: 422,
    en: 'The picture in {field} is damaged and cannot be read.',
    id: 'Gambar pada {field} rusak dan tidak dapat dibaca.',
    explanation:
      'The file starts like a picture but is incomplete or corrupt. Save the picture again and upload it again.',
  },
  picture_too_large: {
    status: 422,
    en: 'The picture in {field} has too many pixels. The maximum is {megapixels} megapixels.',
    id: 'Resolusi gambar pada {field} terlalu besar. Maksimal {megapixels} megapiksel.',
    explanation:
      'Width times height of the picture exceeds the limit. Resize the picture and upload it again.',
  },
});
