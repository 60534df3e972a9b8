// Starts the page: imports the script that Trunk names in index.html and hands it the module.
// A file of its own, because the Content-Security-Policy forbids scripts inside the page.
const { script, module } = document.querySelector("script[data-module]").dataset;
const page = await import(new URL(script, document.baseURI));
await page.default({ module_or_path: new URL(module, document.baseURI) });
document.documentElement.dataset.started = "";
