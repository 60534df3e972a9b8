// Pictures of the site for a person to look at: `cargo xtask screenshots [FOLDER]`.
// Every view at three widths, light and dark; on a narrow screen each of its parts.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch, open } from "./browser.mjs";
import { views } from "./views.mjs";

const folder = process.argv[2] ?? "screenshots";
const sizes = [[1440, 900], [768, 1024], [360, 740]];
await mkdir(folder, { recursive: true });
const browser = await launch();
for (const [width, height] of sizes) {
  for (const colorScheme of ["light", "dark"]) {
    for (const [name, show] of Object.entries(views)) {
      // The steps are those of a wide screen; the picture is taken when the window has its width.
      const { context, page, complaints } = await open(browser, { viewport: { width: 1440, height }, colorScheme, reducedMotion: "reduce" });
      await show(page);
      await page.setViewportSize({ width, height });
      const shoot = async (part) => {
        await page.waitForTimeout(200);
        const path = join(folder, `${[name, part].filter(Boolean).join("-")}-${width}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true });
        console.log(path);
      };
      await shoot();
      for (const button of await page.locator(".switch button:visible").all()) {
        // An open menu may lie over it.
        await button.dispatchEvent("click");
        await shoot((await button.innerText()).split(/\s/)[0].toLowerCase());
      }
      complaints.forEach((complaint) => console.log(`  ${complaint}`));
      await context.close();
    }
  }
}
await browser.close();
