use super::{HelpStep, HelpTexts, TourTexts};

pub const HELP: HelpTexts = HelpTexts {
    title: "Bantuan",
    intro: "Langkah demi langkah, dari penilaian yang masih kosong sampai laporan dikirim. Halaman ini dapat dibuka tanpa jaringan dan dapat dicetak.",
    contents: "Isi bantuan",
    print: "Cetak bantuan",
    tour: "Tampilkan tur lagi",
    tour_later: "Tur akan tampil ketika Anda membuka sebuah indikator. Mulai penilaian baru, atau buka contohnya.",
    link: "Bantuan untuk halaman ini",
    picture: |of| format!("Gambar: {of}"),
    start: HelpStep {
        heading: "Mulai penilaian",
        lines: [
            "Di Beranda, tekan “Mulai penilaian baru”.",
            "Isi nama instansi, jenis, dan tahunnya. Instrumen diusulkan menurut tahun.",
            "Ingin melihat-lihat dahulu? Tekan “Coba dengan contoh”.",
        ],
        alt: "Formulir penilaian baru dengan nama instansi, jenis, dan tahun.",
    },
    units: HelpStep {
        heading: "Bagi indikator kepada unit",
        lines: [
            "Di Unit, tambahkan unit. Tekan “Atur”, lalu centang indikator yang diampunya.",
            "Tulis petunjuk dan tenggat, lalu tekan “Simpan semua paket (ZIP)”.",
            "Kirim setiap paket kepada unitnya. Unit membukanya di Takar pada komputernya sendiri.",
        ],
        alt: "Halaman Unit: setiap unit dengan jumlah indikator yang sudah terisi dan tombol untuk menyimpan paketnya.",
    },
    answer: HelpStep {
        heading: "Jawab indikator",
        lines: [
            "Baca kriteria dari tingkat 1 ke atas. Pilih tingkat tertinggi yang terpenuhi bersama semua tingkat di bawahnya.",
            "Tulis Fakta dan Analisis pada tingkat yang dipilih.",
            "Arti kata-kata sulit ada di “Istilah pada indikator ini”.",
        ],
        alt: "Tangga lima tingkat sebuah indikator dengan satu tingkat yang dipilih.",
    },
    evidence: HelpStep {
        heading: "Tambahkan bukti",
        lines: [
            "Pada tingkat yang dibuktikan, tekan “Tambah bukti”. Pilih dokumen yang ada, atau buat yang baru.",
            "Berkas boleh dilepas di atas tingkatnya. Isinya tetap di tempatnya; Takar mencatat nama, ukuran, dan SHA-256.",
            "Di Bukti, catat hasil pemeriksaan setiap dokumen: diterima, perlu revisi, atau ditolak.",
        ],
        alt: "Sebuah tingkat dengan butir bukti yang diminta, dokumen yang tertaut, dan statusnya.",
    },
    merge: HelpStep {
        heading: "Gabungkan kiriman unit",
        lines: [
            "Di Unit, buka berkas yang dikirim kembali. Beberapa berkas boleh dipilih sekaligus.",
            "Takar menunjukkan dahulu apa yang berubah. Bila dua orang mengisi hal yang sama, Anda yang memilih.",
            "Tekan “Gabungkan”. Titik pemulihan dibuat sebelumnya, jadi keadaan lama dapat dikembalikan.",
        ],
        alt: "Pratinjau penggabungan dengan jumlah yang baru, yang diambil, dan yang perlu dipilih.",
    },
    index: HelpStep {
        heading: "Periksa indeks",
        lines: [
            "Ringkasan menunjukkan indeks yang diklaim dan indeks yang didukung bukti.",
            "“Lihat perhitungan” menguraikan angkanya sampai ke setiap indikator.",
            "Isi target untuk melihat selisihnya. Indikator yang belum terisi dihitung dengan nilai terendah.",
        ],
        alt: "Ringkasan dengan indeks, predikat, dan indeks yang didukung bukti.",
    },
    stages: HelpStep {
        heading: "Lalui tahapan dan interviu",
        lines: [
            "Bila penilaian mandiri selesai, tutup tahapnya di Tahapan. Nilainya lalu dibekukan.",
            "Catat nilai asesor pada tahap berikutnya, cukup untuk indikator yang berubah.",
            "Di Interviu, susun sesi dan catat pertanyaan beserta tindak lanjutnya. Tenggat dihitung dalam hari kerja.",
        ],
        alt: "Penilaian mandiri dan penilaian dokumen yang sudah ditutup, masing-masing dengan indeksnya.",
    },
    plan: HelpStep {
        heading: "Susun rencana",
        lines: [
            "Di Rencana, pilih tujuannya. Takar menghitung langkah yang paling ringan untuk sampai ke sana.",
            "Ubah bobot kerja, atau kunci indikator yang tidak akan dikerjakan.",
            "Masukkan langkah ke rencana aksi, lalu isi unit dan tenggatnya.",
        ],
        alt: "Langkah pada jalan terpendek, masing-masing dengan kenaikan indeks dan bobot kerjanya.",
    },
    report: HelpStep {
        heading: "Cetak laporan",
        lines: [
            "Di Laporan, centang isinya dan periksa pratinjaunya.",
            "Isi kop dan penanda tangan satu kali; keduanya tersimpan di draf.",
            "Tekan “Cetak”. Untuk PDF, pilih “Simpan sebagai PDF” di jendela cetak.",
        ],
        alt: "Pratinjau laporan dengan kop, indeks, dan predikat.",
    },
    send: HelpStep {
        heading: "Kirim kepada orang lain",
        lines: [
            "“Simpan ke berkas” membuat satu berkas berisi seluruh penilaian. Kirim lewat surel atau diska lepas (flashdisk).",
            "Penerima membukanya di Takar, dari Beranda.",
            "Takar sendiri tidak mengirim apa pun, termasuk ke aplikasi kementerian.",
        ],
        alt: "Halaman Tukar data dengan tombol Simpan ke berkas dan waktu terakhir disimpan.",
    },
    backup: HelpStep {
        heading: "Buat cadangan",
        lines: [
            "Draf hanya ada di peramban ini. Di Pengaturan, tekan “Buat cadangan” dan simpan berkasnya di tempat lain.",
            "Beri kata sandi bila isinya tidak boleh dibaca orang lain. Kata sandi yang hilang tidak dapat dipulihkan.",
            "Untuk mengembalikannya, buka berkas cadangan itu dari Beranda.",
        ],
        alt: "Bagian Cadangan di Pengaturan dengan pilihan kata sandi.",
    },
    trouble: "Bila ada masalah",
    troubles: [
        (
            "Tertulis “BELUM tersimpan”",
            "Pekerjaan Anda masih ada di halaman. Tekan “Simpan ke berkas”, lalu kosongkan ruang di Ruang penyimpanan.",
        ),
        (
            "Tertulis “Hanya di memori”",
            "Peramban memblokir penyimpanan, misalnya dalam mode privat. Simpan ke berkas sebelum menutup halaman.",
        ),
        (
            "Salah mengubah sesuatu",
            "Tekan “Urungkan” di bilah atas. Untuk keadaan yang lebih lama, buka Tukar data, lalu Titik pemulihan.",
        ),
        ("Draf terhapus", "Di Beranda, draf itu ada di “Baru dihapus” sampai Anda menghapusnya selamanya."),
        (
            "Draf tidak terlihat",
            "Draf tersimpan per peramban dan per komputer. Buka peramban yang dahulu dipakai, atau buka berkas cadangannya.",
        ),
        (
            "Berkas tidak dapat dibuka",
            "Pesannya menyebut letak kesalahan dan langkah berikutnya. Bila berkasnya rusak, minta pengirim menyimpannya sekali lagi.",
        ),
        (
            "Bentrok dengan tab lain",
            "Takar menunjukkan kedua isian. Pilih salah satu; keduanya tetap ada sampai Anda memilih.",
        ),
        (
            "Jaringan terputus",
            "Lanjutkan saja. Setelah kunjungan pertama, semua halaman tetap dapat dipakai tanpa jaringan.",
        ),
    ],
    keys_title: "Pintasan papan ketik",
    keys: [
        "Memilih tingkat pada tangga.",
        "Ke indikator berikutnya.",
        "Ke indikator sebelumnya.",
        "Mengurungkan perubahan terakhir.",
        "Mengulangi perubahan yang diurungkan.",
        "Berpindah indikator dalam mode rapat.",
        "Menutup tur, atau keluar dari mode rapat.",
    ],
    walk: TourTexts {
        name: "Tur singkat",
        at: |step, all| format!("{step} dari {all}"),
        steps: [
            (
                "Daftar indikator",
                "Semua indikator ada di sini, lengkap dengan tingkatnya. Anda dapat mencari dan menyaringnya.",
            ),
            (
                "Tangga lima tingkat",
                "Baca kriteria mulai dari tingkat 1, lalu pilih tingkat tertinggi yang terpenuhi. Fakta dan Analisis ditulis pada tingkat itu.",
            ),
            (
                "Bukti pada tingkatnya",
                "Tautkan dokumen pada tingkat yang dibuktikannya. Sebuah tingkat dihitung sebagai didukung setelah buktinya diterima.",
            ),
            (
                "Indeks dan penyimpanan",
                "Indeks dihitung ulang pada setiap pilihan. Pekerjaan tersimpan sendiri di komputer ini.",
            ),
        ],
        last_of_package: (
            "Penyimpanan",
            "Pekerjaan tersimpan sendiri di komputer ini. Bila selesai, buka “Kirim kembali”.",
        ),
        last_unkept: (
            "Indeks dan pekerjaan Anda",
            "Indeks dihitung ulang pada setiap pilihan. Pekerjaan tidak tetap tersimpan di komputer ini; bawa lewat Tukar data sebelum Anda selesai.",
        ),
        skip: "Lewati",
        back: "Kembali",
        next: "Lanjut",
        done: "Selesai",
    },
};
