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
