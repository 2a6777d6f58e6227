import { wordList } from './lists.ts';

/**
 * The usual labels of each field, in lower case; a space stands for any spaces, dots and dashes. `free` starts text
 * that is read by its content; `other` is known and not part of an order here.
 */
export const LABELS = {
  name: wordList(`
    nama, nm, name, nama lengkap, nama penerima, nama pembeli, nama pemesan, nama customer, penerima, atas nama,
    a n, an, pembeli, pemesan, customer, receiver, nama kamu, nama kakak, nama anda, nama saya, nama cust,
    nama konsumen, nama tujuan, recipient, recipient name, full name, buyer, buyer name, nama buyer, nama penerima paket, nma, nama pic, pic, u p,
    cust, pnrm, receiver name, customer name, namanya, penerimanya, nama penerimanya, jeneng, jenengku, jenenge, jenengnya, ngaran, nami, kpd a n`),
  phone: wordList(`
    hp, no hp, nohp, nmr hp, nomor hp, nomer hp, no handphone, nomor handphone, handphone, telp, tlp, tlpn,
    telpon, telepon, no telp, no tlp, no telpon, no telepon, nomor telepon, wa, no wa, nomor wa, nomer wa,
    whatsapp, no whatsapp, nomor whatsapp, phone, kontak, contact, cp, nope, nomor, nomer, hp wa, wa hp, no hp wa,
    no wa hp, no telp wa, no telp hp, no hp penerima, hp penerima, telp penerima, no penerima, no hp aktif,
    no wa aktif, hp aktif, phone number, mobile, mobile number, mobile phone, phone no, no kontak, nomor telpon, nomor telp, no,
    nomornya, nomernya, nomer e, nomere, hpnya, no hpnya, wanya, no wanya, telpnya, nomor hpnya, nomor wanya, wa saya, wa aku, wa ku, wa dia, hp saya, hp aku, hp dia, no saya, no aku, nomor saya, nomor aku, nomer saya, nomer aku, no hp saya, no wa saya, nomerku, nomorku, contact person, recipient phone, receiver phone, contact number, contact no, telephone`),
  address: wordList(`
    alamat, almt, alamt, alamat lengkap, alamat kirim, alamat pengiriman, alamat penerima, alamat tujuan,
    alamat rumah, alamat lengkapnya, alamatnya, address, almat, alamat kantor, shipping address, alamat pembeli,
    alamat paket, venue,
    alamate, alamatku, alamat saya, alamat kami, alamat aku, alamat rumah saya, alamat kosnya, alamat kos, alamat rumahnya, alamat kantornya, alamat e, delivery address, recipient address, alamat cust`),
  village: wordList(`
    kel, kelurahan, desa, ds, dusun, dsn, rt, rw, rt rw, patokan, kel desa, desa kel, kelurahan desa,
    desa kelurahan, blok, jalan, jln, jl, no rumah, nomor rumah, kampung, patokan rumah, perumahan, gang`),
  district: wordList(`
    kec, kecamatan, kc, kcmtn, kec kota, kecamatan kota, kec kab, kecamatan kabupaten, kel kec`),
  city: wordList(`
    kota, kt, kab, kbptn, kabupaten, kota kab, kab kota, kota kabupaten, kabupaten kota, kodya, city, kab kodya, kota asal,
    kota tujuan, kota provinsi, kota prov, kab prov`),
  province: wordList(`
    prov, provinsi, propinsi, province`),
  postal_code: wordList(`
    kode pos, kodepos, kd pos, kodpos, kopos, zip, zip code, postal code, pos code`),
  goods: wordList(`
    pesanan, pesan, psn, psanan, psnan, pesenan, order, orderan, ordernya, orderannya, pesanannya, list order, list pesanan,
    detail order, detail pesanan, produk, product, barang, item, items, nama barang, nama produk, barang dipesan,
    yang dipesan, order barang, pesan barang, jenis barang, belanjaan, isi pesanan, isi paket,
    produk yang dipesan, barang yang dipesan, pesanan saya, order saya, nama item, daftar pesanan, mau order,
    mau pesan, orderan saya, jenis produk, produk dipesan,
    brg, barange, barangnya, isinya, pesananku, orderanku, order details, description, deskripsi, items ordered, hampers, produknya`),
  quantity: wordList(`
    jumlah, jml, jmlh, qty, quantity, banyak, banyaknya, jumlah order, jumlah pesanan`),
  variant: wordList(`
    warna, color, colour, wrn, ukuran, size, uk, varian, variasi, variant, rasa, motif, warna size, warna ukuran,
    size warna, ukuran warna, sz`),
  courier: wordList(`
    kurir, krir, eks, eksp, ekspd, eksped, exp, expd, exped, jasa eks, eks kurir, ekspedisi, expedisi, ekspedisinya, expedition, pengiriman, jasa kirim, jasa pengiriman, kirim via,
    dikirim via, courier, shipping, via ekspedisi, jasa ekspedisi, via, kirim pakai, pilihan kurir,
    metode pengiriman, pengiriman via, opsi pengiriman, kirim lewat,
    layanan, layanan kurir, opsi kirim, jenis pengiriman, layanan kirim, shipping method, delivery method, ekspedisi kurir`),
  note: wordList(`
    catatan, cat, note, notes, ket, keterangan, pesan tambahan, request, nb, ps, catatan tambahan, catatan order,
    catatan untuk penjual, catatan pembeli, catatan pesanan, catatan dari pembeli, pesan dari pembeli, pesan pembeli, message, remarks,
    keterangan tambahan, ctt, pesan untuk penjual, tambahan`),
  payment: wordList(`
    pembayaran, bayar, payment, metode pembayaran, metode bayar, bayar via, pembayaran via, tf, transfer,
    transfer via, cara bayar, tf ke, transfer ke, pembayarannya, bayarnya,
    byr, payment method, bayare, pembayaran nya, cara pembayaran, paid by`),
  sender_name: wordList(`
    pengirim, nama pengirim, dropship, dropshipper, nama dropship, nama dropshipper, from, dari, sender,
    nama toko pengirim, pengirimnya,
    pengirim a n, pengirim an, pengirim atas nama, pengirimnya atas nama, pengirimnya a n, pengirimnya an, kirim atas nama, dikirim atas nama, kirim a n, nama pengirimnya, dropship atas nama, dropship a n, dropship an, dropshiper, nama dropshiper, sender name, nama olshop pengirim`),
  sender_phone: wordList(`
    hp pengirim, no pengirim di resi, no pengirim, no hp pengirim, telp pengirim, no telp pengirim, wa pengirim, no wa pengirim,
    sender phone, hp dropship, no hp dropship, wa dropship, hp dropshipper, no hp dropshipper, telp dropship, nomor pengirim, nomor hp pengirim`),
  sender_address: wordList(`
    alamat pengirim`),
  free: wordList(`
    ship, send to, data tetap, diserahkan kepada, diantar kepada, antar ke, diantar ke, kirim ke, dikirim ke, kepada, kpd, kpda, kpd yth, kepada yth, kirim kpd, untuk, to, ship to, tujuan, kirimin ke, kirimkan ke, tolong kirim ke,
    data penerima, data pengiriman, pengiriman ke, kirim, yth, data pemesan, data pembeli, data customer, info pemesan,
    info penerima, info pengiriman, detail penerima, detail pengiriman, detail pemesan, data diri,
    krm ke, krm, dikirim kepada, kirim kepada, kirimkan kepada, dikirimkan ke, deliver to, kirim nang, kirim ning, kirimnya ke, krim ke`),
  other: wordList(`
    total, subtotal, sub total, grand total, harga, ongkir, ongkos kirim, berat, tanggal, tgl, total harga,
    total belanja, total bayar, total transfer, total pembayaran, diskon, kode unik, email, e mail, no rek, norek,
    rekening, no rekening, link, ig, instagram, total semua, no resi, resi, username, id, admin, jam, hari,
    subtotal produk, voucher, kode promo, kode voucher, dp`),
};

/** The subject of a part of the text. */
export type Field = keyof typeof LABELS;

/** Those that are plain enough without a sign, at the beginning of a line. */
export const BEGINNING = wordList(`
  kepada yth, kpd yth, yth, nama lengkap, nama penerima, nama pengirim, nama saya, nama, nma, nm, penerima, kpd, kepada, kc, kt, eks, eksp, atas nama, a n, an, alamat lengkap,
  alamat kirim, alamat pengiriman, alamat penerima, alamatnya, alamat, almt, no hp penerima, no hp, nohp, no wa,
  nomor hp, nomer hp, no telp, no tlp, telp, tlp, hp, wa, no hp pengirim, pengirim, kurir, ekspedisi, expedisi,
  catatan, note, kirim ke, dikirim ke, kode pos, kodepos, kd pos, kirimkan ke, tolong kirim ke, pesanan, orderan,
  pembayaran, metode pembayaran, paid by, dropship, nb, warna, ukuran, jumlah, qty`);

/** And in the middle of one. */
export const MIDDLE = wordList(`
  atas nama, alamat lengkap, alamatnya, alamat, almt, tolong kirim ke, kirim ke, dikirim ke, kirimkan ke, no hp,
  no wa, no telp, nomor hp, penerima, catatan, nama pengirim, pengirim, nama penerima, ekspedisi, expedisi,
  kode pos, kodepos,
  alamat saya, alamat kami, alamat rumah, alamat rumahnya, alamat rumah saya, alamat kos, alamat kosnya, alamat kantor, alamate, alamatku, alamat kantornya,
  namanya, penerimanya, nama penerimanya, jeneng, jenengku, jenenge, ngaran, nomornya, nomernya, nomere, nomor hpnya, no hpnya, hpnya, wanya,
  nomor saya, nomer saya, no saya, nomor aku, nomorku, nomerku, no hp saya, no wa saya, wa saya, wa aku, wa ku, wa dia, hp saya, hp aku, hp dia,
  kirim nang, kirim ning, kirimnya ke, pengirimnya atas nama, pengirim atas nama, pengirimnya, kirim atas nama, barangnya, isinya, pesanannya, orderannya, kepada`);

/** Plain enough where a sentence begins, behind a comma or a point. */
export const OF_SENTENCE: string[] = wordList(`
  nama, nama saya, nama penerima, penerima, a n, an, atas nama, alamat, hp, no hp, nohp, wa, no wa, telp, no telp, nomor hp, nomer hp,
  pengirim, catatan, note, kurir, ekspedisi`);
