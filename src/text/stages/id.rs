use super::StagesTexts;

pub const STAGES: StagesTexts = StagesTexts {
    title: "Tahapan",
    intro: "Dari penilaian mandiri sampai hasil akhir. Setiap tahap memakai nilai tahap sebelumnya, kecuali indikator yang dinilai lagi pada tahap itu.",
    short: ["Mandiri", "Dokumen", "Interviu", "Visitasi", "Akhir"],

    present: "sedang dikerjakan",
    is_closed: "ditutup",
    is_open: "terbuka",
    not_begun: "belum dimulai",
    if_needed: "Hanya bila diperlukan.",
    as_before: "Sampai dinilai lagi, nilainya sama dengan tahap sebelumnya.",
    given: |given, all| format!("Nilai yang diberikan pada tahap ini: {given} dari {all} indikator."),
    all_taken_over: "Belum ada nilai dari tahap ini; semua mengikuti tahap sebelumnya.",
    closed_by: |name, day| {
        if day.is_empty() { format!("Ditutup oleh {name}.") } else { format!("Ditutup oleh {name}, {day}.") }
    },
    frozen_by: |stage| format!("Ikut dibekukan oleh penutupan tahap {stage}."),
    open_count: |count| format!("{count} indikator belum memiliki nilai."),
    work_here: "Kerjakan tahap ini",
    look: "Lihat tahap ini",
    on_stage: |what, stage| format!("{what}: {stage}"),
    working_at: |stage| format!("Tahap yang dikerjakan sekarang: {stage}."),
    close: "Tutup tahap",
    close_stage: |stage| format!("Tutup tahap {stage}"),
    reopen: "Buka kembali",
    reopen_stage: |stage| format!("Buka kembali tahap {stage}"),
    interview: "Sesi, pertanyaan, dan tindak lanjut",
    due: |count| format!("{count} tindak lanjut belum selesai."),

    complete: |all| format!("Semua {all} indikator sudah memiliki nilai sampai tahap ini."),
    incomplete: |count, least| {
        format!("{count} indikator belum memiliki nilai sampai tahap ini dan dihitung {least}:")
    },
    and_more: |count| format!("dan {count} lagi"),
    closes: |stage| {
        format!(
            "Setelah ditutup, nilai, penjelasan, catatan, dan justifikasi tahap {stage} tidak dapat diubah sampai tahap ini dibuka kembali. Tahap berikutnya tetap dapat dikerjakan."
        )
    },
    closes_earlier: |stages| format!("Tahap sebelumnya ikut dibekukan: {stages}."),
    keeps: "Sebelum menutup, Takar menyimpan titik pemulihan yang tidak dihapus otomatis.",
    by: "Ditutup oleh",
    by_help: "Nama ini tercatat pada penutupan dan di Riwayat.",
    need_name: "Tulis nama orang yang melakukannya.",
    on: "Tanggal",
    need_day: "Isi tanggal yang ada di kalender, misalnya 22-11-2026.",
    note: "Catatan (boleh kosong)",
    note_help: "Misalnya nomor berita acara atau surat.",
    cancel: "Batal",
    closed: |stage| format!("Tahap {stage} ditutup."),
    go_on: "Tahap berikutnya dimulai dengan nilai yang baru saja dibekukan. Lanjutkan ke tahap mana?",
    go_on_to: |stage| format!("Lanjut ke {stage}"),
    stay: "Tetap di sini",
    no_room: "Tidak ada ruang untuk titik pemulihan, jadi tidak ada yang diubah. Kosongkan ruang di halaman Ruang penyimpanan, lalu ulangi.",
    kept_as: |stage| format!("Penutupan tahap {stage}"),

    reopens: |stages| format!("Tahap yang akan dapat diubah lagi: {stages}."),
    stays_closed: |stages| format!("Yang tetap ditutup: {stages}."),
    reopen_keeps: "Tidak ada nilai yang berubah. Pembukaan ini tercatat di Riwayat, dan keadaan sekarang disimpan sebagai titik pemulihan.",
    reopened_by: "Dibuka kembali oleh",
    reopened_by_help: "Nama ini tercatat di Riwayat.",
    reopened: |stages| format!("Dibuka kembali: {stages}."),

    line: "Indeks dari tahap ke tahap",
    line_name: |points| format!("Indeks dari tahap ke tahap: {points}"),
    line_target: |target| format!("Garis putus-putus: target {target}."),
    line_no_target: "Belum ada target. Tetapkan di Ringkasan agar garisnya terlihat di sini.",
    by_section: "Domain dan aspek per tahap",
    by_indicator: "Indikator per tahap",
    index: "Indeks",
    from: "Dari tahap",
    to: "ke tahap",
    show: "Tampilkan",
    filters: ["Semua indikator", "Yang berbeda", "Yang naik", "Yang turun"],
    counts: |rose, fell, new, same| {
        let new = if new > 0 { format!(", {new} baru dinilai") } else { String::new() };
        format!("{rose} naik, {fell} turun{new}, {same} tetap.")
    },
    index_moved: |before, after, difference| format!("Indeks {before} menjadi {after} ({difference})."),
    legend: "Angka tebal diberikan pada tahap itu; angka dalam kurung diteruskan dari tahap sebelumnya. Panah menunjukkan naik atau turun dari tahap sebelumnya.",
    links: "Setiap angka membuka indikatornya, dan tahap itu menjadi tahap yang dikerjakan.",
    none_shown: "Tidak ada indikator yang cocok.",
    show_all: "Tampilkan semua",
    one_stage: "Baru satu tahap yang dimulai, jadi belum ada yang dapat dibandingkan.",
    no_value: "belum diisi",
    given_here: "diberikan pada tahap ini",
    taken_over: "diteruskan",
    rose: |difference| format!("naik {difference}"),
    fell: |difference| format!("turun {difference}"),
    cell: |number, stage| format!("indikator {number}, {stage}"),

    at: |stage| format!("Tahap: {stage}"),
    index_at: |index, stage| format!("{index}, {stage}"),
    taken_from: |value, stage| format!("Nilai {value} diteruskan dari tahap {stage}."),
    give_one: "Pilih tingkat untuk memberi nilai tahap ini.",
    value_of: |value, stage| format!("Nilai {value} diberikan pada tahap {stage}."),
    instead_of: |stage, value| format!("Sebelumnya, tahap {stage}: {value}."),
    nothing_yet: "Belum ada nilai sampai tahap ini.",
    confirm: |value| format!("Tetapkan {value} untuk tahap ini"),
    take_over: "Pakai nilai tahap sebelumnya",
    took_over: "Nilai tahap ini ditarik; nilai tahap sebelumnya berlaku lagi.",
    assessor_note: "Catatan asesor",
    assessor_note_help: "Apa yang ditemukan pada tahap ini, dan apa yang perlu diklarifikasi atau diperbaiki.",
    justification: "Justifikasi hasil",
    justification_help: "Mengapa nilai ini diberikan: bukti mana yang memenuhi, dan kriteria mana yang belum.",
    earlier: "Dari tahap sebelumnya",
    nothing_earlier: "Tidak ada Fakta, Analisis, atau catatan dari tahap sebelumnya.",
    write_there: |stage| format!("Kerjakan di tahap {stage}"),
    fields: ["Fakta", "Analisis", "Catatan asesor", "Justifikasi hasil"],
    frozen: |stage, closed, name, day| {
        let day = if day.is_empty() { String::new() } else { format!(", {day}") };
        if stage == closed {
            format!(
                "Tahap {stage} sudah ditutup oleh {name}{day}. Nilai dan teksnya hanya dapat dibaca sampai tahap ini dibuka kembali."
            )
        } else {
            format!(
                "Tahap {stage} dibekukan oleh penutupan tahap {closed} ({name}{day}). Nilai dan teksnya hanya dapat dibaca sampai tahap ini dibuka kembali."
            )
        }
    },
    frozen_package: "Yang dapat membukanya kembali adalah koordinator yang memberikan paket kerja ini.",
    to_stages: "Ke halaman Tahapan",
    filter_taken_over: "Belum dinilai pada tahap ini",

    would_change: |count| {
        format!(
            "Berkas ini akan mengubah {count} isian (nilai, penjelasan, atau catatan) pada tahap yang sudah ditutup di sini. Lanjutkan hanya bila itu memang Anda maksudkan."
        )
    },
    replace_would_change: |count| {
        format!("Mengganti draf mengubah {count} isian pada tahap yang sudah ditutup di sini.")
    },
    line_changes: |file, count| format!("{file}: mengubah {count} isian pada tahap yang sudah ditutup."),
    left_frozen: |count| {
        format!("{count} isian tahap yang sudah ditutup akan berubah, jadi perlu Anda periksa sendiri.")
    },

    was_closed: |stage| format!("tahap {stage} ditutup"),
    was_reopened: |stage| format!("tahap {stage} dibuka kembali"),
};
