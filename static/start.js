// Markup is only ever read into a document that runs nothing, and the only programs are files of this site,
// or the worker that the single file makes of itself.
globalThis.trustedTypes?.createPolicy("default", {
  createHTML: (markup, _, use) => (use === "DOMParser parseFromString" ? markup : null),
  createScriptURL: (address) => (/^blob:/.test(address) || new URL(address, document.baseURI).origin === location.origin ? address : null),
});

// The worker that reads loads beside the page's program, which takes it over with what has come of it by then.
try {
  const worker = new Worker(new URL("worker_loader.js", document.baseURI));
  worker.said = [];
  worker.onmessage = ({ data }) => worker.said.push(data);
  worker.onerror = (event) => {
    event.preventDefault();
    worker.failed = true;
  };
  globalThis.saywhenWorker = worker;
} catch {
  // The page starts one of its own, and says what is wrong where that fails.
}

// Starts the page: imports the script that Trunk names in index.html and hands it the module.
// A file of its own, because the Content-Security-Policy forbids scripts inside the page.
try {
  const { script, module } = document.querySelector("script[data-module]").dataset;
  const page = await import(new URL(script, document.baseURI));
  await page.default({ module_or_path: new URL(module, document.baseURI) });
  document.documentElement.dataset.started = "";
} catch (error) {
  console.error(error);
  document.body.textContent =
    "Saywhen could not start, because its program did not load or does not run in this browser: " +
    "reload the page, and if that does not help, open it in a current Firefox, Chrome, Edge or Safari.";
}

// Lets the site work without a network, where the browser can. A new version waits until the page asks for it.
try {
  const registration = await navigator.serviceWorker?.register(new URL("sw.js", document.baseURI));
  const tell = (worker) => {
    if (worker?.state === "installed" && navigator.serviceWorker.controller) dispatchEvent(new Event("saywhen-update"));
  };
  tell(registration?.waiting);
  registration?.addEventListener("updatefound", () => {
    const { installing } = registration;
    installing.addEventListener("statechange", () => tell(installing));
  });
  addEventListener("saywhen-take-over", () => {
    // In another tab it may have taken over already.
    if (!registration.waiting) return location.reload();
    navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("take over");
  });
} catch {
  // Without it the site works as long as there is a network.
}
