// What kind of visit this is, and the site's configuration (takar.json, docs/configuration.md). It is fetched
// beside the modules and read by the full one (src/config); here only its text matters.

const PATIENCE = 5000; // Milliseconds.

/** The address asks for a kiosk. */
export const kiosk = new URLSearchParams(location.search).has('kiosk');

/** The page stands in a frame of another one. */
export const framed = parent !== window;

async function fetched() {
  // A page that is one file may have its configuration inside.
  const inside = document.getElementById('takar-config');
  if (inside) return { text: inside.textContent };
  if (location.protocol === 'file:') return {};
  const response = await fetch('takar.json', { cache: 'no-cache', signal: AbortSignal.timeout?.(PATIENCE) });
  if ([404, 410].includes(response.status)) return {};
  return response.ok ? { text: await response.text() } : { failed: true };
}

/** Whether a text sets nothing up, so that the first screen can be shown by the small module. */
function isPlain(text) {
  try {
    return text === undefined || Object.keys(JSON.parse(text)).every((key) => key === 'version');
  } catch {
    return false; // The full module says what is wrong.
  }
}

/** Kept when it is known whether this is an ordinary visit; the text is in `takarConfig` by then. */
export const ordinary = fetched()
  .catch(() => ({ failed: true }))
  .then(async (found) => {
    globalThis.takarConfig = found;
    if (kiosk || found.text?.includes('kiosk')) await import('./kiosk.js');
    return !kiosk && !framed && !found.failed && isPlain(found.text);
  });
