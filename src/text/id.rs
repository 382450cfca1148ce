//! Bahasa Indonesia.

use super::expected::in_indonesian;
use super::texts::*;
use super::{Language, evidence_status, stage, value};
use crate::assessment::{Refused, YEARS};
use crate::exchange::{BACKUP_KIND, ENCRYPTED_BACKUP_KIND, Problem};

/// What the first screen needs.
pub const FRONT: Front = Front {
    months: ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
    stages: [
        "penilaian mandiri",
        "penilaian dokumen",
        "penilaian interviu",
        "penilaian visitasi",
        "hasil akhir",
    ],
    frame: FRAME,
    home: HOME,
    update: super::offline::id::UPDATE,
};

const FRAME: Frame = Frame {
    app: "Takar",
    skip: "Lewati ke isi halaman",
    home: "Beranda",
    switch_language: "EN",
    switch_language_label: "EN, ganti ke bahasa Inggris",
    parts_label: "Bagian penilaian",
    assess: "Penilaian",
    summary: "Ringkasan",
    files: "Tukar data",
    instrument: "Instrumen",
    undo: "Urungkan",
    redo: "Ulangi",
    undone: "Perubahan terakhir diurungkan.",
    redone: "Perubahan terakhir diulangi.",
    export: "Simpan ke berkas",
    exported: |name| format!("Berkas {name} disimpan ke folder unduhan."),
    export_failed: |why| {
        format!(
            "Peramban menolak menyimpan berkas ({why}). Pekerjaan Anda tetap ada di halaman ini. Periksa izin unduhan, lalu coba lagi."
        )
    },
    saved_at: |time| format!("Tersimpan {time}"),
    saved: "Tersimpan",
    saving: "Menyimpan…",
    save_failed: "BELUM tersimpan",
    in_memory: "Hanya di memori",
    memory_banner: "Peramban ini memblokir penyimpanan, jadi pekerjaan hanya ada di halaman ini dan hilang bila halaman ditutup. Simpan ke berkas sebelum menutupnya.",
    failed_banner: "Perubahan terakhir belum tersimpan karena penyimpanan peramban penuh atau diblokir. Pekerjaan masih ada di halaman ini. Simpan ke berkas sekarang, lalu kosongkan ruang.",
    save_to_file: "Simpan ke berkas",
    close: "Tutup",
    loading: "Memuat…",
    drop_here: "Lepaskan berkas untuk melihat isinya",
    not_found: "Halaman tidak ditemukan",
    not_found_text: "Alamat ini tidak menunjuk ke halaman mana pun di Takar. Periksa tautannya atau mulai dari Beranda.",
    no_draft: "Draf tidak ada di komputer ini",
    no_draft_text: "Tautan ini menunjuk ke draf yang tersimpan di peramban lain atau sudah dihapus. Bila Anda memiliki berkasnya, buka lewat Beranda.",
    go_home: "Ke Beranda",
    instrument_failed: |id| {
        format!("Instrumen {id} tidak dapat dimuat. Draf Anda aman. Periksa sambungan, lalu coba lagi.")
    },
    try_again: "Coba lagi",
    footer: "Semua data tetap di komputer ini. Tidak ada yang dikirim ke mana pun.",
    national: "Hasil nasional SPBE",
    settings: "Pengaturan",
    help: "Bantuan",
    year: |year| format!("tahun {year}"),
};

const HOME: Home = Home {
    title: "Penilaian mandiri SPBE dan Pemerintah Digital, langsung di peramban",
    what: "Isi tingkat kematangan setiap indikator dan lihat indeks serta predikatnya saat itu juga. Semua data tetap di komputer ini; hasilnya dapat dibawa sebagai berkas.",
    start: "Mulai penilaian baru",
    open: "Buka berkas",
    example: "Coba dengan contoh",
    example_failed: "Contoh tidak dapat dimuat. Draf Anda tidak berubah. Periksa sambungan, lalu coba lagi.",
    drafts: "Draf di komputer ini",
    no_drafts: "Belum ada draf. Mulai penilaian baru, buka berkas yang Anda terima, atau lihat contohnya.",
    answered: |done, total| format!("{done} dari {total} indikator terisi"),
    package: |unit| format!("Paket kerja {unit}"),
    changed: |when| format!("diubah {when}"),
    changed_by: |when, who| format!("diubah {when} oleh {who}"),
    rename: "Ubah nama",
    duplicate: "Gandakan",
    delete: "Hapus",
    action_on: |action, name| format!("{action}: {name}"),
    new_name: "Nama draf",
    save: "Simpan",
    cancel: "Batal",
    renamed: "Nama draf diubah.",
    duplicated: "Salinan dibuat.",
    copy_of: |name| format!("{name} (salinan)"),
    deleted: |name| format!("Draf {name} dihapus."),
    restore: "Kembalikan",
    restored: "Draf dikembalikan.",
    trash: "Baru dihapus",
    trash_text: "Draf yang dihapus disimpan di sini sampai Anda menghapusnya selamanya.",
    purge: "Hapus selamanya",
    unreadable: "Draf ini tidak dapat dibaca",
    unreadable_newer: "Draf ini dibuat dengan Takar yang lebih baru",
    unreadable_text: "Isinya tidak diubah dan tidak akan ditimpa. Unduh salinannya, lalu buka di Takar terbaru atau minta bantuan pengelola.",
    download: "Unduh salinan",
    manage: "Hapus…",
    instruments: "Tentang instrumen",
    could_not_store: "Penyimpanan peramban penuh atau diblokir, jadi tindakan ini tidak dilakukan dan draf tidak berubah. Kosongkan ruang, lalu coba lagi.",
};

pub const TEXTS: Texts = Texts {
    agency_kinds: [
        "Kementerian",
        "Instansi pusat lain",
        "Pemerintah provinsi",
        "Pemerintah kabupaten",
        "Pemerintah kota",
    ],
    frame: FRAME,
    home: HOME,
    new: New {
        title: "Mulai penilaian baru",
        intro: "Semua isian dapat diubah nanti.",
        agency: "Nama instansi",
        agency_help: "Ketik beberapa huruf; saran berasal dari daftar hasil evaluasi resmi 2023 dan 2024.",
        kind: "Jenis instansi",
        choose: "Pilih jenis",
        year: "Tahun penilaian",
        instrument: "Instrumen",
        why_spbe: "Diusulkan SPBE 2020: penilaian tahun 2021 sampai 2025 memakai Permen PANRB 59/2020.",
        why_pemdi: "Diusulkan Pemdi 2026: mulai tahun 2026 berlaku Permen PANRB 8/2026, yang mencabut Permen PANRB 59/2020.",
        why_other: "Anda memilih instrumen yang berbeda dari usulan untuk tahun ini.",
        target: "Target indeks (boleh kosong)",
        target_help: "Antara 1,00 dan 5,00, misalnya 3,00.",
        who: "Nama Anda (boleh kosong)",
        who_help: "Dicatat pada setiap perubahan, hanya di komputer ini dan di berkas yang Anda simpan.",
        create: "Buat penilaian",
        errors: "Ada isian yang perlu diperbaiki",
        need_agency: "Isi nama instansi.",
        need_kind: "Pilih jenis instansi.",
        bad_target: "Target harus berupa angka antara 1,00 dan 5,00, misalnya 3,00. Kosongkan bila belum ada.",
    },
    assess: Assess {
        indicators: "Indikator",
        show_indicators: "Daftar indikator",
        search: "Cari indikator",
        filter: "Tampilkan",
        all: "Semua",
        open_only: "Belum diisi",
        unsupported: "Klaim belum didukung bukti",
        below_target: "Di bawah target",
        no_target: "Draf ini belum memiliki target. Tetapkan di Ringkasan agar indikator di bawah target dapat disaring.",
        nothing_found: "Tidak ada indikator yang cocok. Ubah kata pencarian atau saringannya.",
        show_all: "Tampilkan semua",
        level: |level| format!("tingkat {level}"),
        level_of: |level, top, title| format!("tingkat {level} dari {top}, {title}"),
        unanswered: "belum diisi",
        ladder: "Tingkat kematangan",
        chosen: "dipilih",
        backed: "didukung bukti",
        not_backed: "belum didukung bukti",
        weight: |percent| format!("Bobot {percent}%"),
        note: "Catatan",
        also_called: "Nama lain",
        supervisors: "Instansi pembina",
        external_value: |index, owner| {
            format!("Nilai berasal dari {index} ({owner}); isi nilai hasil konversinya.")
        },
        external_evidence: |index, owner| format!("{index} ({owner}) dipakai sebagai bukti."),
        value: "Nilai",
        value_help: |min, max| format!("Angka antara {min} dan {max}, paling banyak dua desimal."),
        bad_value: "Tulis angka dengan paling banyak dua desimal, misalnya 2,75. Nilai sebelumnya tetap dipakai.",
        facts: "Fakta",
        facts_help: "Dokumen atau aplikasi apa yang ada: nama, nomor, tahun, bab atau halaman.",
        analysis: "Analisis",
        analysis_help: "Mengapa fakta itu memenuhi kriteria tingkat yang dipilih.",
        explain_first: "Fakta dan Analisis muncul pada tingkat yang Anda pilih.",
        clear: "Kosongkan tingkat",
        cleared: "Tingkat dikosongkan; Fakta dan Analisis tetap ada.",
        previous: "Sebelumnya",
        next: "Berikutnya",
        to_summary: "Ke Ringkasan",
        keys: "Tombol panah memilih tingkat; Alt+N dan Alt+P berpindah indikator.",
        own_words: "Kriteria diringkas dengan kata-kata Takar, bukan kutipan peraturan.",
        changed: |when| format!("Jawaban ini diubah {when}"),
    },
    score: ScoreTexts {
        panel: "Nilai sementara",
        claimed: |index| format!("{index} (klaim)"),
        target: "Target",
        no_target: "belum ada",
        gap: |gap| format!("kurang {gap}"),
        reached: "tercapai",
        range: "Masih dapat mencapai",
        range_value: |low, high| format!("{low} sampai {high}"),
        answered: "Terisi",
        answered_of: |done, total| format!("{done} dari {total}"),
        open_count: |open| format!("{open} indikator belum diisi dan dihitung sebagai nilai terendah."),
        gain: |gain| format!("Naik satu tingkat di indikator ini menambah indeks {gain}."),
        at_top: "Indikator ini sudah di tingkat tertinggi.",
        if_rounded: |exact, rounded, predicate| {
            format!(
                "Predikat memakai nilai tepat {exact}. Bila dibulatkan dahulu menjadi {rounded}, predikatnya {predicate}."
            )
        },
        gauge: |index, scale| format!("Indeks {index} pada skala {scale}"),
        gauge_target: |index, scale, target| format!("Indeks {index} pada skala {scale}, target {target}"),
        changed: |index, predicate| format!("Indeks {index}, {predicate}"),
    },
    summary: Summary {
        title: "Ringkasan",
        of: |index, agency, year| format!("{index} {agency}, tahun {year}"),
        band: |from, to| format!("{from} sampai kurang dari {to}"),
        band_top: |from, to| format!("{from} sampai {to}"),
        show_sums: "Lihat perhitungan",
        radar: |count| format!("Diagram radar nilai {count} aspek. Angkanya ada di tabel Domain dan aspek."),
        sections: "Domain dan aspek",
        section: "Bagian",
        weight: "Bobot",
        value: "Nilai",
        adds: "Sumbangan ke indeks",
        answered: "Terisi",
        steps: "Langkah yang paling menaikkan indeks",
        steps_text: "Kenaikan indeks bila satu indikator naik satu tingkat.",
        indicator: "Indikator",
        level: "Tingkat",
        next_level: "Tingkat berikutnya",
        gain: "Kenaikan indeks",
        all_indicators: "Semua indikator",
        data: "Data penilaian",
        data_save: "Simpan data",
        data_saved: "Data penilaian disimpan.",
        change_target: "Ubah target",
        all_top: "Semua indikator sudah di tingkat tertinggi.",
    },
    sums: Sums {
        title: "Perhitungan indeks",
        intro: "Setiap nilai dikalikan bobotnya, lalu dijumlahkan. Tidak ada pembulatan di tengah perhitungan, jadi Anda dapat memeriksanya dengan kalkulator.",
        number: "No.",
        product: "Nilai × bobot",
        sum: "Jumlah",
        divide: |sum, weight, result| format!("{sum} ÷ {weight} {result}"),
        whole: "Indeks",
        rounding: |exact, rounded| {
            format!(
                "Nilai tepat {exact} ditampilkan dengan dua desimal (setengah dibulatkan ke atas): {rounded}."
            )
        },
        predicates: "Predikat",
        predicate: "Predikat",
        from: "Mulai",
        to: "Sampai",
        below: |to| format!("kurang dari {to}"),
        up_to: |to| format!("{to} (termasuk)"),
        here: "di sini",
        counted_as_min: |min| format!("belum diisi, dihitung {min}"),
        back: "Kembali ke Ringkasan",
    },
    files: Files {
        title: "Tukar data",
        export_title: "Simpan ke berkas",
        export_text: |name| {
            format!(
                "Tombol Simpan ke berkas di atas mengunduh {name}. Berkas itu memuat seluruh jawaban draf ini dan dapat dibuka dengan Takar di komputer lain."
            )
        },
        import_title: "Buka berkas",
        import_text: "Pilih berkas Takar (.json) atau seret ke halaman ini. Isinya ditampilkan dahulu sebelum ada yang berubah.",
        choose: "Pilih berkas",
    },
    recovery: RecoveryTexts {
        title: "Titik pemulihan",
        intro: "Keadaan draf ini pada waktu yang lalu. Anda dapat membandingkannya dengan keadaan sekarang dan mengembalikannya.",
        back: "Kembali ke Tukar data",
        link: "Lihat titik pemulihan",
        link_text: "Keadaan draf ini pada waktu yang lalu, disimpan otomatis atau atas permintaan Anda.",
        make_title: "Simpan keadaan sekarang",
        name: "Nama (boleh kosong)",
        name_help: "Misalnya: sebelum rapat pimpinan",
        make: "Buat titik pemulihan",
        made: "Titik pemulihan dibuat.",
        found: "Salinan yang ditemukan kemudian",
        list: "Titik pemulihan yang tersimpan",
        none: "Belum ada titik pemulihan. Buat satu di atas sebelum perubahan besar.",
        kept: |daily, other| {
            format!(
                "Yang dibuat otomatis disimpan paling banyak {daily} untuk hari kerja dan {other} untuk kejadian lain; bila ruang penyimpanan penuh, yang tertua dihapus lebih dahulu. Yang Anda buat atau beri nama tidak pernah dihapus otomatis."
            )
        },
        reasons: [
            "Dibuat sendiri",
            "Awal hari kerja",
            "Sebelum daftar bukti dimasukkan",
            "Sebelum penggabungan",
            "Sebelum draf diganti",
            "Sebelum pengembalian",
            "Sebelum tahap ditutup atau dibuka kembali",
            "Dibuat otomatis",
        ],
        wanted: "tidak dihapus otomatis",
        index: |index, predicate| format!("indeks {index} ({predicate})"),
        by: |who| format!("oleh {who}"),
        compare: "Bandingkan",
        bring_back: "Kembalikan",
        brought_back: "Draf dikembalikan ke titik pemulihan. Keadaan sebelumnya disimpan sebagai titik pemulihan baru.",
        rename: "Beri nama",
        renamed: "Nama titik pemulihan disimpan.",
        delete: "Hapus",
        delete_asks: "Hapus titik pemulihan ini selamanya? Draf tidak berubah.",
        deleted: "Titik pemulihan dihapus.",
        unreadable: "Titik pemulihan ini tidak dapat dibaca. Isinya tidak diubah; unduh salinannya sebelum menghapusnya.",
        other_instrument: "Titik pemulihan ini memakai instrumen lain, jadi tidak dapat dibandingkan.",
        no_change: "Tidak ada yang berubah sejak itu.",
        changes: |n| format!("{n} isian berubah sejak itu."),
        index_then_now: |then, now| format!("Indeks waktu itu {then}, sekarang {now}."),
        then: "Waktu itu",
        now: "Sekarang",
        general: "Data penilaian",
        documents: "Bukti dukung",
        indicator: |number, title| format!("{number}. {title}"),
        gave_way: |n| {
            if n == 1 {
                "Satu titik pemulihan otomatis tertua dihapus agar pekerjaan Anda tersimpan.".to_owned()
            } else {
                format!("{n} titik pemulihan otomatis tertua dihapus agar pekerjaan Anda tersimpan.")
            }
        },
    },
    space: SpaceTexts {
        title: "Ruang penyimpanan",
        intro: "Draf tersimpan di peramban ini. Peramban biasanya memberi sekitar 5 MB untuk satu situs.",
        used: |size| format!("Terpakai {size}."),
        open: "Lihat ruang penyimpanan",
        taken: |what| format!("Yang paling banyak memakai ruang: {what}."),
        unreadable: |id| format!("Draf yang tidak dapat dibaca ({id})"),
        in_trash: |name| format!("{name}, sudah dihapus"),
        snapshots_of: |n, name| format!("{n} titik pemulihan {name}"),
        draft: |size| format!("Draf {size}"),
        snapshots: |n, size| format!("{n} titik pemulihan {size}"),
        deleted: "sudah dihapus, masih dapat dikembalikan",
        foreign: "Data situs lain di alamat ini",
        foreign_text: "Takar tidak menyentuhnya. Bila perlu, hubungi pengelola situs.",
        none: "Belum ada draf di peramban ini. Mulai penilaian baru atau buka berkas lewat Beranda.",
        save: "Simpan ke berkas",
        clear: "Hapus titik pemulihan otomatis",
        cleared: |n| format!("{n} titik pemulihan otomatis dihapus."),
        erase_asks: |name| {
            format!(
                "Hapus {name} beserta titik pemulihannya selamanya? Tindakan ini tidak dapat dibatalkan. Bila masih diperlukan, simpan salinannya dahulu."
            )
        },
        erased: |name| format!("{name} dihapus selamanya."),
        unsaved: "Draf ini memuat perubahan yang belum tersimpan. Simpan ke berkas dahulu, atau kosongkan ruang dengan menghapus yang lain.",
    },
    open: Open {
        title: "Buka berkas",
        reading: "Membaca berkas…",
        none: "Belum ada berkas yang dipilih. Pilih berkas Takar (.json) atau seret ke halaman ini.",
        failed: "Berkas tidak dapat dibuka",
        unchanged: "Tidak ada draf yang diubah.",
        preview: "Isi berkas",
        file: "Berkas",
        agency: "Instansi",
        instrument: "Instrumen",
        stage: "Tahap",
        answers: "Terisi",
        index: "Indeks",
        changed: "Perubahan terakhir",
        here: "Di komputer ini",
        in_file: "Di berkas",
        same_draft: "Draf yang sama sudah ada di komputer ini. Sebelum diganti, keadaannya disimpan sebagai titik pemulihan.",
        new_draft: "Draf ini belum ada di komputer ini.",
        differences: |n| format!("{n} jawaban berbeda."),
        document_differences: |n| format!("{n} dokumen atau tautan berbeda."),
        no_differences: "Isinya sama.",
        other_edition: "Berkas ini dibuat dengan edisi lain dari data instrumen. Jawabannya tetap dipakai; indeks dihitung dengan edisi di aplikasi ini.",
        no_digest: "Berkas ini tidak memuat sidik digital, jadi tidak dapat dipastikan bahwa isinya utuh. Bila ragu, cocokkan isinya dengan pengirim.",
        as_new: "Buka sebagai draf baru",
        replace: "Ganti draf di komputer ini",
        cancel: "Batal",
        opened: "Berkas dibuka sebagai draf baru.",
        replaced: "Draf diganti dengan isi berkas.",
        bring_back: "Kembalikan yang lama",
    },
    tables: TableTexts {
        register: [
            "Kode",
            "Judul",
            "Jenis",
            "Nomor dokumen",
            "Tanggal",
            "Berlaku sampai",
            "Unit",
            "Lokasi atau tautan",
            "Halaman atau bab",
            "Keterangan",
            "Status bukti",
            "Status sejak (UTC)",
            "Pemeriksa",
            "Catatan pemeriksa",
            "Indikator, tingkat, butir (halaman)",
            "Nama berkas",
            "Ukuran (byte)",
            "Sidik SHA-256",
        ],
        places: ["ind.", "tk.", "hlm."],
        folder: [
            "Hasil",
            "Judul",
            "Kode",
            "Nama berkas terdaftar",
            "Berkas di folder",
            "Ukuran terdaftar (byte)",
            "Sidik SHA-256 terdaftar",
        ],
        outcomes: [
            "Ada dan sama",
            "Ada dengan nama lain",
            "Isinya berubah",
            "Tidak ditemukan",
            "Nama sama, isi tidak dapat dipastikan",
            "Belum ada berkas terdaftar",
            "Salinan",
            "Belum terdaftar",
        ],
    },
    evidence: EvidenceTexts {
        statuses: ["Draf", "Dikirim", "Diterima", "Perlu revisi", "Ditolak"],
        kinds: [
            "Peraturan atau keputusan",
            "Rancangan atau draf",
            "Rencana, arsitektur, atau peta",
            "Anggaran (RKA, DPA)",
            "Pedoman, SOP, atau SLA",
            "Laporan",
            "Laporan atau notula reviu/evaluasi",
            "Laporan audit",
            "Notula, undangan, atau berita acara",
            "Perjanjian (MoU, PKS) atau pakta",
            "Tangkapan layar, dasbor, atau foto",
            "Manual atau video",
            "Alamat layanan atau aplikasi",
            "Daftar, rekap, atau data",
            "Nilai indeks dari instansi lain",
            "Sertifikat atau bukti kompetensi",
            "Lainnya",
        ],
        too_old: |date, years| {
            format!("Bertanggal {date}, padahal di sini harus berusia kurang dari {years} tahun.")
        },
        no_date: "Tanggal dokumen belum diisi, jadi usianya tidak dapat diperiksa.",
        rule: |text| format!("Aturan: {text}"),
        expired: |date| format!("Hanya berlaku sampai {date}."),
        no_item: "Butir bukti yang dijawab dokumen ini belum dipilih.",
        no_item_uncounted: "Butir bukti yang dijawab dokumen ini belum dipilih, jadi belum dihitung.",
        no_kind: |kinds| format!("Jenis dokumen belum dipilih. Butir ini meminta: {kinds}."),
        wrong_kind: |kinds| format!("Jenis dokumen tidak sesuai. Butir ini meminta: {kinds}."),
    },
    work: WorkTexts {
        title: "Membaca berkas",
        cancel: "Batalkan",
        amount: |done, total| format!("{done} dari {total}."),
        left: |minutes, seconds| match minutes {
            0 => format!("Sisa sekitar {seconds} detik."),
            _ => format!("Sisa sekitar {minutes} menit {seconds} detik."),
        },
        busy: "Masih ada berkas yang sedang dibaca. Tunggu sampai selesai, atau batalkan dahulu.",
        cancelled: "Dibatalkan. Tidak ada yang berubah.",
        other_draft: "Anda sudah berpindah ke draf lain, jadi berkas tadi tidak dicatat. Pilih lagi dari draf yang dimaksud.",
        registered: |count| format!("{count} dokumen dicatat."),
        known: |name, title| format!("“{name}” sudah terdaftar sebagai “{title}”, jadi tidak dicatat lagi."),
        more_known: |count| format!("{count} berkas lain juga sudah terdaftar."),
        locked: |count| {
            format!(
                "{count} di antaranya sudah diterima dan terkunci, jadi tidak ditautkan; buka kembali statusnya lebih dahulu."
            )
        },
        changed: |name| format!("“{name}” berubah saat dibaca, jadi belum dipakai. Pilih lagi berkas itu."),
        unreadable: |name| {
            format!(
                "“{name}” tidak dapat dibaca, jadi belum dipakai. Mungkin berkas itu dipindahkan, dihapus, atau sedang dipakai program lain. Tutup program itu, lalu pilih lagi."
            )
        },
        more_failed: |count| format!("{count} berkas lain juga tidak terbaca."),
        noted: "Berkas dicatat: nama, ukuran, dan sidik SHA-256.",
        choose_files: "Pilih berkas",
        choose_folder: "Pilih folder",
        drop_register: "Lepaskan berkas atau folder untuk mendaftarkannya",
        drop_check: "Lepaskan folder untuk memeriksanya",
        drop_document: "Lepaskan berkas dokumen ini",
        stays: "Berkas tetap di tempatnya. Yang dicatat hanya nama, ukuran, dan sidik SHA-256, yaitu tanda pengenal isi berkas; tidak ada yang dikirim.",
    },
    folder: FolderTexts {
        link: "Periksa folder dan buat paket",
        title: "Periksa folder",
        intro: "Pilih folder tempat berkas bukti disimpan. Isinya dibaca di komputer ini saja, lalu dibandingkan dengan yang terdaftar.",
        registered: |count| format!("{count} dokumen memiliki sidik SHA-256 yang dapat dibandingkan."),
        result: "Hasil pemeriksaan",
        looked: |count, size| format!("{count} berkas, {size}."),
        passed_over: |count| format!("{count} berkas bawaan sistem dilewati (Thumbs.db dan sejenisnya)."),
        outcome: "Hasil",
        document: "Dokumen",
        file: "Berkas di folder",
        more: |count| format!("{count} baris lain ada di tabel yang dapat disimpan."),
        save_table: "Simpan tabel (CSV)",
        pack: "Paket bukti",
        pack_intro: "Satu berkas ZIP berisi penilaian dan berkas bukti, tersusun menurut domain, aspek, indikator, dan tingkat, untuk diserahkan atau diunggah satu per satu.",
        pack_text: |count, size| {
            format!(
                "{count} berkas, {size}. Dokumen yang ditautkan di beberapa tingkat disertakan di setiap tingkat."
            )
        },
        pack_left_out: |count| {
            format!(
                "{count} dokumen tidak ikut: berkasnya tidak ada di folder ini, atau isinya bukan yang terdaftar."
            )
        },
        pack_too_large: |size, limit| {
            format!(
                "Berkasnya berjumlah {size}, lebih dari {limit} yang dapat dikemas peramban sekaligus. Pilih sebagian berkas saja, misalnya per domain."
            )
        },
        pack_empty: "Belum ada berkas yang dapat dikemas: di folder ini tidak ada berkas yang sama dengan yang terdaftar.",
        pack_button: "Buat paket (ZIP)",
        packed: |name, size| format!("Paket disimpan: {name} ({size})."),
        pack_changed: |path| {
            format!("“{path}” berubah setelah diperiksa, jadi paket tidak dibuat. Periksa foldernya lagi.")
        },
        pack_unavailable: "Bagian program yang membuat paket tidak dapat dimuat, jadi paket belum dibuat. Periksa sambungan, lalu coba lagi.",
        pack_failed: "Peramban tidak dapat menulis paket ini, jadi paket tidak dibuat. Tutup tab lain atau kosongkan ruang disk, lalu coba lagi.",
    },
    bring: BringTexts {
        title: "Daftar bukti",
        about: |agency, year, documents, links| {
            format!("Daftar bukti {agency} tahun {year}: {documents} dokumen, {links} tautan.")
        },
        receiver: "Masukkan ke draf",
        no_draft: |instrument| {
            format!(
                "Belum ada draf dengan instrumen {instrument} di komputer ini. Mulai penilaian baru atau buka berkas penilaiannya dahulu, lalu buka lagi daftar ini."
            )
        },
        other_agency: |theirs, ours| format!("Daftar ini milik {theirs}, sedangkan draf ini milik {ours}."),
        other_year: |theirs, ours| {
            format!("Daftar ini untuk tahun {theirs}, sedangkan draf ini untuk tahun {ours}.")
        },
        counts: |[new, changed, same, conflicts]| {
            format!("{new} dokumen baru, {changed} dilengkapi, {same} sama, {conflicts} berbeda.")
        },
        all_conflicts: "Untuk semua yang berbeda",
        wishes: ["pertahankan isi draf", "pakai isi berkas", "simpan keduanya"],
        document: "Dokumen",
        fate: "Hasil perbandingan",
        difference: "Perbedaan (draf → berkas)",
        choice: "Pilihan",
        choice_for: |title| format!("Pilihan untuk {title}"),
        new: "baru",
        changed: "dilengkapi",
        same: "sama",
        conflict: "berbeda",
        new_links: |count| format!("{count} tautan baru"),
        new_reviews: |count| format!("{count} catatan pemeriksaan baru"),
        effect: |before, after| format!("Indeks yang didukung bukti: {before} → {after}."),
        needs_name: "Pilihan ini mengubah status dokumen, jadi perlu nama pemeriksa. Isi nama Anda di halaman Ringkasan, bagian Data penilaian, lalu coba lagi.",
        take: "Masukkan ke draf",
        done: "Daftar bukti dimasukkan.",
        save: "Daftar bukti",
        save_text: "Hanya dokumen dan tautannya, tanpa jawaban: untuk ditukar antarunit atau diperiksa di lembar kerja.",
        save_file: "Simpan daftar bukti (JSON)",
        save_table: "Simpan tabel (CSV)",
    },
    proof: Proof {
        expected: "Yang diminta di tingkat ini:",
        add: "Tambah bukti",
        add_to: |level| format!("Tambah bukti untuk tingkat {level}"),
        item: "Butir yang dijawab",
        no_item: "Belum ditentukan",
        search: "Cari dokumen, atau tulis judul dokumen baru",
        search_help: "Judul, nomor, unit, atau nama berkas.",
        more: "Masih ada dokumen lain. Persempit dengan mengetik.",
        link: "Tautkan",
        link_label: |title| format!("Tautkan: {title}"),
        linked: "Bukti ditautkan.",
        locked: "Dokumen yang sudah diterima baru dapat ditautkan ke tempat lain setelah statusnya dibuka kembali.",
        locked_short: "terkunci",
        new: "Buat dokumen baru",
        made: "Dokumen baru dicatat dan ditautkan. Lengkapi rinciannya di halaman Bukti.",
        cancel: "Batal",
        detach: "Lepas",
        detach_label: |title| format!("Lepas tautan: {title}"),
        detached: "Tautan dilepas. Dokumennya tetap ada di daftar bukti.",
        supported_doubtful: "Didukung bukti, tetapi ada dokumen yang perlu diganti atau dilengkapi.",
        any_level: "berlaku untuk semua tingkat",
        item_of: |title| format!("Butir yang dijawab {title}"),
        choose_item: "Pilih butir yang dijawab",
        no_claims: "Belum ada nilai yang diklaim. Pilih tingkat indikator di Penilaian lebih dahulu.",
        doubtful: |count| {
            format!(
                "{count} dokumen ikut dihitung, tetapi terlalu lama, kedaluwarsa, atau tidak sesuai jenisnya. Ganti sebelum dikirim:"
            )
        },
        why_converted: "Nilai hasil konversi dari indeks instansi lain.",
        assessed_cleared: "Nilai dari luar dikosongkan.",
        assessed_or_converted: "Nilai indikator (hasil konversi, atau dari asesor)",
        supported: "Didukung bukti.",
        empty: |level| format!("Belum ada bukti di tingkat {level}: klaim Anda belum didukung."),
        waiting: |status| format!("Ada bukti, tetapi statusnya belum memadai (status tertinggi: {status})."),
        incomplete: |met, all| format!("Baru {met} dari {all} butir yang buktinya memadai."),
        above_open: |open| {
            format!("Tingkat {open} di bawahnya belum didukung, jadi bukti di sini belum dihitung.")
        },
        supported_title: |index| format!("{index} (didukung bukti)"),
        estimate: "perkiraan",
        estimate_text: "Nilai didukung untuk instrumen ini adalah perkiraan dari jumlah butir yang buktinya memadai; belum ada naskah resmi yang menetapkan cara menghitungnya.",
        required: "Bukti dihitung bila",
        required_options: ["sudah diterima asesor internal", "sudah dikirim atau diterima"],
        gaps: "Klaim yang belum didukung bukti",
        gaps_text: "Diurutkan dari yang paling mengurangi indeks.",
        no_gaps: "Semua nilai yang diklaim didukung bukti.",
        all_gaps: |count| format!("Tampilkan semua ({count})"),
        first_gaps: |count| format!("Tampilkan {count} teratas"),
        gap_claimed: "Diklaim",
        gap_supported: "Didukung",
        gap_lost: "Indeks berkurang",
        why_empty: |level| format!("Tingkat {level} belum memiliki bukti."),
        why_waiting: |level, status| format!("Bukti tingkat {level} baru berstatus {status}."),
        why_incomplete: |level, met, all| format!("Tingkat {level}: {met} dari {all} butir."),
        why_external: "Nilai dari instansi lain belum diisi, jadi dihitung 1,00.",
        why_assessed: "Nilai dari asesor.",
        assessed: "Nilai dari asesor",
        assessed_help: "Bila diisi, nilai ini dipakai sebagai ganti perkiraan dari bukti.",
        external: |title| format!("Hasil {title}"),
        external_help: |min, max| {
            format!(
                "Dari {min} sampai {max}; diubah ke nilai indikator secara linear per rentang (perkiraan)."
            )
        },
        external_missing: "Nilai indikator ini berasal dari instansi lain. Selama belum diisi, nilai yang dianggap didukung adalah 1,00.",
        clear_assessed: "Kosongkan nilai ini",
        bad_number: "Tulis angka, misalnya 2,50.",
        value_here: |value| format!("Nilai yang didukung bukti: {value}"),
    },
    register: Register {
        from_files: "Daftarkan berkas",
        from_folder: "Daftarkan folder",
        title: "Bukti",
        counts: |documents, links, accepted| {
            format!("{documents} dokumen, {links} tautan, {accepted} diterima.")
        },
        empty: "Belum ada dokumen. Tambahkan satu dokumen yang Anda miliki, misalnya peraturan kepala daerah, lalu tautkan ke indikator dan tingkat yang dibuktikannya.",
        add: "Tambah dokumen",
        new_title: "Judul dokumen",
        new_title_help: "Seperti tertulis di dokumennya, misalnya Peraturan Wali Kota tentang Manajemen Data.",
        need_title: "Isi judul dokumen.",
        create: "Tambahkan",
        search: "Cari dokumen",
        search_help: "Judul, nomor, unit, lokasi, atau nama berkas",
        filters: "Saringan",
        unit: "Unit pemilik",
        all_units: "Semua unit",
        status: "Status",
        all_statuses: "Semua status",
        indicator: "Indikator",
        all_indicators: "Semua indikator",
        unlinked: "Tanpa tautan",
        unhashed: "Tanpa sidik SHA-256",
        aged: "Terlalu lama atau kedaluwarsa",
        clear: "Hapus saringan",
        found: |found, all| format!("{found} dari {all} dokumen"),
        nothing: "Tidak ada dokumen yang cocok. Kurangi saringannya.",
        list: "Daftar dokumen",
        sort: "Urutkan menurut",
        sorts: ["Judul", "Tanggal", "Unit pemilik", "Status", "Perubahan terakhir"],
        ascending: "Urutan naik",
        descending: "Urutan turun",
        links: "Tautan",
        marks_title: "Perhatian",
        marks: [
            "terlalu lama",
            "kedaluwarsa",
            "jenis tidak sesuai",
            "jenis belum dipilih",
            "berkas kembar",
            "tanpa tanggal",
            "tanpa tautan",
            "butir belum dipilih",
            "tanpa sidik",
        ],
        place: |number, level| format!("ind. {number} tk. {level}"),
        more_places: |more| format!("{more} lagi"),
        select_page: "Pilih semua di halaman ini",
        select_row: |title| format!("Pilih {title}"),
        select_all: |count| format!("Pilih semua ({count})"),
        select_none: "Kosongkan pilihan",
        selected: |count| format!("{count} dokumen dipilih"),
        link_to: "Tautkan ke …",
        set_status: "Ubah status …",
        linked: |count, place| format!("{count} dokumen ditautkan ke {place}."),
        linked_before: |count| format!("{count} dokumen sudah ditautkan di sana sebelumnya."),
        all_linked: "Semua dokumen yang dipilih sudah ditautkan di tempat itu.",
        had_status: |count| format!("{count} dokumen sudah berstatus itu sebelumnya."),
        all_had_status: "Semua dokumen yang dipilih sudah berstatus itu. Pilih status lain.",
        reviewed: |count, status| format!("Status {count} dokumen menjadi {status}."),
        nothing_done: "Tidak ada dokumen yang diubah.",
        page_of: |page, pages| format!("Halaman {page} dari {pages}"),
        pages: "Halaman daftar",
        previous: "Halaman sebelumnya",
        next: "Halaman berikutnya",
    },
    document: DocumentTexts {
        choose_file: "Pilih berkasnya",
        change_file: "Ganti berkas",
        habit: "Nama berkas belum mengikuti kebiasaan nomor.huruf.nama. Usulan:",
        missing: "Dokumen tidak ditemukan",
        missing_text: "Dokumen ini tidak ada di daftar bukti; mungkin sudah dihapus. Bila baru saja dihapus, tombol Urungkan mengembalikannya.",
        back: "Daftar bukti",
        heading: "Dokumen",
        title: "Judul",
        bad_title: "Judul tidak boleh kosong. Judul sebelumnya tetap dipakai.",
        kind: "Jenis dokumen",
        no_kind: "Belum dipilih",
        number: "Nomor dokumen",
        date: "Tanggal ditetapkan",
        valid_until: "Berlaku sampai",
        bad_date: "Tanggal belum lengkap atau tidak ada di kalender. Tanggal sebelumnya tetap dipakai.",
        date_ahead: "Tanggal ini setelah hari ini. Periksa apakah sudah benar.",
        valid_before_date: "Tanggal ini sebelum tanggal ditetapkan. Periksa kedua tanggalnya.",
        unit: "Unit pemilik",
        location: "Lokasi",
        location_help: "Folder, lemari arsip, atau alamat web.",
        open_address: |address| format!("Buka {address}"),
        pages: "Halaman atau bab",
        remark: "Keterangan",
        file: "Berkas",
        no_file: "Belum ada berkas yang tercatat untuk dokumen ini.",
        file_name: "Nama berkas",
        size: "Ukuran",
        bytes: |size| format!("{size} byte"),
        media_type: "Jenis berkas",
        digest: "Sidik SHA-256",
        unknown: "belum diketahui",
        links: "Tautan",
        no_links: "Dokumen ini belum ditautkan. Pilih indikator dan tingkat yang dibuktikannya.",
        add_link: "Tambah tautan",
        link: "Tautkan",
        choose_indicator: "Pilih indikator",
        level: "Tingkat",
        choose_level: "Pilih tingkat",
        level_name: |level, title| format!("Tingkat {level}, {title}"),
        item: "Butir yang dijawab",
        no_item: "Belum ditentukan",
        expects: "Bukti yang diharapkan di tingkat ini",
        expects_nothing: "Instrumen tidak menyebut bukti tertentu untuk tingkat ini.",
        need_indicator: "Pilih indikator yang dibuktikan.",
        need_level: "Pilih tingkat yang dibuktikan.",
        place: |number, level| format!("indikator {number} tingkat {level}"),
        linked: |place| format!("Ditautkan ke {place}."),
        linked_before: "Dokumen ini sudah ditautkan ke tempat itu. Pilih tingkat atau butir lain.",
        item_of: |place| format!("Butir yang dijawab di {place}"),
        link_pages: "Halaman atau bab untuk tautan ini",
        unlink: "Lepas",
        unlink_from: |place| format!("Lepas tautan ke {place}"),
        unlinked: |place| format!("Tautan ke {place} dilepas."),
        concerns: "Perlu diperhatikan",
        no_concerns: "Tidak ada yang perlu diperhatikan.",
        too_old: |place, date, years| {
            format!(
                "Untuk {place}: tertanggal {date}, sudah berusia {years} tahun atau lebih. Ganti dengan dokumen yang lebih baru."
            )
        },
        no_date: |place| {
            format!("Untuk {place}: usianya dibatasi, tetapi tanggalnya kosong. Isi tanggal ditetapkan.")
        },
        expired: |date| format!("Masa berlakunya habis pada {date}. Sertakan dokumen penggantinya."),
        kind_open: |place, asked| {
            format!(
                "Untuk {place}: jenis dokumen belum dipilih, padahal butir ini meminta {asked}. Pilih jenisnya."
            )
        },
        wrong_kind: |place, asked| {
            format!(
                "Untuk {place}: butir ini meminta jenis lain ({asked}). Periksa jenis dokumen atau pilih butir lain."
            )
        },
        item_open: |place| {
            format!("Untuk {place}: butir bukti yang dijawab dokumen ini belum dipilih. Pilih butirnya.")
        },
        nowhere: "Belum ditautkan ke indikator, jadi tidak mendukung tingkat apa pun. Tambahkan tautan.",
        no_digest: "Belum ada sidik SHA-256, jadi belum pasti berkas mana yang dimaksud. Pilih berkasnya.",
        same_content: |titles| {
            format!("Isi berkasnya sama persis dengan {titles}. Pertimbangkan satu dokumen saja.")
        },
        rule: "Aturan",
        review: "Pemeriksaan",
        present: "Status sekarang",
        history: "Riwayat pemeriksaan",
        no_history: "Belum pernah diperiksa, jadi masih draf.",
        new_status: "Status baru",
        choose_status: "Pilih status",
        reviewer: "Nama pemeriksa",
        reviewer_help: "Dicatat pada pemeriksaan ini saja.",
        note: "Catatan",
        note_help: "Wajib untuk Perlu revisi dan Ditolak: tulis apa yang kurang.",
        record: "Catat status",
        need_status: "Pilih status baru.",
        same_status: |status| format!("Dokumen ini sudah berstatus {status}. Pilih status lain."),
        need_reviewer: "Isi nama pemeriksa.",
        need_note: "Status ini memerlukan catatan: tulis apa yang kurang.",
        recorded: |status| format!("Status menjadi {status}."),
        locked: "Dokumen ini sudah diterima, jadi isian dan tautannya terkunci. Untuk mengubahnya, catat status lain lebih dahulu.",
        reopen: "Ke pemeriksaan",
        delete: "Hapus dokumen",
        delete_asks: |links| format!("Dokumen ini ditautkan di {links} tempat. Tautannya ikut dihapus."),
        delete_all: "Hapus dengan tautannya",
        keep: "Jangan hapus",
        deleted: |title| format!("Dokumen {title} dihapus."),
    },
    instrument: InstrumentTexts {
        title: "Tentang instrumen",
        regulation: "Dasar",
        years: "Tahun pakai",
        years_value: |first, last| match last {
            Some(last) => format!("{first} sampai {last}"),
            None => format!("mulai {first}"),
        },
        in_force: "Berlaku sejak",
        replaces: "Menggantikan",
        digest: "Sidik digital data",
        own_words: "Judul, bobot, dan predikat mengikuti peraturan. Kriteria dan bukti adalah ringkasan dengan kata-kata Takar. Yang disimpulkan, bukan tertulis, diberi tanda.",
        indonesian_only: "Isi instrumen hanya tersedia dalam bahasa Indonesia.",
        rules: "Aturan hitung dan bukti",
        inferred: "disimpulkan",
        predicates: "Predikat",
        levels: "Tingkat kematangan",
        content: "Isi dan bobot",
        remarks: "Catatan",
        contradiction: "sumber berbeda",
        guides: "Petunjuk teknis",
        process: "Tahapan",
        roles: "Peran",
        application: "Aplikasi",
        calendar: "Kalender",
        sources: "Sumber",
    },
    one_file: super::one_file::id::ONE_FILE,
    stages: super::stages::id::STAGES,
    interview: super::interview::id::INTERVIEW,
    plan: super::plan::id::PLAN,
    compare: super::compare::id::COMPARE,
    offline: super::offline::id::OFFLINE,
    gaya: super::gaya::id::GAYA,
    national: super::national::id::NATIONAL,
    report: super::report::id::REPORT,
    site: super::site::id::SITE,
    terms: super::terms::id::TERMS,
    help: super::help::id::HELP,
    records: super::records::id::RECORDS,
    merge: MergeTexts {
        agency: "nama instansi",
        year: "tahun penilaian",
        title: "judul draf",
        target: "target indeks",
        stage: "tahap berjalan",
        required: "syarat status bukti",
        extra: |key| format!("isian “{key}”"),
        indicator: |number| format!("indikator {number}"),
        value: "tingkat",
        facts: "fakta",
        analysis: "analisis",
        note: "catatan asesor",
        justification: "justifikasi hasil",
        assessed: "nilai asesor",
        document: |title| format!("dokumen “{title}”"),
        fields: [
            "judul",
            "jenis",
            "nomor",
            "tanggal",
            "berlaku sampai",
            "unit pemilik",
            "lokasi",
            "halaman atau bab",
            "keterangan",
            "nama berkas",
            "status pemeriksaan",
        ],
        link: |indicator, level| format!("tautan ke indikator {indicator} tingkat {level}"),
        nothing: "(kosong)",
        linked: "tertaut",
        changed: "diubah di sini, dihapus di sana",
        somebody: "tanpa nama",
        counts: |file, counts| {
            format!(
                "{file}: {} baru, {} sama, {} diambil, {} perlu dipilih, {} tidak disentuh",
                counts.new, counts.same, counts.taken, counts.conflicts, counts.untouched
            )
        },
        taken: |place, file, who| format!("{place}: diambil dari {file} ({who})"),
        conflict: |difference| format!("Perlu dipilih: {difference}"),
        stopped: |n| {
            format!(
                "Berhenti: {n} perbedaan perlu dipilih, jadi tidak ada yang ditulis. Pilih dengan --prefer mine atau --prefer theirs."
            )
        },
        written: |file| format!("Ditulis: {file}"),
        editions_differ: |parts| format!("Yang berbeda di antara keduanya: {parts}."),
        editions_unknown: "Salah satu berkas tidak mencatat isi edisinya, jadi tidak diketahui apa yang berbeda.",
        editions_indicators: |numbers| format!("indikator {numbers}"),
        editions_head: "ketentuan umum (skala, predikat, bobot aspek, sumber)",
        editions: |mine, my, theirs, their| {
            format!(
                "catatan: edisi lain dari instrumen yang sama: {mine} menyebut {my}, {theirs} menyebut {their}; \
                 jawaban sesuai edisi sekarang, dan hasilnya menyebut edisi {mine}"
            )
        },
    },
    history: HistoryTexts {
        title: "Riwayat",
        intro: |entries| {
            format!("Siapa mengubah apa, dan kapan. Yang tersimpan paling banyak {entries} catatan terakhir.")
        },
        empty: "Belum ada perubahan yang tercatat. Catatan dimulai saat Anda memilih tingkat atau menulis penjelasan.",
        nothing: "Tidak ada catatan yang cocok. Kurangi saringannya.",
        found: |found, all| format!("{found} dari {all} catatan"),
        search: "Cari dalam riwayat",
        person: "Oleh",
        everybody: "Semua orang",
        nobody: "Tanpa nama",
        sort: "Bagian",
        every_sort: "Semua bagian",
        sorts: ["Nilai", "Penjelasan", "Dokumen dan tautannya", "Pemeriksaan dokumen", "Lainnya"],
        clear: "Tampilkan semua",
        became: |before, after| format!("dari {before} menjadi {after}"),
        filled: |after| format!("diisi {after}"),
        emptied: |before| format!("dikosongkan, sebelumnya {before}"),
        linked: "ditautkan",
        unlinked: "tautan dilepas",
        until: |from, to| format!("{from} sampai {to}"),
        more: |left| format!("Tampilkan {left} lagi"),
        save: "Simpan tabel (CSV)",
        of_indicator: |entries| format!("Riwayat indikator ini ({entries})"),
        events: [
            |from| format!("Digabungkan dengan {from}"),
            |from| format!("Dikembalikan ke titik pemulihan: {from}"),
            |from| format!("Diganti dengan berkas {from}"),
            |unit| format!("Paket kerja dibuat untuk {unit}"),
            |unit| format!("Paket kerja {unit} dikirim kembali"),
        ],
        registered: |document| format!("{document} ditambahkan"),
        removed: |document| format!("{document} dihapus"),
        columns: ["Mulai (UTC)", "Sampai (UTC)", "Oleh", "Apa", "Sebelum", "Setelah"],
        leave_out: "Simpan tanpa riwayat",
        leave_out_text: "Berkas memuat riwayat: siapa mengubah apa, dan kapan. Bila penerima tidak perlu mengetahuinya, simpan tanpa riwayat. Isi lainnya tetap lengkap.",
    },
    units: UnitTexts {
        unit: |name| format!("unit “{name}”"),
        name: "nama",
        contact: "kontak",
        owns: |number| format!("pengampu indikator {number}"),
        owned: "mengampu",
        assigned: "ditetapkan",
        released: "dilepas",
        briefing: "petunjuk dan tenggat paket kerja",
        valid: |file, unit, n| format!("{file}: sah (paket kerja untuk {unit} dengan {n} indikator)"),
        progress: |unit, answered, total| {
            format!("Paket kerja {unit}: {answered} dari {total} indikator terisi.")
        },
        no_index: "Indeks tidak dihitung: paket kerja hanya memuat sebagian indikator.",
        title: "Unit",
        intro: "Siapa mengisi indikator mana. Satu indikator boleh diampu beberapa unit.",
        add: "Tambah unit",
        added: |name| format!("Unit {name} ditambahkan. Pilih indikator yang diampu."),
        name_label: "Nama unit",
        name_needed: "Isi nama unit.",
        name_taken: "Sudah ada unit dengan nama ini. Pakai nama lain.",
        contact_label: "Kontak",
        contact_help: "Nama orang, telepon, atau surel (boleh kosong).",
        unowned: |n| format!("{n} indikator belum memiliki pengampu."),
        show_unowned: "Lihat dalam penilaian",
        list_unowned: "Daftar indikator",
        all_owned: "Semua indikator sudah memiliki pengampu.",
        unit_progress: |answered, total| format!("{answered} dari {total} indikator terisi."),
        owns_nothing: "Belum mengampu indikator. Tekan Atur untuk memilihnya.",
        unit_documents: |accepted, all| format!("{accepted} dari {all} dokumen diterima."),
        is_out: |at| format!("Paket dibuat {at}"),
        is_back: |at, by| {
            if by.trim().is_empty() {
                format!("Paket kembali {at}")
            } else {
                format!("Paket kembali {at} dari {by}")
            }
        },
        on_unit: |action, name| format!("{action}: {name}"),
        edit: "Atur",
        save_package: "Simpan paket",
        show_part: "Lihat bagiannya",
        remove: "Hapus unit",
        remove_text: |name, all, left| {
            let owned = match (all, left) {
                (0, _) => "Unit ini belum mengampu indikator.".to_owned(),
                (_, 0) => {
                    format!("Unit ini mengampu {all} indikator; semuanya masih memiliki pengampu lain.")
                }
                _ => format!(
                    "Unit ini mengampu {all} indikator; {left} di antaranya lalu tidak memiliki pengampu."
                ),
            };
            format!("Hapus {name}? {owned} Jawaban dan dokumen tetap ada.")
        },
        removed: |name| format!("Unit {name} dihapus."),
        cancel: "Batal",
        assign: "Indikator yang diampu",
        assign_text: "Centang satu domain atau aspek untuk memilih semua indikator di dalamnya, atau buka untuk memilih satu per satu.",
        whole: |section| format!("Semua indikator pada {section}"),
        also: |names| format!("juga diampu {names}"),
        hand_out: "Bagikan paket kerja",
        hand_out_text: "Paket kerja adalah berkas untuk satu unit. Unit membukanya di Takar pada komputernya, mengisi bagiannya, lalu mengirimkannya kembali kepada Anda.",
        instructions_label: "Petunjuk untuk semua unit",
        instructions_help: "Misalnya apa yang diminta, dan ke mana berkas dikirim kembali.",
        due_label: "Tenggat",
        due_over: "Tanggal ini sudah lewat.",
        ready: |n| format!("{n} unit mengampu indikator dan mendapat paket."),
        save_all: "Simpan semua paket (ZIP)",
        holds: "Setiap paket memuat jawaban dan dokumen untuk indikator unit itu saja, tidak memuat bagian unit lain. Isi berkas dokumen tidak ikut.",
        take_back: "Paket yang kembali",
        take_back_text: "Pilih satu atau beberapa berkas yang dikirim kembali oleh unit. Isinya ditampilkan dahulu; penilaian baru berubah setelah Anda menggabungkannya.",
        filter: "Tampilkan unit",
        all_units: "Semua unit",
        nobody: "Tanpa pengampu",
        clear_filter: "Tampilkan semua unit",
    },
    package: PackageTexts {
        title: "Paket kerja",
        of: |unit| format!("Paket kerja {unit}"),
        from: |by, at| {
            if by.trim().is_empty() { format!("Dibuat {at}.") } else { format!("Dibuat {by}, {at}.") }
        },
        covers: |n| format!("Memuat {n} indikator."),
        due: |day| format!("Tenggat {day}"),
        left: |days| match days {
            0 => "hari ini".to_owned(),
            1 => "besok".to_owned(),
            2.. => format!("{days} hari lagi"),
            _ => format!("lewat {} hari", days.unsigned_abs()),
        },
        instructions: "Petunjuk",
        send: "Kirim kembali",
        sent: |at| format!("Berkas balasan disimpan {at}"),
        changed_since: |at| format!("Berubah sejak berkas balasan disimpan {at}"),
        no_index: "Indeks tidak ditampilkan, karena paket kerja hanya memuat sebagian indikator. Indeks dihitung setelah semua bagian digabungkan.",
        open_title: "Yang belum lengkap",
        nothing_open: "Semua indikator sudah memiliki tingkat, fakta, dan dokumen.",
        open_count: |n| format!("{n} indikator belum lengkap. Berkas tetap dapat dikirim kembali."),
        missing: ["belum ada tingkat", "fakta belum diisi", "belum ada dokumen"],
        file_title: "Berkas untuk dikirim kembali",
        file_text: "Simpan berkas ini, lalu kirimkan kepada pembuat paket lewat surel, pesan, atau diska lepas. Takar tidak mengirim apa pun dengan sendirinya.",
        who_help: "Dicatat sebagai pengirim.",
        save_file: "Simpan berkas balasan",
        send_to: |by| {
            if by.trim().is_empty() {
                "Kirimkan kepada yang memberi paket ini.".to_owned()
            } else {
                format!("Kirimkan kepada {by}.")
            }
        },
        apart: "Berkas dokumen dikirim terpisah. Bila ada perubahan setelahnya, simpan dan kirim sekali lagi; yang lama tidak perlu dihapus.",
        in_file: |unit, n| format!("Berkas ini paket kerja untuk {unit}, dengan {n} indikator."),
        back_in_file: |unit, at| format!("Berkas ini paket kerja {unit} yang dikirim kembali {at}."),
        has_whole: "Penilaian lengkapnya ada di komputer ini. Gabungkan paket ke sana; hanya indikator dalam paket yang berubah.",
        outside: |number| {
            format!("Indikator {number} tidak termasuk dalam paket kerja ini. Pilih indikator dari daftar.")
        },
        not_back: "Paket ini belum dikirim kembali oleh unitnya. Pilih berkas balasan, yang namanya diawali takar-kembali.",
        no_whole: |instrument, agency, year| {
            format!(
                "Paket ini tidak dapat digabungkan di sini, karena tidak ada draf {instrument} {agency} tahun {year} di komputer ini. Buka di komputer tempat paket dibuat."
            )
        },
    },
    merging: MergingTexts {
        title: "Gabungkan ke draf",
        intro: "Berkas ini salinan dari draf yang sudah ada di komputer ini. Isinya dapat digabungkan: yang baru diambil, yang Anda kerjakan tetap ada, dan yang berbeda Anda pilih sendiri.",
        receiver: "Digabungkan ke",
        counts: ["Baru", "Diambil", "Perlu dipilih", "Tidak disentuh", "Sama"],
        index: "Indeks",
        not_yet: "Perbedaan yang belum dipilih dihitung dengan isi draf ini.",
        nothing: "Tidak ada yang baru di berkas ini. Semua isinya sudah ada di draf.",
        refused: "Berkas ini tidak dapat digabungkan.",
        editions: |file, draft| {
            format!(
                "Data instrumen berbeda edisi: {file}, {draft}. Indikator dan nilainya tetap cocok, dan hasil gabungan mengikuti edisi draf."
            )
        },
        edition_now: |digest| format!("edisi di aplikasi ini ({digest})"),
        edition_other: |digest| format!("edisi lain ({digest})"),
        from: |who| format!("Terakhir diubah oleh {who}"),
        coming: |n| format!("Yang akan diambil dari berkas ({n})"),
        draft: "Data draf",
        register: "Daftar bukti",
        group: |title, n| format!("{title} ({n})"),
        conflicts: "Perbedaan yang perlu dipilih",
        conflicts_text: "Bagian ini diubah di kedua sisi, masing-masing dengan isi yang lain.",
        for_all: "Untuk semua yang belum dipilih satu per satu",
        defaults: ["Berhenti pada perbedaan", "Pakai milik saya", "Pakai milik mereka"],
        open: |open, all| format!("{open} dari {all} perbedaan belum dipilih."),
        none_open: "Semua perbedaan sudah dipilih.",
        next_open: "Ke perbedaan berikutnya",
        all_mine: "Semua milik saya",
        all_theirs: "Semua milik mereka",
        by_unit: "Pilih sekaligus untuk satu unit",
        package: |unit, due| {
            let due = if due.is_empty() { String::new() } else { format!(", tenggat {due}") };
            format!("Paket kerja dari {unit}{due}. Hanya indikator dan dokumen di dalamnya yang digabungkan.")
        },
        mine: "Milik saya",
        theirs: "Milik mereka",
        both: "Simpan keduanya",
        shown: |first, last, all| format!("{first}–{last} dari {all}"),
        earlier: "Sebelumnya",
        later: "Berikutnya",
        merge: "Gabungkan",
        still_open: |n| format!("Belum dapat digabungkan: {n} perbedaan masih perlu dipilih."),
        other_ways: "Cara lain",
        no_snapshot: "Penyimpanan peramban tidak dapat menampung titik pemulihan. Belum ada yang diubah. Simpan draf ke berkas dahulu agar keadaan sekarang tidak hilang, lalu lanjutkan.",
        save_first: "Simpan draf ke berkas",
        merge_anyway: "Gabungkan tanpa titik pemulihan",
        changed_meanwhile: "Draf baru saja berubah. Tinjau lagi perbedaannya, lalu gabungkan.",
        queue: |at, all| format!("Berkas {at} dari {all}"),
        skip: "Lewati berkas ini",
        rest: |n| format!("Gabungkan {n} berkas sekaligus"),
        rest_text: "Berkas yang tidak memuat perbedaan digabungkan dalam satu langkah dengan satu laporan. Yang lain tetap ditunjukkan satu per satu.",
        rest_none: "Tidak ada berkas yang dapat digabungkan tanpa memilih.",
        done: |files| format!("{files} berkas digabungkan ke draf."),
        report: "Laporan penggabungan",
        report_about: |draft, when| format!("{draft}, {when}"),
        no_report: "Belum ada penggabungan sejak halaman ini dibuka. Yang terdahulu ada di riwayat.",
        to_report: "Laporan penggabungan terakhir",
        counted: |c| {
            format!(
                "{} baru, {} diambil, {} perlu dipilih, {} sama, {} tidak disentuh",
                c.new, c.taken, c.conflicts, c.same, c.untouched
            )
        },
        undone: "Penggabungan berkas ini sudah diurungkan.",
        all_undone: "Penggabungan ini sudah diurungkan.",
        undone_of: |undone, all| format!("Penggabungan {undone} dari {all} berkas sudah diurungkan."),
        report_none: "Tidak ada yang diambil dari berkas ini.",
        with_snapshot: "Keadaan sebelumnya tersimpan sebagai titik pemulihan.",
        without_snapshot: "Tidak ada titik pemulihan, karena penyimpanan penuh.",
        left: |file, why| format!("{file} tidak digabungkan: {why}"),
        left_open: |n| format!("{n} perbedaan perlu dipilih."),
        copy: "Salin laporan",
        copied: "Laporan disalin.",
        not_copied: "Peramban tidak mengizinkan penyalinan. Simpan laporan sebagai berkas.",
        save_text: "Simpan sebagai teks",
        save_table: "Simpan tabel (CSV)",
        to_draft: "Ke ringkasan draf",
        was_new: "baru, diambil",
        was_taken: "diambil",
        was_together: "digabungkan dari kedua sisi",
        chose_mine: "dipilih: milik saya",
        chose_theirs: "dipilih: milik mereka",
        chose_both: "dipilih: keduanya",
        columns: ["Berkas", "Bagian", "Hasil", "Di draf", "Di berkas", "Diubah di berkas oleh"],
        held_title: "Bentrok dengan tab lain",
        held_text: "Bagian ini juga diubah di tab lain, dengan isi yang lain. Yang Anda tulis tetap di sini dan belum tersimpan ke draf sampai Anda memilih.",
        here: "Di tab ini",
        other_tab: "Di tab lain",
        take_here: "Pakai yang di tab ini",
        take_other: "Pakai yang di tab lain",
    },
    settings: SettingsTexts {
        storage: "Penyimpanan",
        kept: "Peramban menjamin draf tidak dihapus dengan sendirinya. Draf tetap hilang bila Anda menghapus data situs ini atau komputernya rusak, jadi simpan juga ke berkas.",
        not_kept: "Peramban belum menjamin penyimpanan. Bila ruang di komputer menipis atau Takar lama tidak dibuka, peramban dapat menghapus draf tanpa bertanya. Simpan draf ke berkas secara berkala.",
        unsupported: "Peramban ini tidak dapat menjamin penyimpanan di alamat ini. Bila ruang di komputer menipis, draf dapat terhapus. Simpan draf ke berkas secara berkala.",
        refused: "Peramban belum menjamin penyimpanan. Jaminan biasanya diberikan setelah Takar sering dipakai, diberi markah, atau dipasang. Sementara itu, simpan draf ke berkas secara berkala.",
        ask: "Minta penyimpanan tetap",
        files: "Salinan di berkas",
        files_text: "Dihitung di peramban ini: kapan setiap draf terakhir disimpan ke berkas, dan berapa perubahan sejak itu.",
        draft: "Draf",
        last_saved: "Terakhir disimpan ke berkas",
        changes_since: "Perubahan sejak itu",
        never: "belum pernah",
        ago: |days| days_ago(days),
        changes: |count| some_changes(count),
        age: |saved, changes| {
            let (when, changes) = (saved.map_or_else(not_yet, days_ago), some_changes(changes));
            format!("Terakhir disimpan ke berkas: {when}; yang belum ada di berkas: {changes}.")
        },
        remind: "Ingatkan bila perubahan belum disimpan selama",
        days: |days| some_days(days.into()),
        no_reminder: "Jangan ingatkan",
        reminder: |changes, days| {
            let (changes, days) = (some_changes(changes), some_days(days));
            format!("Pada draf ini ada {changes} yang belum disimpan ke berkas; yang pertama sudah {days}.")
        },
        later: "Nanti saja",
        here: "Bahasa dan nama",
        language: "Bahasa",
        languages: ["Bahasa Indonesia", "English"],
        you: "Nama yang dicatat pada perubahan",
    },
    backup: BackupTexts {
        title: "Cadangan",
        text: "Semua draf di peramban ini dalam satu berkas. Simpan di tempat lain, misalnya diska lepas (flashdisk) atau server kantor.",
        nothing: "Belum ada draf yang dapat dicadangkan.",
        with_trash: |count| {
            let drafts = some_drafts(count);
            format!("Sertakan yang baru dihapus ({drafts})")
        },
        with_snapshots: |count| format!("Sertakan titik pemulihan ({count})"),
        with_password: "Lindungi dengan kata sandi",
        no_cryptography: "Peramban tidak menyediakan enkripsi di alamat ini karena halaman dibuka tanpa HTTPS. Cadangan dapat dibuat tanpa kata sandi.",
        password: "Kata sandi",
        again: "Ulangi kata sandi",
        show: "Tampilkan kata sandi",
        hint: "Sebaiknya 12 karakter atau lebih, atau beberapa kata. Tidak ada aturan lain.",
        short: "Kata sandi ini pendek dan mudah ditebak komputer.",
        lost: "Kata sandi tidak disimpan di mana pun. Bila hilang, tidak ada yang dapat membuka cadangan ini, termasuk pembuat Takar.",
        need_password: "Isi kata sandi, atau matikan perlindungannya.",
        not_same: "Kedua kata sandi tidak sama.",
        make: "Buat cadangan",
        encrypting: "Mengenkripsi…",
        made: |name, count| {
            let drafts = some_drafts(count);
            format!("Cadangan {drafts} disimpan ke folder unduhan: {name}.")
        },
        too_large: |size, limit| {
            format!(
                "Cadangan ini {size} MB, padahal paling banyak {limit} MB, jadi belum dibuat. Buat tanpa titik pemulihan, atau hapus selamanya draf yang tidak dipakai."
            )
        },
        bring_title: "Kembalikan dari cadangan",
        bring_text: "Isi cadangan ditampilkan dahulu. Tidak ada yang berubah sebelum Anda setuju.",
        locked: "Cadangan ini dilindungi kata sandi",
        locked_text: "Isi kata sandi yang dipakai ketika cadangan dibuat. Membukanya perlu beberapa detik.",
        unlock: "Buka cadangan",
        unlocking: "Membuka…",
        about: |when, who, count| {
            let (made, drafts) = (made_by(when, who), some_drafts(count));
            format!("Dibuat {made}, berisi {drafts}.")
        },
        preview: "Isi cadangan",
        preview_text: "Pilih apa yang terjadi dengan setiap draf. Draf yang diganti atau digabungkan disimpan dahulu sebagai titik pemulihan.",
        way_of: |name| format!("Tindakan untuk {name}"),
        deleted: "baru dihapus",
        fates: [
            "Tidak ada di sini",
            "Sama",
            "Lebih baru di sini",
            "Lebih baru di cadangan",
            "Keduanya berubah, tanpa bentrok",
            "Keduanya berubah, ada bentrok",
        ],
        unreadable: "Tidak dapat dibaca",
        unreadable_name: |id| format!("Draf {id}"),
        save_as_is: "Unduh apa adanya",
        ways: ["Lewati", "Kembalikan", "Jadikan draf baru", "Ganti yang di sini", "Gabungkan"],
        bring_snapshots: |count| format!("Kembalikan juga titik pemulihannya ({count})"),
        bring: "Kembalikan yang dipilih",
        nothing_chosen: "Semua draf dilewati. Pilih tindakan untuk sedikitnya satu draf.",
        result: "Hasil",
        done: [
            "dilewati",
            "dikembalikan",
            "menjadi draf baru",
            "diganti, yang lama ada di titik pemulihan",
            "digabungkan, yang lama ada di titik pemulihan",
        ],
        full: "TIDAK dikembalikan: penyimpanan peramban penuh atau diblokir. Yang ada di sini tidak berubah. Kosongkan ruang, lalu buka cadangannya lagi.",
        changed: "TIDAK dikembalikan: draf di sini berubah sejak pratinjau. Buka berkasnya sekali lagi.",
        snapshots_back: |count| format!("Titik pemulihan yang dikembalikan: {count}."),
        snapshots_failed: |count| {
            format!(
                "Titik pemulihan yang TIDAK dikembalikan karena penyimpanan peramban penuh atau diblokir: {count}."
            )
        },
        open_draft: |name| format!("Buka {name}"),
    },
    line: CommandLine {
        usage: "\
Pemakaian:
  takar score BERKAS [--instrument ID] [--json]   hitung indeks manifes, atau CSV indicator,value
  takar validate BERKAS…                          periksa manifes, paket kerja, daftar bukti, atau cadangan
  takar merge A B… -o HASIL [--prefer mine|theirs|stop]
                                                  gabungkan B dan lainnya ke salinan A
  takar table BERKAS… --format csv|ndjson [-o HASIL]
                                                  satu baris per instansi dan indikator
Pilihan:
  --lang id|en   bahasa pesan
BERKAS - membaca masukan baku. Kode keluar: 0 baik, 1 ada temuan, 2 salah pakai.",
        cannot_read: |file, why| format!("{file}: tidak dapat dibaca ({why})."),
        cannot_write: |file, why| format!("{file}: tidak dapat ditulis ({why})."),
        valid: |file| format!("{file}: sah"),
        valid_evidence: |file, documents, links| {
            format!("{file}: sah (daftar bukti dengan {documents} dokumen dan {links} tautan)")
        },
        valid_backup: |file, [drafts, trash, snapshots]| {
            format!("{file}: cadangan sah ({drafts} draf, {trash} yang dihapus, {snapshots} titik pemulihan)")
        },
        valid_encrypted: |file| {
            format!(
                "{file}: cadangan dengan kata sandi, berkasnya utuh; isinya hanya dapat diperiksa di halaman Takar"
            )
        },
        draft_in_backup: |file, id| format!("{file}, draf {id}"),
        assumed_instrument: |id| {
            format!("Instrumen tidak disebut; dipakai {id}. Pilih lain dengan --instrument.")
        },
        unknown_instrument: |id, known| format!("Instrumen {id} tidak dikenal. Yang ada: {known}."),
        other_instrument: |stated, asked| format!("Berkas ini memakai instrumen {stated}, bukan {asked}."),
        warning_edition: "catatan: dibuat dengan edisi lain dari data instrumen",
        warning_digest: "catatan: tanpa sidik digital, keutuhan berkas tidak dapat dipastikan",
        unanswered: |n| format!("{n} indikator belum diisi dan dihitung sebagai nilai terendah"),
    },
    problem,
    refused,
};

fn problem(problem: &Problem) -> Message {
    let ask_again = "Minta pengirim menyimpan ulang berkas dari Takar dan mengirimkannya lagi.";
    let fix_or_ask = "Perbaiki bagian itu, atau minta pengirim menyimpan ulang berkas dari Takar.";
    let (what, todo) = match problem {
        Problem::Unreadable => (
            "Peramban tidak dapat membaca berkas ini; mungkin sudah dipindahkan, dihapus, atau terkunci."
                .to_owned(),
            "Periksa berkasnya di folder, lalu pilih lagi.",
        ),
        Problem::InstrumentUnavailable { id } => (
            format!("Data instrumen {id} tidak dapat dimuat, jadi isi berkas belum dapat diperiksa."),
            "Periksa sambungan, lalu buka berkasnya lagi.",
        ),
        Problem::Empty => ("Berkas ini kosong.".to_owned(), ask_again),
        Problem::TooLarge { bytes, limit } => (
            format!(
                "Berkas ini {} MB; Takar membaca paling banyak {} MB.",
                bytes.div_ceil(1_000_000),
                limit / 1_000_000
            ),
            "Periksa apakah ini berkas Takar. Berkas penilaian biasanya di bawah 1 MB.",
        ),
        Problem::NotUtf8 { line } => (
            format!("Baris {line} memuat karakter yang bukan teks UTF-8."),
            "Simpan ulang berkas dengan pengodean UTF-8, atau minta berkas aslinya.",
        ),
        Problem::LooksLikeCsv => (
            "Berkas ini tampaknya tabel CSV, bukan berkas Takar (.json).".to_owned(),
            "Pilih berkas .json yang disimpan dengan tombol Simpan ke berkas.",
        ),
        Problem::Syntax { line, column } => (
            format!("Berkas ini bukan JSON yang sah: ada kesalahan di baris {line}, kolom {column}."),
            fix_or_ask,
        ),
        Problem::Truncated { line } => (
            format!("Berkas ini terpotong: isinya berhenti di baris {line}."),
            "Unduh atau salin ulang berkasnya; mungkin pengiriman sebelumnya terputus.",
        ),
        Problem::TooDeep { line } => (
            format!("Susunan berkas ini terlalu dalam (baris {line}); ini bukan berkas Takar yang wajar."),
            ask_again,
        ),
        Problem::DuplicateKey { path } => (
            format!("Satu isian tertulis dua kali di {path}, jadi tidak jelas mana yang berlaku."),
            fix_or_ask,
        ),
        Problem::SomethingElse => (
            "Berkas ini JSON, tetapi bukan berkas Takar.".to_owned(),
            "Pilih berkas yang disimpan dengan tombol Simpan ke berkas; namanya biasanya berawal takar-.",
        ),
        Problem::IsInstrument => (
            "Berkas ini data instrumen, bukan penilaian.".to_owned(),
            "Pilih berkas penilaian; namanya biasanya berawal takar-.",
        ),
        Problem::Newer { version } => (
            format!("Berkas ini dibuat dengan Takar yang lebih baru (format versi {version})."),
            "Muat ulang atau perbarui Takar di komputer ini, lalu buka lagi berkasnya.",
        ),
        Problem::OtherKind { kind } if kind == BACKUP_KIND => (
            "Berkas ini cadangan semua draf, bukan satu penilaian.".to_owned(),
            "Buka di halaman Takar dengan Buka berkas, kembalikan drafnya, lalu simpan draf itu ke berkas.",
        ),
        Problem::OtherKind { kind } if kind == ENCRYPTED_BACKUP_KIND => (
            "Berkas ini cadangan dengan kata sandi; kata sandinya hanya dapat diisi di halaman Takar.".to_owned(),
            "Buka di halaman Takar dengan Buka berkas, kembalikan drafnya, lalu simpan draf itu ke berkas.",
        ),
        Problem::OtherKind { kind } => (
            format!("Berkas Takar ini berjenis “{kind}”, bukan penilaian."),
            "Pilih berkas penilaian, atau perbarui Takar di komputer ini.",
        ),
        Problem::Shape { path, expected } => {
            let expected = in_indonesian(expected);
            (format!("Isian di {path} tidak berbentuk semestinya (diharapkan: {expected})."), fix_or_ask)
        }
        Problem::Digest => (
            "Isi berkas ini berubah setelah disimpan dari Takar: sidik digitalnya tidak cocok.".to_owned(),
            "Minta berkas aslinya. Bila perubahan itu memang disengaja, hapus baris “digest”, lalu buka lagi.",
        ),
        Problem::WrongPassword { whole: true } => (
            "Kata sandi ini tidak cocok. Berkasnya utuh.".to_owned(),
            "Periksa huruf besar dan kecil serta tata letak papan ketik, lalu coba lagi.",
        ),
        Problem::WrongPassword { whole: false } => (
            "Kata sandi ini tidak cocok, atau isi berkas berubah setelah dibuat; keduanya tidak dapat dibedakan."
                .to_owned(),
            "Periksa huruf besar dan kecil lalu coba lagi, atau ambil salinan lain dari cadangan ini.",
        ),
        Problem::NoCryptography => (
            "Peramban tidak menyediakan enkripsi di alamat ini, karena halaman dibuka tanpa HTTPS.".to_owned(),
            "Buka Takar lewat https:// atau di http://localhost, lalu buka berkasnya lagi.",
        ),
        Problem::UnknownInstrument { id } => (
            format!(
                "Berkas ini memakai instrumen “{id}”, yang tidak dikenal Takar di komputer ini ($.instrument.id)."
            ),
            "Perbarui Takar di komputer ini, atau minta berkas dengan instrumen yang dikenal.",
        ),
        Problem::OtherInstrument { theirs, ours } => (
            format!("Berkas ini dibuat dengan instrumen {theirs}, yang lain dengan {ours}."),
            "Pilih berkas dari instrumen yang sama.",
        ),
        Problem::OtherAgency { theirs, ours } => (
            format!("Berkas ini milik {theirs}, yang lain milik {ours}."),
            "Pilih berkas dari instansi yang sama; bila namanya diperbaiki, perbaiki pada keduanya.",
        ),
        Problem::OtherYear { theirs, ours } => (
            format!("Berkas ini untuk tahun {theirs}, yang lain untuk tahun {ours}."),
            "Pilih berkas dari tahun penilaian yang sama.",
        ),
        Problem::EvidenceOfOther { theirs, ours } => (
            format!("Daftar bukti ini untuk instrumen {theirs}, sedangkan draf ini memakai {ours}."),
            "Buka draf dengan instrumen yang sama, lalu masukkan berkasnya di sana.",
        ),
        Problem::OtherUnit { ours, theirs } => (
            format!("Berkas ini paket kerja {theirs}, sedangkan yang sedang dibuka paket kerja {ours}."),
            "Gabungkan masing-masing paket ke penilaian instansi yang membagikannya.",
        ),
        Problem::UnknownIndicator { path, number } => {
            (format!("Instrumen ini tidak memiliki indikator {number} ({path})."), fix_or_ask)
        }
        Problem::Refused { path, reason } => (format!("{} ({path})", refused(reason)), fix_or_ask),
        Problem::CsvRow { line, text } => (
            format!("Baris {line} bukan nomor indikator dan nilai: “{text}”."),
            "Tabel harus berkolom indicator,value dengan satu indikator di setiap baris.",
        ),
        Problem::CsvTwice { line, number } => {
            (format!("Indikator {number} tertulis dua kali (baris {line})."), "Hapus salah satu barisnya.")
        }
    };
    Message { what, todo: todo.to_owned() }
}

fn refused(reason: &Refused) -> String {
    let text = |v| value(Language::Indonesian, v);
    let of = |indicator: &Option<u16>, head: &str, rest: String| match indicator {
        Some(number) => format!("Indikator {number}: {} {rest}", head.to_lowercase()),
        None => format!("{head} {rest}"),
    };
    match reason {
        Refused::UnknownIndicator(number) => format!("Instrumen ini tidak memiliki indikator {number}."),
        Refused::OutsideScale { indicator, value, min, max } => {
            let (value, min, max) = (text(*value), text(*min), text(*max));
            of(indicator, "Nilai", format!("{value} di luar skala {min} sampai {max}."))
        }
        Refused::TooManyDecimals { indicator, value, decimals: 0 } => {
            format!(
                "Indikator {indicator}: nilai {} tidak dapat dipakai; instrumen ini memakai bilangan bulat.",
                text(*value)
            )
        }
        Refused::TooManyDecimals { indicator, value, decimals } => {
            format!("Indikator {indicator}: nilai {} memiliki lebih dari {decimals} desimal.", text(*value))
        }
        Refused::TooLong { indicator, limit } => {
            of(indicator, "Teks", format!("lebih panjang dari {limit} huruf. Ringkas teksnya."))
        }
        Refused::NoName => "Nama tidak boleh kosong.".to_owned(),
        Refused::Year(year) => format!(
            "Tahun {year} di luar {} sampai {}. Isi tahun dalam rentang itu.",
            YEARS.start(),
            YEARS.end()
        ),
        Refused::OtherInstrument(id) => format!("Draf ini memakai instrumen lain ({id})."),
        Refused::BadId(id) => format!("“{id}” bukan id: pakai 1 sampai 40 huruf, angka, dan tanda hubung."),
        Refused::UnknownLevel { indicator, level } => {
            format!("Indikator {indicator} tidak memiliki tingkat {level}.")
        }
        Refused::UnknownExpected { indicator, level, expected } => format!(
            "Indikator {indicator} tingkat {level} tidak meminta butir bukti “{expected}”. Pilih butir lain."
        ),
        Refused::UnknownEvidence(id) => format!("Dokumen “{id}” tidak ada di daftar bukti."),
        Refused::Locked { title } => {
            format!("“{title}” sudah diterima, jadi tidak dapat diubah. Buka kembali statusnya lebih dahulu.")
        }
        Refused::Linked { title, links } => {
            format!("“{title}” masih ditautkan di {links} tempat. Lepas tautannya lebih dahulu.")
        }
        Refused::NoReviewer => {
            "Perubahan status memerlukan nama pemeriksa. Isi nama Anda, lalu coba lagi.".to_owned()
        }
        Refused::NoNote { status } => format!(
            "Status “{}” memerlukan catatan: tulis apa yang kurang.",
            evidence_status(Language::Indonesian, *status)
        ),
        Refused::Closed { stage: at } => format!(
            "Tahap {} sudah ditutup, jadi nilai dan catatannya tidak dapat diubah. Buka kembali tahap itu di halaman Tahapan.",
            stage(Language::Indonesian, *at)
        ),
        Refused::UnknownSection(id) => format!("Instrumen ini tidak memiliki bagian “{id}”."),
        Refused::Effort { first, last } => {
            format!("Bobot kerja adalah bilangan bulat dari {first} sampai {last}.")
        }
        Refused::TooMany { limit } => format!("Paling banyak {limit}. Hapus salah satu lebih dahulu."),
        Refused::UnknownUnit(id) => format!("Unit “{id}” tidak ada dalam penilaian ini."),
        Refused::NotAssessed(number) => {
            format!("Indikator {number} tidak menerima nilai dari luar: nilainya mengikuti buktinya.")
        }
    }
}

fn days_ago(days: i64) -> String {
    match days {
        0 => "hari ini".to_owned(),
        1 => "kemarin".to_owned(),
        days => format!("{days} hari lalu"),
    }
}

fn not_yet() -> String {
    "belum pernah di peramban ini".to_owned()
}

fn some_changes(count: u64) -> String {
    if count == 0 { "tidak ada".to_owned() } else { format!("{count} perubahan") }
}

fn some_days(days: i64) -> String {
    format!("{days} hari")
}

fn some_drafts(count: usize) -> String {
    format!("{count} draf")
}

fn made_by(when: &str, who: &str) -> String {
    if who.is_empty() { when.to_owned() } else { format!("{when} oleh {who}") }
}
