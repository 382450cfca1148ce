use super::PlanTexts;

pub const PLAN: PlanTexts = PlanTexts {
    title: "Rencana",
    intro: "Tentukan tujuan, lihat langkah yang paling ringan untuk mencapainya, lalu susun rencana aksi. \
            Jawaban penilaian tidak berubah di halaman ini.",
    parts: "Bagian halaman ini",

    goal: "Tujuan",
    now: |index, predicate| format!("Indeks sekarang {index} ({predicate})."),
    target: "Target indeks",
    target_help: |min, max| format!("Dari {min} sampai {max}. Target ini juga tampil di Ringkasan."),
    bad_value: "Tulis angka, misalnya 3 atau 3,25.",
    towards: "Cari jalan menuju",
    to_target: |target| format!("Target indeks: {target}"),
    to_target_none: "Target indeks (belum diisi)",
    to_band: |predicate, from| format!("Predikat {predicate}: mulai {from}"),
    to_other: "Indeks lain",
    other: "Indeks yang dituju",
    no_goal: "Isi target indeks, atau pilih predikat yang dituju.",

    way: "Jalan terpendek",
    way_text: "Langkah dengan jumlah bobot kerja paling kecil. Satu langkah menaikkan satu indikator satu \
               tingkat. Ubah bobot kerja, kunci indikator yang tidak akan dikerjakan, atau beri sasaran; \
               susunannya dihitung ulang.",
    reached: |index, goal| {
        format!("Indeks sekarang {index} sudah mencapai {goal}. Tidak ada langkah yang diperlukan.")
    },
    steps_of: |steps, indicators| format!("{steps} langkah pada {indicators} indikator"),
    leads: |effort, from, to, predicate| {
        format!("Jumlah bobot kerja {effort}. Indeks naik dari {from} menjadi {to} ({predicate}).")
    },
    for_aims_alone: "Tujuan sudah tercapai. Langkah berikut hanya untuk memenuhi sasaran indikator.",
    only_one: "Tidak ada susunan lain dengan bobot kerja sekecil ini.",
    others: |number| format!("Ada {number} susunan lain dengan bobot kerja yang sama."),
    very_many: "lebih dari seribu",
    uncounted: "Susunan lain dengan bobot kerja yang sama mungkin ada, tetapi terlalu banyak untuk dihitung.",
    tie_rule: "Yang ditampilkan adalah yang indeksnya paling tinggi; bila masih sama, yang indikatornya paling \
               sedikit, lalu yang nomor indikatornya paling kecil.",
    out_of_reach: |goal, highest, predicate, gap| {
        format!(
            "Indeks {goal} tidak terjangkau. Dengan semua langkah yang boleh diambil, indeks tertinggi {highest} \
             ({predicate}), kurang {gap}."
        )
    },
    blocked: "Yang menahan adalah indikator terkunci berikut. Di sampingnya, kenaikan indeks bila naik sampai \
              tingkat tertinggi.",
    not_even: "Tanpa kunci pun indeks itu tidak tercapai.",
    no_level: "Semua indikator yang tidak dikunci sudah atau akan berada di tingkat tertinggi.",
    unmet: |numbers| {
        format!("Sasaran indikator {numbers} tidak tercapai: terkunci atau sudah di tingkat tertinggi.")
    },
    plan_all: "Masukkan semua ke rencana aksi",
    planned_all: |steps| format!("{steps} langkah masuk rencana aksi."),
    all_planned: "Semua langkah ini sudah ada dalam rencana aksi.",
    as_scenario: "Simpan sebagai skenario",

    from_to: |from, to| format!("tingkat {from} ke {to}"),
    then: |index| format!("indeks menjadi {index}"),
    effort: "Bobot kerja",
    effort_help: "1 = biasa. Langkah yang dua kali lebih berat diberi 2, dan seterusnya.",
    bad_effort: |first, last| format!("Isi bilangan bulat dari {first} sampai {last}."),
    owner: "Unit",
    owner_default: |names| format!("Pengampu: {names}"),
    owner_none: "Belum ada pengampu",
    no_units: "Belum ada unit. Tambahkan di halaman Unit agar langkah dapat dibagikan.",
    due: "Tenggat",
    lock: "Kunci",
    unlock: "Buka kunci",
    locked: |number| format!("Indikator {number} dikunci. Susunan dihitung ulang."),
    unlocked: |number| format!("Kunci indikator {number} dibuka. Susunan dihitung ulang."),
    locked_list: "Dikunci, tidak ikut dihitung:",
    put: "Masukkan ke rencana aksi",
    is_put: "Dalam rencana aksi",
    for_aim: "untuk sasaran indikator",
    on_step: |label, number, level| format!("{label}: indikator {number} ke tingkat {level}"),
    on_indicator: |label, number| format!("{label}: indikator {number}"),
    evidence: |expected, attached| format!("Bukti yang diharapkan: {expected} · ditautkan: {attached}"),
    criterion: "Kriteria",
    expected: "Bukti yang diharapkan pada tingkat ini",
    no_expected: "Instrumen tidak menyebut bukti tertentu untuk tingkat ini.",
    attached: "Sudah ditautkan pada tingkat ini",
    no_attached: "Belum ada dokumen yang ditautkan pada tingkat ini.",
    open_indicator: "Buka indikator",
    outside: |index, owner| format!("Nilainya berasal dari {index} ({owner}); naiknya ditentukan di sana."),
    instead: "Pilihan lain dengan bobot kerja yang sama",
    instead_one: |indicator, level, index| format!("{indicator} ke tingkat {level}: indeks akhir {index}"),
    instead_more: |more| format!("dan {more} langkah lain"),

    decisions: "Sasaran, kunci, dan bobot kerja per indikator",
    decisions_text: "Sasaran: tingkat yang harus dicapai indikator itu, apa pun tujuannya. Kunci: indikator tetap \
                     seperti sekarang. Bobot kerja berlaku untuk tiap kenaikan tingkat.",
    indicator: "Indikator",
    present: "Sekarang",
    aim: "Sasaran",
    no_aim: "Tanpa sasaran",
    level: |level| format!("tingkat {level}"),
    efforts: "Bobot kerja ke tingkat",

    actions: "Rencana aksi",
    actions_text: "Langkah yang akan dikerjakan, dengan unit, tenggat, dan kemajuannya. Rencana ini tersimpan \
                   bersama penilaian.",
    no_actions: "Belum ada langkah. Masukkan langkah dari jalan terpendek di atas.",
    no_actions_of_unit: "Tidak ada langkah untuk unit yang dipilih.",
    step: "Langkah",
    gain: "Kenaikan indeks",
    progress: "Kemajuan",
    progresses: ["Belum", "Berjalan", "Selesai"],
    note: "Catatan",
    level_reached: "Tingkat tercapai",
    skipped: |levels| format!("Tingkat {levels} belum masuk rencana."),
    overdue: "Lewat tenggat",
    take_out: "Keluarkan",
    taken_out: |number, level| {
        format!("Indikator {number} ke tingkat {level} dikeluarkan dari rencana aksi.")
    },
    done_of: |done, all, effort_done, effort, share| {
        format!("{done} dari {all} langkah selesai; bobot kerja {effort_done} dari {effort} ({share}%).")
    },
    end: |index, predicate| format!("Indeks bila semua langkah selesai: {index} ({predicate})."),
    end_of_all: "Angka ini menghitung semua unit.",
    by_due: "Urut tenggat",
    save_table: "Simpan tabel (CSV)",
    print: "Cetak rencana aksi",
    columns: [
        "Indikator",
        "Judul",
        "Nilai sekarang",
        "Ke tingkat",
        "Kenaikan indeks",
        "Bobot kerja",
        "Unit",
        "Tenggat",
        "Kemajuan",
        "Tingkat tercapai",
        "Catatan",
        "Kriteria",
        "Bukti yang diharapkan",
        "Bukti yang ditautkan",
    ],
    yes_no: ["ya", "tidak"],

    what_if: "Bagaimana jika",
    what_if_text: "Naikkan atau turunkan nilai pada sebuah skenario dan lihat indeksnya. Jawaban penilaian tidak \
                   berubah.",
    new_scenario: "Skenario baru",
    scenario_name: |number| format!("Skenario {number}"),
    way_name: |goal| format!("Jalan terpendek ke {goal}"),
    copy_name: |name| format!("{name} (salinan)"),
    scenario: "Skenario",
    today: "Sekarang",
    index: "Indeks",
    difference: "Selisih",
    predicate: "Predikat",
    changed: "Indikator berubah",
    edit: "Ubah",
    close: "Tutup",
    duplicate: "Gandakan",
    remove: "Hapus",
    on_scenario: |label, name| format!("{label}: {name}"),
    removed: |name| format!("{name} dihapus."),
    name: "Nama skenario",
    moves: |from, to, difference| format!("Indeks sekarang {from}, dalam skenario {to} ({difference})."),
    radar: "Nilai tiap aspek: garis putus-putus sekarang, bidang berwarna dalam skenario",
    section: "Bagian",
    levels: "Nilai tiap indikator",
    raise: |number| format!("Naikkan indikator {number}"),
    lower: |number| format!("Turunkan indikator {number}"),
    back: |number| format!("Kembalikan indikator {number} ke nilai sekarang"),
    back_short: "Kembalikan",
    was: |value| format!("sekarang {value}"),
};
