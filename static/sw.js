// Serves the site from the browser's own store, so that it works without a network from the first visit on.
// A new version is fetched as a whole beside the old one, and takes over when the reader says so or comes back.
// `cargo xtask build` writes the list of files and its version over the two names below.
const version = "VERSION";
const files = FILES;
const name = `saywhen-${version}`;

addEventListener("install", (event) => {
  // Some files keep their names from version to version: what the browser has of them from before must not do.
  const fresh = files.map((file) => new Request(file, { cache: "no-cache" }));
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(fresh)));
});

addEventListener("activate", (event) => {
  const others = (names) => names.filter((other) => other.startsWith("saywhen-") && other !== name);
  const clean = caches.keys().then((names) => Promise.all(others(names).map((other) => caches.delete(other))));
  event.waitUntil(clean.then(() => clients.claim()));
});

addEventListener("message", (event) => {
  if (event.data === "take over") skipWaiting();
});

// Puts what another program shares where the page finds it, and opens the page. It goes to no host.
async function share(request) {
  // What is no form at all shares nothing.
  const form = await request.formData().catch(() => new FormData());
  const words = (part) => new Response(form.get(part) ?? "").text();
  const parts = { title: await words("title"), text: (await words("text")) || (await words("file")), url: await words("url") };
  const cache = await caches.open("shared");
  await Promise.all(Object.entries(parts).map(([part, words]) => cache.put(`shared/${part}`, new Response(words))));
  return Response.redirect(registration.scope, 303);
}

const homes = ["", "index.html"].map((file) => new URL(file, registration.scope).href);

addEventListener("fetch", (event) => {
  if (event.request.method === "POST") return event.respondWith(share(event.request));
  const page = homes.includes(event.request.url.replace(/[?#].*/s, ""));
  const found = caches.open(name).then((cache) => cache.match(page ? "./" : event.request, { ignoreSearch: true }));
  event.respondWith(found.then((response) => response ?? fetch(event.request)));
});
