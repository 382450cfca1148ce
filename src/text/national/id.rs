use super::NationalTexts;

pub const NATIONAL: NationalTexts = NationalTexts {
    title: "Hasil nasional",
    intro: "Hasil evaluasi SPBE tahun 2023 dan 2024 yang diterbitkan Kementerian PANRB.",
    purpose: "Kementerian PANRB menyatakan bahwa evaluasi ini untuk perbaikan, bukan untuk pemeringkatan. Karena itu yang ditampilkan di sini adalah jarak, kekuatan, dan kelemahan terhadap instansi sejenis.",
    failed: "Daftar hasil tidak dapat dimuat. Draf Anda tidak berubah. Periksa sambungan, lalu coba lagi.",
    bad_list: |year, line| {
        format!(
            "Daftar hasil tahun {year} tidak dapat dibaca: baris {line} tidak sesuai bentuknya. Muat ulang halaman; bila tetap demikian, beri tahu pengelola situs ini."
        )
    },
    agency: "Instansi",
    agency_help: "Ketik nama, lalu pilih dari saran. Contoh: Kabupaten Bantul.",
    unknown: "Nama ini tidak ada dalam daftar. Pilih salah satu nama yang disarankan.",
    nothing_of: |name| {
        format!(
            "{name} tidak ditemukan dalam daftar 2023 maupun 2024. Bila namanya berbeda di sana, cari di atas."
        )
    },
    choose_first: "Pilih instansi untuk melihat posisinya di antara instansi sejenis.",
    place: |agency| format!("Posisi {agency} di antara instansi sejenis"),
    year: "Tahun",
    index: "Indeks",
    predicate: "Predikat",
    median: "Median",
    lower: "Kuartil bawah",
    upper: "Kuartil atas",
    from_median: "Selisih dari median",
    where_it_lies: "Posisi",
    quarters: [
        "di bawah kuartil bawah",
        "antara kuartil bawah dan median",
        "tepat di median",
        "antara median dan kuartil atas",
        "di atas kuartil atas",
    ],
    published: |year| format!("Hasil {year}"),
    own: |year| format!("Draf ini, {year}"),
    own_note: |year| {
        format!(
            "Nilai draf ini adalah penilaian instansi, bukan hasil evaluasi. Nilai itu disandingkan dengan hasil instansi sejenis tahun {year}."
        )
    },
    other_instrument: |instrument| {
        format!(
            "Draf ini memakai instrumen {instrument}. Nilainya tidak disandingkan dengan hasil SPBE, karena yang diukur dan bobotnya berbeda."
        )
    },
    not_listed: |year| format!("tidak ada dalam daftar {year}"),
    named: |name, year| format!("Dalam daftar {year} tertulis: {name}."),
    domains: |kind, year| format!("Menurut domain, hasil {year} ({kind})"),
    domain: "Domain",
    unreadable: "tidak terbaca",
    strong: |domains| format!("Di atas median: {domains}."),
    weak: |domains| format!("Di bawah median: {domains}."),
    no_strong: "Tidak ada domain yang di atas median.",
    no_weak: "Tidak ada domain yang di bawah median.",
    spread: |kind, year| format!("Sebaran hasil {year} ({kind})"),
    spread_of: "Yang ditampilkan",
    spread_year: "Tahun sebaran",
    spread_told: |count, what, lower, median, upper| {
        format!(
            "{what} dari {count} instansi: seperempatnya di bawah {lower}, separuhnya di bawah {median}, seperempatnya di atas {upper}."
        )
    },
    middle_half: "Separuh tengah, median",
    draft: "Draf ini",
    spread_table: "Sebaran dalam angka",
    from_to: |from, to| format!("{from} sampai di bawah {to}"),
    last_part: |from, to| format!("{from} sampai {to}"),
    range: "Rentang",
    count: "Jumlah instansi",
    kinds: "Indeks menurut jenis instansi",
    kind: "Jenis",
    list: "Semua hasil yang diterbitkan",
    search: "Cari nama instansi atau daerah",
    all_kinds: "Semua jenis",
    all_years: "Semua tahun",
    all_predicates: "Semua predikat",
    clear: "Tampilkan semua",
    found: |found, all| format!("{found} dari {all} hasil"),
    nothing: "Tidak ada hasil yang cocok. Kurangi saringannya.",
    save: "Simpan tabel (CSV)",
    file: "takar-hasil-nasional.csv",
    remark: "Catatan",
    below_scale: "Nilai Layanan 0,30 berada di luar skala 1 sampai 5. Kekeliruan ini ada pada sumbernya, dan indeksnya dihitung dengan nilai itu.",
    of_rounded: "Indeks tepatnya di bawah 1,80. Predikat pada sumber mengikuti nilai yang sudah dibulatkan.",
    of_exact: "Indeks tepatnya sedikit di bawah nilai yang tampil. Predikat pada sumber mengikuti nilai tepat itu.",
    unreadable_cell: |value| {
        format!(
            "Nilai Kebijakan tidak terbaca pada sumber. Satu-satunya nilai yang cocok dengan indeksnya adalah {value}."
        )
    },
    about: "Sumber dan cara menghitung",
    sources: "Sumber: Laporan Evaluasi SPBE 2023 (621 instansi) dan 2024 (615 instansi), Kementerian PANRB. Pembagian menurut jenis mengikuti nama instansi.",
    method: "Median dan kuartil dihitung tepat dari semua nilai yang terbaca pada jenis dan tahun yang sama: nilai diurutkan, dan di antara dua urutan diambil bagian yang sebanding (fungsi QUARTILE.INC pada lembar kerja).",
    as_printed: "Nilai dipakai sebagaimana tercetak. Nilai yang tidak terbaca dikosongkan dan tidak ikut dihitung.",
    same_agency: "Daftar 2024 menyebut sekretariat dari beberapa dewan dan komisi; hasilnya dianggap kelanjutan dari hasil 2023.",
};
