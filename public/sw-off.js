// Takes the service worker back: put in the place of sw.js, it deletes what was kept for working without
// network and goes. Drafts are not touched, and open pages go on with files from the server (docs/offline.md).

const own = (name) => name.startsWith('takar-') && name.endsWith(` ${new URL(registration.scope).pathname}`);

addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) =>
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(own).map((name) => caches.delete(name))))
      .then(() => registration.unregister()),
  ));
// It keeps no version; a page that asks is answered.
addEventListener('message', ({ ports: [port] }) => port?.postMessage(null));
