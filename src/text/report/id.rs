use super::{PaperTexts, ReportTexts};

pub const REPORT: ReportTexts = ReportTexts {
    title: "Laporan",
    intro: "Pilih isinya, periksa pratinjaunya, lalu cetak atau simpan. Angkanya sama dengan yang ada di layar.",
    parts_head: "Isi laporan",
    parts: [
        "Ringkasan pimpinan (satu halaman)",
        "Metode dan sumber",
        "Hasil: indeks, bagian, dan semua nilai",
        "Rincian setiap indikator",
        "Kekuatan, kelemahan, dan rekomendasi",
        "Rencana aksi",
        "Perbandingan tahap",
        "Berita acara penilaian mandiri",
        "Catatan perbaikan per unit",
    ],
    full_parts: "Laporan lengkap",
    proposals: "Sertakan usulan otomatis di bagian yang temuannya belum ditulis (ditandai sebagai usulan)",
    language: "Bahasa laporan",
    preview: "Pratinjau laporan",
    preview_help: "Saat dicetak, laporan dibagi ke dalam halaman A4 dengan nomor halaman.",
    none_chosen: "Belum ada yang dipilih. Centang sedikitnya satu isi laporan.",
    print: "Cetak",
    print_help: "Untuk PDF, pilih “Simpan sebagai PDF” di jendela cetak. Matikan header dan footer bawaan peramban.",
    print_failed: "Jendela cetak tidak dapat dibuka. Simpan laporan sebagai HTML, buka berkasnya, lalu cetak dari sana.",
    save: "Simpan sebagai HTML",
    tables: "Tabel (CSV)",
    table_names: ["Indikator", "Domain dan aspek", "Rencana aksi"],
    charts: "Grafik",
    chart_svg: ["Radar (SVG)", "Batang (SVG)", "Garis tahap (SVG)"],
    chart_png: ["Radar (PNG)", "Batang (PNG)", "Garis tahap (PNG)"],
    png_failed: "Peramban tidak dapat membuat gambar PNG. Simpan grafiknya sebagai SVG.",
    cover: "Kop surat dan tanda tangan",
    cover_help: "Tersimpan di draf ini dan termuat dalam berkasnya.",
    letterhead: "Kop surat",
    letterhead_help: "Paling banyak lima baris yang dicetak. Bila kosong, dipakai nama instansi.",
    place: "Tempat penandatanganan",
    date: "Tanggal penandatanganan",
    signatories: "Penanda tangan",
    signatories_help: |limit| {
        format!(
            "Paling banyak {limit} orang. Bila kosong, berita acara menyediakan tempat untuk koordinator."
        )
    },
    signatory: |number| format!("Penanda tangan {number}"),
    role: "Jabatan",
    name: "Nama",
    nip: "Nomor induk pegawai",
    add_signatory: "Tambah penanda tangan",
    remove_signatory: "Hapus",
    remove_label: |number| format!("Hapus penanda tangan {number}"),
    logo: "Logo",
    logo_help: |limit| {
        format!(
            "PNG, JPEG, atau SVG, paling besar {limit}. Logo disimpan di peramban ini saja: tidak termuat dalam berkas draf dan cadangan, dan terhapus bersama drafnya."
        )
    },
    logo_choose: "Pilih logo",
    logo_remove: "Hapus logo",
    logo_none: "Belum ada logo.",
    logo_alt: "Logo yang dipakai",
    logo_kept: "Logo disimpan.",
    logo_removed: "Logo dihapus.",
    logo_large: |name, limit| {
        format!(
            "{name} lebih besar daripada {limit}. Perkecil gambarnya, lalu pilih lagi. Logo tidak berubah."
        )
    },
    logo_format: |name| {
        format!("{name} bukan gambar PNG, JPEG, atau SVG. Pilih berkas lain. Logo tidak berubah.")
    },
    logo_unread: |name| {
        format!(
            "{name} tidak dapat dibaca. Periksa apakah berkasnya masih ada, lalu pilih lagi. Logo tidak berubah."
        )
    },
    logo_full: "Logo tidak tersimpan karena penyimpanan peramban penuh. Kosongkan ruang di halaman Ruang penyimpanan, lalu pilih lagi.",
    findings: "Temuan",
    findings_help: "Tulis per bagian. Usulan dihitung dari nilai dan bukti; baru menjadi temuan setelah Anda pakai, dan dapat diubah.",
    section: "Bagian",
    all_sections: "Umum",
    has_text: |section| format!("{section} (terisi)"),
    proposed: "Usulan",
    take_over: "Pakai usulan",
    take_over_label: |part| format!("Pakai usulan: {part}"),
    taken_over: "Usulan dipakai dan dapat diubah.",
    no_proposal: "Tidak ada usulan.",
    paper: PaperTexts {
        title: |index, agency, year| format!("Laporan {index} {agency} {year}"),
        page: "Halaman",
        page_of: "dari",
        logo: "Logo instansi",
        months: [
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember",
        ],
        weekdays: ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"],
        long_date: |weekday, day, month, year| format!("{weekday}, {day} {month} {year}"),
        identity: |agency, kind, year, instrument, stage| {
            format!("{agency} ({kind}) · tahun {year} · {instrument} · tahap {stage}")
        },
        interim_head: "Sementara.",
        interim: |answered, total, least, lowest, highest| {
            format!(
                "Baru {answered} dari {total} indikator yang diisi. Yang belum diisi dihitung {least}, sehingga indeks akhirnya dapat berada di antara {lowest} dan {highest}."
            )
        },
        not_official: "Hasil penilaian instansi pada tahap ini. Indeks resmi ditetapkan oleh kementerian setelah tahap akhir.",
        estimate: "Nilai yang didukung bukti adalah perkiraan: cara menghitung nilai setiap butir bukti tidak tertulis dalam peraturan.",
        domain: "Domain",
        aspect: "Aspek",
        section: "Bagian",
        number: "Nomor",
        indicator: "Indikator",
        weight: "Bobot",
        value: "Nilai",
        adds: "Sumbangan ke indeks",
        answered: "Terisi",
        claimed: "Nilai",
        supported: "Didukung bukti",
        supported_estimate: "Didukung bukti (perkiraan)",
        supported_short: "Didukung",
        target: "Target indeks",
        predicate: "Predikat",
        level: "Tingkat",
        level_name: "Tingkat kematangan",
        chart_title: |chart, agency, year| format!("{chart}, {agency} {year}"),
        charts: ["Nilai setiap aspek", "Nilai domain dan aspek", "Indeks dari tahap ke tahap"],
        dashed: "Garis putus-putus pada grafik: target.",
        summary: "Ringkasan untuk Pimpinan",
        trend: |stages| format!("Indeks dari tahap ke tahap: {stages}."),
        strongest: "Nilai tertinggi",
        weakest: "Nilai terendah",
        nothing_answered: "Belum ada indikator yang diisi.",
        next: "Langkah berikutnya",
        next_open: |open| format!("Isi {open} indikator yang belum diisi."),
        next_support: |count, first, lost| {
            format!(
                "Lengkapi bukti {count} indikator yang nilainya belum didukung, mulai dari {first} (indeks berkurang {lost})."
            )
        },
        next_raise: |indicator, level, gain| {
            format!("Naikkan {indicator} ke tingkat {level}: indeks bertambah {gain}.")
        },
        next_plan: |steps, done, due| match due {
            Some(due) => {
                format!("Rencana aksi: {done} dari {steps} langkah selesai; tenggat terdekat {due}.")
            }
            None => format!("Rencana aksi: {done} dari {steps} langkah selesai."),
        },
        full: "Laporan Penilaian",
        method: "Metode",
        method_text: |index, count| {
            format!(
                "{index} dihitung dari {count} indikator: nilai setiap indikator dikalikan bobotnya, dijumlahkan, lalu dibagi jumlah bobot. Tidak ada pembulatan di tengah perhitungan; angka yang ditampilkan dibulatkan ke dua desimal. Indikator yang belum diisi dihitung dengan nilai terendah skala. Dasar penilaian:"
            )
        },
        method_support: |condition| {
            format!(
                "Suatu tingkat disebut didukung bila bukti untuk tingkat itu dan tingkat di bawahnya {condition}."
            )
        },
        predicates: "Predikat",
        from: "Mulai",
        to: "Sampai",
        bands: "Batas bawah termasuk ke dalam predikat; batas atas tidak, kecuali pada predikat tertinggi.",
        rules: "Aturan yang dipakai",
        inferred: "(disimpulkan, tidak tertulis dalam peraturan)",
        sources: "Sumber",
        own_words: "Kriteria dalam laporan ini adalah ringkasan Takar. Rujukan resminya adalah naskah peraturan.",
        results: "Hasil",
        all_indicators: "Nilai semua indikator",
        details: "Rincian Indikator",
        unanswered: "Belum diisi",
        value_is: |value| format!("Nilai {value}"),
        supported_is: |value| format!("didukung bukti {value}"),
        taken_from: |stage| format!("nilai dari {stage}"),
        owned_by: |units| format!("pengampu: {units}"),
        criterion: |level| format!("Kriteria tingkat {level}"),
        text_at: |text, stage| format!("{text} ({stage})"),
        no_documents: "Belum ada bukti dukung.",
        document: "Bukti dukung",
        document_date: "Tanggal",
        pages: "Halaman atau bab",
        status: "Status",
        findings: "Kekuatan, Kelemahan, dan Rekomendasi",
        all_sections: "Umum",
        no_findings: "Belum ada temuan yang ditulis.",
        finding_parts: ["Pemenuhan", "Kekuatan", "Kelemahan", "Rekomendasi"],
        proposal: "usulan otomatis",
        named_value: |indicator, value| format!("{indicator} ({value})"),
        propose_fulfilment: |title, value, answered, total, short| {
            let first = format!("{title}: nilai {value}; {answered} dari {total} indikator terisi.");
            match short {
                0 => first,
                short => format!("{first} Nilai {short} indikator belum didukung bukti."),
            }
        },
        propose_strong: |indicators| format!("Nilai tinggi dan didukung bukti: {indicators}."),
        propose_weak: |indicators| format!("Nilai rendah: {indicators}."),
        propose_unsupported: |indicators| format!("Nilai belum didukung bukti: {indicators}."),
        propose_open: |count| format!("Isi {count} indikator yang belum diisi."),
        propose_support: |count| format!("Lengkapi bukti {count} indikator yang nilainya belum didukung."),
        propose_raise: |indicator, level, criterion| {
            format!("Naikkan {indicator} ke tingkat {level}. Kriterianya: {criterion}")
        },
        plan: "Rencana Aksi",
        no_plan: "Belum ada langkah dalam rencana aksi.",
        step: "Langkah",
        step_to: |indicator, level| format!("{indicator} ke tingkat {level}"),
        to_do: "Yang harus dipenuhi",
        owner: "Penanggung jawab",
        due: "Tenggat",
        progress: "Kemajuan",
        progresses: ["belum mulai", "berjalan", "selesai"],
        stage_part: "Perbandingan Tahap",
        one_stage: "Baru ada satu tahap.",
        taken_over: "Tahap yang tidak mengubah suatu indikator memakai nilai tahap sebelumnya.",
        stage: "Tahap",
        stages: ["Mandiri", "Dokumen", "Interviu", "Visitasi", "Akhir"],
        changed: "Nilai yang diisi",
        closed: "Penutupan",
        closed_by: |by, on| if on.is_empty() { by.to_owned() } else { format!("{by}, {on}") },
        different: "Indikator yang nilainya berbeda",
        no_difference: "Nilai semua indikator sama di setiap tahap.",
        difference: "Selisih",
        minutes: "Berita Acara Penilaian Mandiri",
        minutes_of: |instrument, agency, year| format!("{instrument} · {agency} · Tahun {year}"),
        minutes_number: "Nomor: ........................................",
        minutes_opening: |date, place, agency, instrument| {
            format!(
                "Pada hari ini, {date}, bertempat di {place}, Tim Asesor Internal {agency} telah menyelesaikan penilaian mandiri dengan instrumen {instrument}. Hasilnya sebagai berikut."
            )
        },
        minutes_closed: |by, on| {
            if on.is_empty() {
                format!("Tahap penilaian mandiri ditutup oleh {by}.")
            } else {
                format!("Tahap penilaian mandiri ditutup oleh {by} pada {on}.")
            }
        },
        minutes_end: "Demikian berita acara ini dibuat untuk dipergunakan sebagaimana mestinya.",
        blank_date: "hari .................... tanggal .................... bulan .................... tahun ..............",
        coordinator: |about| format!("Koordinator {about}"),
        nip: |number| format!("NIP {number}"),
        repairs: "Catatan Perbaikan",
        repairs_text: |count| format!("{count} indikator perlu dilengkapi atau diperbaiki."),
        to_mend: "Yang perlu dilengkapi atau diperbaiki",
        nobody: "Indikator tanpa pengampu",
        all_units: "Semua indikator",
        nothing_to_mend: "Tidak ada yang perlu diperbaiki: semua indikator diisi, dijelaskan, dan didukung bukti.",
        units_fine: |units| format!("Tidak ada yang perlu diperbaiki oleh: {units}."),
        miss_answer: "Belum diisi.",
        miss_explanation: "Penjelasan (fakta dan analisis) belum ditulis.",
        miss_review: |title, status, note| {
            if note.is_empty() {
                format!("“{title}”: {status}.")
            } else {
                format!("“{title}”: {status}. {note}")
            }
        },
        miss_doubt: |title, words| format!("“{title}”: {words}"),
        miss_follow_up: |words, due| match due {
            Some(due) => format!("Tindak lanjut interviu (tenggat {due}): {words}"),
            None => format!("Tindak lanjut interviu: {words}"),
        },
        working_days: |days, from| format!("{days} hari kerja setelah {from}"),
    },
};
