import { defineErrors } from '../../kernel/errors.ts';
import { mapConstraint } from '../../kernel/http/database-errors.ts';

export const messageErrors = defineErrors({
  message_placeholder_unknown: {
    status: 422,
    en: 'The {field} has placeholders that do not exist here: {unknown}. Available: {allowed}.',
    id: '{field} berisi placeholder yang tidak tersedia: {unknown}. Yang tersedia: {allowed}.',
    explanation:
      'Placeholders of orders are available in messages about orders only. GET /api/open/message/placeholder lists all of them.',
  },
  message_placeholder_open: {
    status: 422,
    en: 'The {field} has a placeholder that is not written completely. Write it as {%shopname%}. Available: {allowed}.',
    id: '{field} berisi placeholder yang tidak ditulis lengkap. Tulis seperti {%shopname%}. Yang tersedia: {allowed}.',
    explanation: 'A placeholder begins with {% and ends with %}, with one of the names between.',
  },
  message_placeholders: {
    status: 422,
    en: 'The {field} has more than {limit} placeholders.',
    id: '{field} berisi lebih dari {limit} placeholder.',
    explanation: 'No message needs that many.',
  },
  message_template_exists: {
    status: 422,
    en: 'There already is a template for this kind of message in this language. Change that one.',
    id: 'Sudah ada template untuk jenis pesan ini dalam bahasa ini. Ubah template tersebut.',
    explanation:
      'What an order is told is one text in each language. Notifications and promos can be several.',
  },
  message_approved_incomplete: {
    status: 422,
    en: 'The {field} needs both the name and the language of the template that WhatsApp has approved.',
    id: '{field} memerlukan nama dan bahasa template yang sudah disetujui WhatsApp.',
    explanation: 'Both stand in the WhatsApp Manager. Leave out all of them where no template is approved.',
  },
  message_vendor_unconnected: {
    status: 422,
    en: 'The shop is not connected with {vendor}. Save its key first.',
    id: 'Toko belum terhubung dengan {vendor}. Simpan kuncinya dulu.',
    explanation: 'PUT /api/open/message/connection stores the key of the shop at the vendor.',
  },
  message_key_refused: {
    status: 422,
    en: '{vendor} did not accept the {field}.',
    id: '{vendor} tidak menerima {field}.',
    explanation: 'Copy the key again from the dashboard of the vendor, and check the number that it is for.',
  },
  message_connection_field: {
    status: 422,
    en: 'The {field} is needed for {vendor}.',
    id: '{field} wajib diisi untuk {vendor}.',
    explanation:
      'Woowa needs its address. WhatsApp Cloud API needs the ID of the phone number and the secret of the app.',
  },
  message_address: {
    status: 422,
    en: 'The {field} must be a public web address, like https://api.example.com.',
    id: '{field} harus berupa alamat web publik, misalnya https://api.example.com.',
    explanation: 'Addresses of this server and of private networks are refused.',
  },
  message_time_format: {
    status: 422,
    en: 'The {field} must be a time of day, for example 21:00.',
    id: '{field} harus berupa jam, misalnya 21:00.',
    explanation: 'Hours and minutes, with two digits each.',
  },
  message_receivers: {
    status: 422,
    en: 'That are {count} receivers. A broadcast has at most {limit}.',
    id: 'Ada {count} penerima. Satu kiriman paling banyak {limit} penerima.',
    explanation: 'Send to a category or a list of customers, one after the other.',
  },
  message_nobody: {
    status: 422,
    en: 'Nobody would receive this message.',
    id: 'Tidak ada yang akan menerima pesan ini.',
    explanation:
      'The list is empty, or all of its customers want no promos, have no phone number that can be used, or share one.',
  },
  message_broadcast_again: {
    status: 409,
    en: 'The same message is being sent to the same receivers already. Wait until that has ended, or stop it.',
    id: 'Pesan yang sama sedang dikirim ke penerima yang sama. Tunggu hingga selesai, atau hentikan dulu.',
    explanation: 'Sending twice by mistake is prevented this way. Look at GET /api/open/message/broadcast.',
  },
  message_broadcast_state: {
    status: 409,
    en: 'The broadcast is {state}, so this is not possible now.',
    id: 'Kiriman berstatus {state}, sehingga tindakan ini tidak dapat dilakukan.',
    explanation: 'A broadcast that has ended cannot be paused, resumed or stopped.',
  },
  message_state: {
    status: 409,
    en: 'The message is {state}, so this is not possible now.',
    id: 'Pesan berstatus {state}, sehingga tindakan ini tidak dapat dilakukan.',
    explanation: 'Somebody else may have decided it a moment ago, or the vendor has told what became of it.',
  },
  message_no_phone: {
    status: 422,
    en: 'The customer has no phone number that a message can be sent to.',
    id: 'Pelanggan ini tidak memiliki nomor telepon yang dapat dikirimi pesan.',
    explanation: 'Change the phone number of the customer, with its country or area code.',
  },
  message_followup_hours: {
    status: 422,
    en: 'The {field} is needed for the reminder: how many hours after the order.',
    id: '{field} wajib diisi untuk pengingat: berapa jam setelah pesanan.',
    explanation: 'Other messages are sent as soon as the order has come so far.',
  },
  message_source_field: {
    status: 422,
    en: 'The {field} is needed for this list of receivers.',
    id: '{field} wajib diisi untuk daftar penerima ini.',
    explanation: 'CUSTOMERS needs `customers`, CATEGORY needs `category`, ASLEEP and UNPAID need `days`.',
  },
});

mapConstraint('message_templates_of_orders', { code: 'message_template_exists' });
mapConstraint('message_broadcasts_unfinished', { code: 'message_broadcast_again' });
