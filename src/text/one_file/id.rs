use super::OneFileTexts;

pub const ONE_FILE: OneFileTexts = OneFileTexts {
    save: "Simpan sebagai HTML",
    save_all: "Simpan semua sebagai HTML (ZIP)",
    about: "Berkas HTML memuat Takar beserta paketnya. Unit cukup mengeklik dua kali berkas itu dan mengisinya tanpa jaringan. Ukurannya sekitar 3 MB per unit.",
    preparing: "Menyiapkan berkas HTML…",
    no_page: "Berkas HTML belum dapat dibuat karena takar.html tidak dapat diambil dari alamat Takar ini. Periksa sambungan lalu coba lagi, atau simpan sebagai berkas biasa (JSON).",
    carry_title: "Lanjutkan di komputer lain",
    carry_text: "Simpan satu berkas HTML yang memuat Takar beserta semua yang sudah diisi, lalu buka dengan klik dua kali di komputer lain, tanpa jaringan. Ini juga jalan keluar bila peramban ini tidak dapat menyimpan.",
    carry: "Simpan HTML dengan isinya",
    kept_here: "Isian Anda tersimpan di peramban ini, bukan di dalam berkas HTML. Untuk melanjutkan, buka lagi berkas yang sama dengan peramban yang sama. Jangan pindahkan atau ganti nama berkasnya sebelum selesai.",
    title: "Takar dalam satu berkas",
    text: "Satu berkas HTML memuat seluruh Takar. Simpan di diska lepas atau kirim kepada rekan; berkas itu dibuka dengan klik dua kali, tanpa jaringan dan tanpa memasang apa pun. Draf Anda tidak ikut di dalamnya.",
    save_page: "Simpan takar.html",
    is_one: "Takar ini dibuka dari sebuah berkas HTML. Draf tersimpan di peramban ini, bukan di dalam berkas itu. Di Firefox draf terikat pada nama dan folder berkas; buat cadangan sebelum memindahkannya. Di Chrome dan Edge semua berkas HTML di komputer ini berbagi satu penyimpanan, jadi buka hanya berkas dari pengirim yang Anda kenal.",
};
