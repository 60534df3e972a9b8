// Every view of the page, each with the steps that lead to it from the empty page on a wide screen.

const read = async (page) => {
  await page.locator("[data-sample]").first().click();
  await page.waitForSelector(".event .lead");
};

/** From another article into which the sample is taken: both are open then. */
const added = async (page) => {
  await read(page);
  await page.getByRole("button", { name: "Add an article" }).click();
  await page.locator("textarea").waitFor();
};

export const views = {
  empty: async () => {},
  private: async (page) => {
    await page.getByText("How can I check that?").click();
  },
  read,
  all: async (page) => {
    await read(page);
    await page.getByRole("button", { name: /Show all .*events/ }).click();
    await page.getByRole("button", { name: /All sources/ }).click();
    await page.getByText("As a picture").click();
    await page.getByText("Other times in the text").click();
  },
  why: async (page) => {
    await read(page);
    await page.getByRole("button", { name: "Next unsure" }).click();
    await page.locator(".panel:not([hidden])").first().waitFor();
    await page.getByRole("button", { name: /All sources/ }).click();
    await page.locator(".quotation").getByRole("button", { name: "Why?" }).first().click();
    await page.locator("details.person summary").first().click();
  },
  menu: async (page) => {
    await read(page);
    await page.getByText("Take away").click();
  },
  address: async (page) => {
    await read(page);
    await page.getByText("Add its address").click();
    await page.getByLabel("Address of the article").fill("no address");
    await page.getByRole("button", { name: "Set", exact: true }).click();
  },
  corrected: async (page) => {
    await read(page);
    await page.locator("li.event").first().getByRole("button", { name: "Wrong" }).click();
    await page.locator("#published-on").fill("2020-01-10");
    await page.locator("#published-on").dispatchEvent("change");
    await page.locator(".moved").waitFor();
    await page.locator(".article h2").evaluate((block) => {
      getSelection().selectAllChildren(block);
      block.dispatchEvent(new PointerEvent("pointerup", { bubbles: true }));
    });
    await page.getByRole("complementary", { name: "Selected words" }).waitFor();
  },
  filtered: async (page) => {
    await read(page);
    await page.locator("#filter-words").fill("nothing has these words");
    await page.getByText("Nothing here fits").first().waitFor();
  },
  writing: async (page) => {
    await read(page);
    await page.getByRole("button", { name: "Edit text" }).click();
  },
  away: async (page) => {
    await read(page);
    await page.getByRole("button", { name: "New article" }).click();
    await page.getByRole("button", { name: "Bring it back" }).waitFor();
  },
  adding: added,
  compared: async (page) => {
    await added(page);
    await page.locator("[data-sample]").nth(1).click();
    await page.waitForSelector(".event .lead");
    await page.getByRole("button", { name: "Compare" }).click();
    await page.locator(".comparison").waitFor();
  },
};
