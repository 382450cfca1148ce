/// What should stand at a place, in the words of the readers of `crate::json` and
/// `assessment::read`.
pub fn in_indonesian(expected: &'static str) -> &'static str {
    match expected {
        "an object {…}" => "objek {…}",
        "a list […]" => "daftar […]",
        "a text" => "teks",
        "true or false" => "true atau false",
        "a value, it is missing" => "isian ini, yang tidak ada",
        "nothing, this field is unknown" => "tidak ada apa-apa, isian ini tidak dikenal",
        "another key, this one is unknown" => "kunci lain, yang ini tidak dikenal",
        "one entry, this key stands twice" => "satu isian, kunci ini tertulis dua kali",
        "a whole number from 0 to 255" => "bilangan bulat 0 sampai 255",
        "a whole number from 0 to 65535" => "bilangan bulat 0 sampai 65535",
        "a value such as \"3.00\"" => "nilai seperti \"3.00\"",
        "a moment in UTC such as 2026-11-22T03:42:00Z" => "waktu UTC seperti 2026-11-22T03:42:00Z",
        "1 to 40 letters, digits and hyphens" => "1 sampai 40 huruf, angka, dan tanda hubung",
        "kementerian, instansi-pusat-lain, provinsi, kabupaten or kota" => {
            "kementerian, instansi-pusat-lain, provinsi, kabupaten, atau kota"
        }
        "mandiri, dokumen, interviu, visitasi or akhir" => "mandiri, dokumen, interviu, visitasi, atau akhir",
        "another number, this one stands twice" => "nomor lain, yang ini tertulis dua kali",
        "another link, this one stands twice" => "tautan lain, yang ini tertulis dua kali",
        "a day that exists, such as 2026-11-22" => "tanggal yang ada di kalender, seperti 2026-11-22",
        "64 hexadecimal digits in small letters" => "64 angka heksadesimal dengan huruf kecil",
        "a mark such as \"k3f9.2 < 013579024681\"" => "tanda seperti \"k3f9.2 < 013579024681\"",
        "a whole number" => "bilangan bulat",
        "draf, dikirim, diterima, perlu-revisi or ditolak" => {
            "draf, dikirim, diterima, perlu-revisi, atau ditolak"
        }
        "diterima or dikirim" => "diterima atau dikirim",
        "a kind of document such as peraturan, laporan or lain" => {
            "jenis dokumen seperti peraturan, laporan, atau lain"
        }
        "either content or text" => "salah satu dari content atau text",
        "a key of a snapshot" => "kunci titik pemulihan",
        "a whole number from 0 to 4294967295" => "bilangan bulat 0 sampai 4294967295",
        "a whole number from 600000 to 10000000" => "bilangan bulat 600000 sampai 10000000",
        "12 bytes as base64" => "12 byte dalam base64",
        "16 to 64 bytes as base64" => "16 sampai 64 byte dalam base64",
        "at least 16 bytes as base64" => "sedikitnya 16 byte dalam base64",
        "the number 1" => "angka 1",
        "an origin such as https://portal.example.go.id, without a path, in small letters" => {
            "asal seperti https://portal.example.go.id, tanpa jalur, dengan huruf kecil"
        }
        "at most 50 origins" => "paling banyak 50 asal",
        "something else, this stands twice" => "yang lain, ini tertulis dua kali",
        "the id of an instrument such as spbe-2020" => "id instrumen seperti spbe-2020",
        "a whole number from 10 to 3600" => "bilangan bulat 10 sampai 3600",
        "a whole number from 20 to 300" => "bilangan bulat 20 sampai 300",
        "id or en" => "id atau en",
        "index or progress" => "index atau progress",
        "memory or session" => "memory atau session",
        "the id under which it is stored" => "id yang sama dengan tempat penyimpanannya",
        // Only instruments hold other fields, and nobody opens those as files.
        other => other,
    }
}
