// What a portal does with the element: it sets, and it listens.

const takar = document.querySelector('takar-penilaian');
const byId = (id) => document.getElementById(id);

byId('bahasa').addEventListener('change', ({ target }) => takar.setAttribute('lang', target.value));
byId('aksen').addEventListener('change', ({ target }) => takar.setAttribute('accent', target.value));
byId('instansi').addEventListener('change', ({ target }) => takar.setAttribute('agency', target.value));
byId('setelan').addEventListener('submit', (event) => event.preventDefault());
byId('buka').addEventListener('click', async () => {
  const answer = await fetch('../examples/kota-contoh.json');
  if (answer.ok) takar.open(await answer.text(), 'kota-contoh.json');
});

byId('potongan').textContent = JSON.stringify(
  { version: 1, embed: { origins: [location.origin], share: ['index', 'progress'] } }, null, 2);
const silent = setTimeout(() => {
  byId('sambungan').textContent = 'belum terhubung';
  byId('petunjuk').hidden = false;
}, 5000);

addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
  if (effectiveDirective !== 'frame-src') return;
  clearTimeout(silent);
  byId('sambungan').textContent = 'dilarang: kebijakan isi (CSP) halaman ini perlu frame-src dengan asal Takar';
});

takar.addEventListener('takar-ready', ({ detail }) => {
  clearTimeout(silent);
  byId('petunjuk').hidden = true;
  byId('sambungan').textContent = `terhubung, protokol ${detail.protocol}, Takar ${detail.version}`;
});
takar.addEventListener('takar-index', ({ detail }) => {
  byId('indeks').textContent = detail.index ? `${detail.index.replace('.', ',')} (${detail.predicate})` : 'belum ada';
});
takar.addEventListener('takar-progress', ({ detail }) => {
  byId('terisi').textContent = detail.total ? `${detail.answered} dari ${detail.total}` : 'belum ada';
});
takar.addEventListener('takar-refused', ({ detail }) => {
  byId('sambungan').textContent = `ditolak: ${detail.request} (${detail.reason})`;
});
