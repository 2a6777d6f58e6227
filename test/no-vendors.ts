/** Addresses of this machine at which nobody answers: tests ask no vendor of the outside world. */
export const NO_VENDORS = {
  BITESHIP_URL: 'http://127.0.0.1:9',
  RAJAONGKIR_URL: 'http://127.0.0.1:9',
  SHIPPER_URL: 'http://127.0.0.1:9',
  WHATSAPP_URL: 'http://127.0.0.1:9',
  XENDIT_URL: 'http://127.0.0.1:9',
  FCM_URL: 'http://127.0.0.1:9',
};
