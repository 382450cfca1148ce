use super::{KioskTexts, SiteTexts};

pub const SITE: SiteTexts = SiteTexts {
    unused: |why| {
        format!(
            "Berkas konfigurasi takar.json tidak dipakai. {why} Takar berjalan dengan setelan bawaan yang aman. Beri tahu pengelola situs ini."
        )
    },
    unreachable: "Berkas itu tidak dapat diambil dari server.",
    newer: |version| format!("Berkas itu ditulis dalam versi {version}, yang belum dikenal Takar ini."),

    own_tab: "Buka di tab sendiri",
    own_tab_text: "Tab baru tidak membawa pekerjaan ini: simpan ke berkas dahulu, lalu buka berkas itu di sana.",
    framed: "Di dalam halaman lain",
    framed_text: "Takar sedang tampil di dalam halaman lain. Peramban dapat menyimpan draf di sini terpisah dari draf di tab sendiri, dan menghapusnya lebih cepat. Simpan pekerjaan penting ke berkas.",
    connected: |origin| format!("Terhubung dengan {origin}."),
    not_connected: "Belum ada portal yang terhubung.",
    no_origins: "Konfigurasi situs ini tidak mendaftarkan portal, jadi Takar tidak menanggapi pesan apa pun.",
    ignored: |strangers, malformed| {
        format!(
            "Pesan yang diabaikan: {strangers} dari asal yang tidak terdaftar, {malformed} dari portal dengan bentuk yang tidak dikenal."
        )
    },
    last_stranger: |origin| format!("Asal terakhir yang tidak terdaftar: {origin}"),

    as_text: "Sebagai teks",
    as_text_text: "Bila berkas tidak dapat disimpan di komputer ini, salin isinya sebagai teks lalu tempelkan di tempat lain, misalnya di surel. Teks itu dapat dibuka lagi di halaman Buka berkas.",
    copy: "Salin sebagai teks",
    copied: "Seluruh penilaian disalin sebagai teks.",
    not_copied: "Peramban tidak mengizinkan penyalinan. Pilih seluruh teks di bawah, lalu salin sendiri.",
    text_of_draft: "Teks penilaian ini",
    paste: "Tempel teks",
    paste_label: "Isi berkas sebagai teks",
    paste_help: "Tempelkan seluruh isi berkas Takar, dari kurung kurawal pertama sampai terakhir. Isinya ditampilkan dahulu sebelum ada yang berubah.",
    open_text: "Buka teks",
    nothing_pasted: "Tempelkan teksnya dahulu.",
    pasted_name: "Teks yang ditempelkan",
    kiosk: KioskTexts {
        title: "Penilaian mandiri di komputer bersama",
        intro: "Pekerjaan Anda hanya ada selama kunjungan ini dan tidak tersimpan di komputer ini.",
        idle: |time| {
            format!("Bila layar tidak disentuh selama {time}, kunjungan diakhiri dan semuanya dihapus.")
        },
        minutes: |count| format!("{count} menit"),
        seconds: |count| format!("{count} detik"),
        start: "Mulai",
        your_work: "Pekerjaan Anda",
        look: "Lihat saja",
        others: |count| {
            format!(
                "Peramban ini juga menyimpan {count} draf dari pemakaian biasa. Draf itu tidak ditampilkan di sini dan tidak dihapus."
            )
        },
        calm: "Komputer bersama: pekerjaan dihapus saat kunjungan berakhir.",
        to_start: "Ke awal",
        done: "Selesai",
        done_title: "Akhiri kunjungan ini?",
        done_text: "Semua yang Anda isi di sini dihapus dari komputer ini dan tidak dapat dikembalikan.",
        clipboard: "Teks yang pernah disalin tetap ada di papan klip komputer ini sampai ada teks lain yang disalin.",
        downloads: "Berkas yang pernah diunduh tetap ada di komputer ini. Pindahkan ke tempat penyimpanan Anda.",
        erase: "Hapus dan akhiri",
        go_on: "Lanjutkan",
        idle_title: "Anda masih di sini?",
        idle_text: "Layar sudah lama tidak disentuh. Tanpa jawaban, kunjungan diakhiri dan semua yang diisi dihapus.",
        left: |seconds| format!("Sisa waktu: {seconds} detik"),
        not_here: "Tidak tersedia di komputer bersama",
        not_here_text: "Halaman ini dimatikan pada komputer yang dipakai bergantian.",
    },
};
