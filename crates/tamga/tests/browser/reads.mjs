// The read log: told to the reader first, seen by the coordinator of those whose text it is, and by nobody else.

import assert from "node:assert/strict";
import { findings } from "./axe.mjs";
import { signIn } from "./browser.mjs";

/** The stories. */
export async function reads(story, origin) {
  await story("A State reads what another one shared, is told that this is seen, and the other one sees it by day", { javaScriptEnabled: true }, async (page) => {
    await signIn(page, "xal-coordinator");
    await page.goto("/exercise/series/lake-region/rounds/lakeside-2026/questions");
    await page.goto("/exercise/series/lake-region/rounds/lakeside-2026/submissions/XBR");
    await page.goto("/help#reads");
    await page.getByRole("heading", { name: "Who learns that you read" }).waitFor();
    await page.context().clearCookies();
    await signIn(page, "xbr-coordinator");
    await page.goto("/exercise/reads");
    const said = await page.locator("main").innerText();
    assert.match(said, /Aldmark/);
    assert.doesNotMatch(said, /XAL coordinator/, "no person is named");
    for (const width of [1440, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      assert.deepEqual(await findings(page), []);
      assert.equal(await page.evaluate(() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth), 0);
    }
    if (process.env.TAMGA_SHOTS) await page.screenshot({ path: `${process.env.TAMGA_SHOTS}/reads-320.png`, fullPage: true });
    await page.context().clearCookies();
    await signIn(page, "xbr-reader");
    const response = await page.goto("/exercise/reads");
    assert.equal(response.status(), 404, "a reader of the same State does not find it");
    assert.ok(origin);
  });
}
