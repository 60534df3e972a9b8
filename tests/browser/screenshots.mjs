// Pictures of the site for a person to look at: `cargo xtask screenshots [FOLDER]`.
// Each of three widths, light and dark; `empty` is the first sight, `read` the sight of the first sample.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { launch, open } from "./browser.mjs";

const folder = process.argv[2] ?? "screenshots";
const sizes = [[1440, 900], [768, 1024], [360, 740]];
await mkdir(folder, { recursive: true });
const browser = await launch();
for (const [width, height] of sizes) {
  for (const colorScheme of ["light", "dark"]) {
    const { context, page, complaints } = await open(browser, { viewport: { width, height }, colorScheme });
    const shoot = async (name) => {
      const path = join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path, fullPage: true });
      console.log(path);
    };
    await shoot("empty");
    const sample = page.locator("[data-sample]").first();
    if (await sample.count()) {
      await sample.click();
      await page.waitForTimeout(1000);
      await shoot("read");
    }
    complaints.forEach((complaint) => console.log(`  ${complaint}`));
    await context.close();
  }
}
await browser.close();
