import { defineErrors } from '../../kernel/errors.ts';

export const checkoutErrors = defineErrors({
  checkout_too_many_open: {
    status: 429,
    en: 'There are already {limit} orders from you in this store whose payment has not arrived. Pay or cancel one of them, or wait until the store has confirmed one.',
    id: 'Sudah ada {limit} pesanan Anda di toko ini yang pembayarannya belum masuk. Bayar atau batalkan salah satunya, atau tunggu konfirmasi dari toko.',
    explanation:
      'Orders without money hold stock that others could buy, also those with a proof of transfer that the seller has not confirmed, so a phone number, a customer and an address can have only so many at a time. See docs/limits.md.',
  },
  checkout_store_full: {
    status: 503,
    en: 'The store has too many unpaid orders at the moment. Try again later.',
    id: 'Toko ini sedang menampung terlalu banyak pesanan yang belum dibayar. Silakan coba lagi nanti.',
    explanation:
      'A store holds stock for a limited number of unpaid orders. They expire 24 hours after their last change, those with a proof of transfer 7 days after it.',
  },
  unique_codes_used_up: {
    status: 503,
    en: 'All 999 unique codes of the account {account} are in use. The next one is expected at {free_at}. Choose another payment method or try again then.',
    id: 'Semua 999 kode unik rekening {account} sedang dipakai. Kode berikutnya diperkirakan tersedia pukul {free_at}. Pilih cara bayar lain atau coba lagi nanti.',
    explanation:
      'Each open payment of a bank account has an amount of its own, so that the transfer can be recognised. A code is free again when its payment is decided or expires.',
  },
  unique_codes_being_checked: {
    status: 503,
    en: 'All 999 unique codes of the account {account} are in use by transfers that the store is still checking. Choose another payment method or try again later.',
    id: 'Semua 999 kode unik rekening {account} sedang dipakai oleh transfer yang masih diperiksa toko. Pilih cara bayar lain atau coba lagi nanti.',
    explanation:
      'A code is free again when the seller has accepted or rejected the orders of its payment, or 7 days after the proof of transfer.',
  },
  payment_method_unavailable: {
    status: 422,
    en: 'This store does not offer this payment method. Available: {available}.',
    id: 'Toko ini tidak menyediakan cara bayar tersebut. Tersedia: {available}.',
    explanation: 'Get the store for the payment methods that it offers.',
  },
  payment_channel_unavailable: {
    status: 422,
    en: 'The payment gateway of this store does not offer this channel. Available: {available}.',
    id: 'Payment gateway toko ini tidak menyediakan kanal tersebut. Tersedia: {available}.',
    explanation: 'Choose one of the channels, or leave it out for the first.',
  },
  gateway_payment_decided: {
    status: 422,
    en: 'This payment of the gateway was already decided.',
    id: 'Pembayaran dari gateway ini sudah diputuskan.',
    explanation: 'Only payments of another amount than was to be paid wait for a decision.',
  },
  payment_method_signed_in: {
    status: 422,
    en: 'Sign in to pay with your OrderPay balance.',
    id: 'Silakan masuk untuk membayar dengan saldo OrderPay.',
    explanation: 'Only customers who are signed in have a balance.',
  },
  balance_too_low: {
    status: 422,
    en: 'Your OrderPay balance is Rp{balance}, which is less than the total of Rp{total}.',
    id: 'Saldo OrderPay Anda Rp{balance}, kurang dari total Rp{total}.',
    explanation: 'Choose another payment method.',
  },
  receivers_signed_in: {
    status: 422,
    en: 'Sign in to order for several receivers in one checkout.',
    id: 'Silakan masuk untuk memesan ke beberapa penerima sekaligus.',
    explanation: 'Guests order for one receiver at a time.',
  },
  courier_not_for_way: {
    status: 422,
    en: 'The selected courier has no price for this address. Choose another one.',
    id: 'Kurir yang dipilih belum punya tarif untuk alamat ini. Silakan pilih kurir lain.',
    explanation: 'List the shipping rates for the couriers that deliver to this district.',
  },
  payment_not_open: {
    status: 422,
    en: 'This payment can no longer be changed: {state}.',
    id: 'Pembayaran ini tidak dapat diubah lagi: {state}.',
    explanation: 'Only a payment that waits for its transfer can be changed or cancelled.',
  },
  payment_partly_decided: {
    status: 422,
    en: 'The store has already accepted or rejected orders of this payment, so it can no longer be cancelled or paid another way. Ask the store.',
    id: 'Sebagian pesanan dari pembayaran ini sudah diterima atau ditolak oleh toko, sehingga tidak dapat dibatalkan atau diganti cara bayarnya. Silakan hubungi toko.',
    explanation:
      'A buyer can cancel a payment, or choose another method, until its first order is decided; after that another method only where its charge takes no money any more.',
  },
  payment_not_paid: {
    status: 422,
    en: 'The payment is to come through {method} and has not arrived yet, so its orders cannot be accepted. Wait for it, or reject them.',
    id: 'Pembayaran lewat {method} belum masuk, sehingga pesanannya belum dapat diterima. Tunggu sampai masuk, atau tolak pesanannya.',
    explanation: 'Money that comes by gateway is recorded by itself when it arrives.',
  },
  money_decided: {
    status: 422,
    en: 'Orders of payment {payment} were accepted or rejected since its money came in, so it cannot be taken back.',
    id: 'Pesanan dari pembayaran {payment} sudah diterima atau ditolak sejak uangnya masuk, sehingga tidak dapat ditarik kembali.',
    explanation:
      'An order that was accepted can be cancelled: then its money becomes the balance of the customer.',
  },
  money_spent: {
    status: 422,
    en: 'The money of payment {payment} became balance of the customer, who has spent it, so it cannot be taken back.',
    id: 'Uang dari pembayaran {payment} sudah menjadi saldo pelanggan dan sudah terpakai, sehingga tidak dapat ditarik kembali.',
    explanation: 'Only what is left of the balance can be taken back.',
  },
  order_not_of_payment: {
    status: 422,
    en: 'The selected {field} is not an order of this payment.',
    id: '{field} yang dipilih bukan pesanan dari pembayaran ini.',
    explanation: 'Get the payment for its orders.',
  },
  order_named_twice: {
    status: 422,
    en: 'The {field} is named twice.',
    id: '{field} disebut dua kali.',
    explanation: 'Each order of a payment is decided once.',
  },
  order_decided: {
    status: 422,
    en: 'Order PO#{po_number} was already decided: {decision}.',
    id: 'Pesanan PO#{po_number} sudah diputuskan: {decision}.',
    explanation: 'An accepted order can be cancelled; a rejected one can be reactivated.',
  },
  order_not_with_courier: {
    status: 422,
    en: 'The order has not been sent yet, so it cannot have been received.',
    id: 'Pesanan belum dikirim, sehingga belum bisa dinyatakan diterima.',
    explanation:
      'An order can be confirmed as received once the courier has it, or all of its parcels have an AWB number.',
  },
});
