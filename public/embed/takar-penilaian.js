// <takar-penilaian>: Takar in a frame of your page. A thin wrapper around an iframe and the messages of protocol
// version 1 (docs/embedding.md). Copy this file to your site, or load it from the Takar you host.
//
//   <script type="module" src="https://takar.example.go.id/embed/takar-penilaian.js"></script>
//   <takar-penilaian src="https://takar.example.go.id/" lang="id" accent="#0b57b0" agency="Kota Contoh" kind="kota"></takar-penilaian>
//
// Attributes: src (needed), lang (id, en), accent (#rrggbb), agency, kind, height (auto, or pixels), label.
// Events: takar-ready, takar-height, takar-index, takar-progress, takar-refused; `detail` is the message.
// Method: open(manifest, name) shows a file to the person; manifest is its text or the object.

const PROTOCOL = 1;
const TOLD = ['ready', 'height', 'index', 'progress', 'refused'];

// What the frame may do; docs/embedding.md says why each is needed.
const SANDBOX = 'allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox';
const PATIENCE = 60_000; // Milliseconds, for a slow network.

export class TakarPenilaian extends HTMLElement {
  static observedAttributes = ['src', 'lang', 'accent', 'agency', 'kind', 'height', 'label'];

  #frame;
  #origin;
  #ready = false;
  #waiting = [];
  #asking;
  #hear = (event) => this.#heard(event);

  connectedCallback() {
    addEventListener('message', this.#hear);
    this.#build();
  }

  disconnectedCallback() {
    removeEventListener('message', this.#hear);
    clearTimeout(this.#asking);
    this.#frame?.remove();
    this.#frame = undefined;
    this.#ready = false;
  }

  attributeChangedCallback(name, before, value) {
    if (!this.#frame || before === value) return;
    if (name === 'src') this.#build();
    else if (name === 'label') this.#frame.title = this.#label;
    else if (name === 'height') this.#fit();
    else if (this.#ready) this.#tellAttribute(name);
  }

  /** Shows a file to the person, who decides what becomes of it. */
  open(manifest, name = 'manifest.json') {
    this.#tell({ type: 'open', manifest, name });
  }

  get #label() {
    return this.getAttribute('label') ?? 'Takar: penilaian mandiri';
  }

  #build() {
    clearTimeout(this.#asking);
    this.#frame?.remove();
    this.#frame = undefined;
    this.#ready = false;
    let address;
    try {
      address = new URL(this.getAttribute('src'), document.baseURI);
    } catch {
      return;
    }
    if (!['http:', 'https:'].includes(address.protocol)) return;
    this.#origin = address.origin;
    const frame = document.createElement('iframe');
    frame.title = this.#label;
    frame.setAttribute('sandbox', SANDBOX);
    frame.setAttribute('allow', 'clipboard-write; fullscreen');
    frame.style.cssText = 'display: block; width: 100%; border: 0';
    frame.addEventListener('load', () => this.#ask(200, Date.now()));
    frame.src = address.href;
    this.#frame = frame;
    this.#fit();
    this.append(frame);
  }

  #fit() {
    const height = this.getAttribute('height') ?? 'auto';
    // Until Takar says how high it is, and where it may not say.
    this.#frame.style.height = /^\d+$/.test(height) ? `${height}px` : '80vh';
  }

  // The frame has loaded its page, not yet its program: asked again until it answers.
  #ask(pause, since) {
    clearTimeout(this.#asking);
    if (pause === 200) this.#ready = false;
    if (this.#ready || !this.#frame || Date.now() - since > PATIENCE) return;
    this.#post({ type: 'hello' });
    this.#asking = setTimeout(() => this.#ask(pause * 1.4, since), pause);
  }

  #tellAttribute(name) {
    const value = this.getAttribute(name);
    if (!value) return;
    if (name === 'lang') this.#tell({ type: 'language', language: value.slice(0, 2) });
    if (name === 'accent') this.#tell({ type: 'accent', color: value });
    if (name === 'agency') {
      const kind = this.getAttribute('kind');
      this.#tell({ type: 'agency', name: value, ...(kind ? { kind } : {}) });
    }
    if (name === 'kind') this.#tellAttribute('agency');
  }

  #tell(message) {
    if (this.#ready) this.#post(message);
    else this.#waiting.push(message);
  }

  #post(message) {
    this.#frame?.contentWindow?.postMessage({ takar: PROTOCOL, ...message }, this.#origin);
  }

  #heard(event) {
    if (!this.#frame || event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
    const message = event.data;
    if (message?.takar !== PROTOCOL || !TOLD.includes(message.type)) return;
    if (message.type === 'ready' && !this.#ready) {
      this.#ready = true;
      clearTimeout(this.#asking);
      for (const name of ['lang', 'accent', 'agency']) this.#tellAttribute(name);
      for (const waiting of this.#waiting.splice(0)) this.#post(waiting);
    }
    if (message.type === 'height' && (this.getAttribute('height') ?? 'auto') === 'auto') {
      this.#frame.style.height = `${message.height}px`;
    }
    this.dispatchEvent(new CustomEvent(`takar-${message.type}`, { detail: message, bubbles: true }));
  }
}

if (!customElements.get('takar-penilaian')) customElements.define('takar-penilaian', TakarPenilaian);
