use super::{Hindrance, OfflineTexts, UpdateTexts};

pub const UPDATE: UpdateTexts = UpdateTexts {
    available: "Versi baru Takar siap dipakai.",
    what: "Pekerjaan di semua tab Takar disimpan dahulu, lalu setiap tab dimuat ulang di halaman yang sama. Formulir yang belum selesai perlu diisi lagi.",
    take: "Perbarui sekarang",
    later: "Nanti saja",
    taking: "Menyimpan pekerjaan di semua tab…",
    not_taken: "Belum diperbarui, dan tidak ada yang berubah.",
    hindrance: |hindrance, here, name| {
        let tab = if here { "Tab ini" } else { "Tab lain" };
        match hindrance {
            Hindrance::Unsaved => format!(
                "{tab}: pekerjaan pada “{name}” belum dapat disimpan. Simpan ke berkas dan kosongkan ruang di sana, lalu coba lagi."
            ),
            Hindrance::Memory => format!(
                "{tab}: “{name}” hanya ada di memori dan hilang bila halaman dimuat ulang. Simpan ke berkas, lalu tutup tab itu."
            ),
            Hindrance::Busy => {
                format!("{tab}: berkas masih diproses ({name}). Tunggu sampai selesai, lalu coba lagi.")
            }
            Hindrance::Undecided => format!(
                "{tab}: berkas “{name}” sudah dibuka, tetapi belum diputuskan. Selesaikan atau batalkan, lalu coba lagi."
            ),
            Hindrance::Silent => {
                format!("{tab}: tidak menjawab. Buka tab itu atau tutup, lalu coba lagi.")
            }
        }
    },
};

pub const OFFLINE: OfflineTexts = OfflineTexts {
    title: "Tanpa jaringan dan pembaruan",
    ready: "Takar siap dipakai tanpa jaringan, juga setelah peramban ditutup.",
    fetching: "Berkas Takar sedang disimpan di peramban ini agar dapat dipakai tanpa jaringan.",
    failed: "Berkas Takar belum tersimpan semua, jadi Takar belum dapat dipakai tanpa jaringan. Penyebabnya jaringan yang terputus atau ruang yang habis. Takar mencoba lagi bila halaman dibuka kembali.",
    partial: |count| {
        format!(
            "Sebagian berkas Takar ({count}) terhapus dari peramban ini. Takar mengambilnya lagi begitu server terjangkau."
        )
    },
    none: "Takar tidak dapat disimpan untuk pemakaian tanpa jaringan di sini: peramban tidak mendukungnya, melarangnya, atau halaman dibuka tanpa HTTPS. Pekerjaan Anda tidak terpengaruh.",
    version: |version, mark| format!("Versi {version} ({mark})"),
    kept: |files, size| format!("{files} berkas, {size}"),
    when: "Versi baru diunduh di latar belakang. Versi itu dipakai bila Anda menyetujuinya, atau saat Takar dibuka kembali setelah semua tabnya ditutup.",
    install: "Takar juga dapat dipasang seperti aplikasi: pilih “Pasang” atau “Tambahkan ke layar utama” di menu peramban.",
    check: "Periksa versi baru",
    checking: "Memeriksa…",
    newest: "Tidak ada versi yang lebih baru.",
    unreachable: "Server tidak dapat dijangkau. Versi baru diperiksa lagi nanti.",
    downloading: "Versi baru sedang diunduh.",
};
