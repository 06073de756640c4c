// What readers do, told as they would tell it.

import assert from "node:assert/strict";
import { ROUND } from "./addresses.mjs";
import { findings } from "./axe.mjs";
import { clears } from "./clearance.mjs";
import { reads } from "./reads.mjs";
import { handles } from "./handling.mjs";
import { PHONE, reader } from "./browser.mjs";
import { test } from "./tests.mjs";

/** All stories, each with a reader of its own who must have nothing to complain of. */
export async function stories(browser, origin) {
  const story = (sentence, options, tell) =>
    test(sentence, async () => {
      const someone = await reader(browser, origin, options);
      try {
        await tell(someone.page, someone);
        assert.deepEqual(someone.complaints, []);
      } finally {
        await someone.close();
      }
    });
  await walks(story);
  await keys(story);
  await past(story);
  await searches(story);
  await troubles(story);
  await clears(story, origin);
  await reads(story, origin);
  await handles(story, origin);
}

const title = (page) => page.locator("h1").innerText();
const query = (page) => Object.fromEntries(new URL(page.url()).searchParams);
const visible = (page) => page.locator("body").innerText();

async function walks(story) {
  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? "" : " without JavaScript";
    await story(`A reader walks from the first page to a round and back into its series${how}`, { javaScriptEnabled }, async (page) => {
      await page.goto("/");
      await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Series", exact: true }).click();
      await page.getByRole("link", { name: "Central Asia and partner States" }).click();
      await page.getByRole("heading", { name: "Issyk-Kul round" }).getByRole("link").click();
      assert.equal(await title(page), "Issyk-Kul round, 28–30 June 2018");
      await page.getByRole("navigation", { name: "You are here" }).getByRole("link", { name: "Central Asia" }).click();
      assert.equal(await title(page), "Central Asia and partner States");
    });
    await story(`A reader looks at the past, searches there and changes the language${how}`, { javaScriptEnabled }, async (page) => {
      await page.goto(ROUND);
      await page.getByRole("button", { name: /As of/ }).click();
      await page.getByLabel("Another day, month or year").fill("2018-06-30");
      await page.getByRole("button", { name: "Show", exact: true }).click();
      await page.getByText("As of 30 June 2018", { exact: true }).waitFor();
      await page.getByRole("navigation", { name: "Main navigation" }).getByRole("link", { name: "Search" }).click();
      await page.getByLabel("Search this installation").fill("Минск");
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=/);
      await page.getByRole("link", { name: /^RU/ }).click();
      assert.deepEqual(query(page), { q: "Минск", as_of: "2018-06-30", lang: "ru" });
      assert.equal(await title(page), "Поиск: Минск");
      await page.getByText("На 30 июня 2018 г.", { exact: true }).first().waitFor();
    });
  }
  await story("On a phone the menu opens, has nothing for axe to find, and leads on", { screen: PHONE, language: "ru" }, async (page) => {
    await page.goto("/");
    await page.getByRole("button", { name: "Меню" }).click();
    assert.deepEqual(await findings(page), []);
    await page.getByRole("link", { name: "Серии", exact: true }).click();
    assert.equal(await title(page), "Проведённые обзоры");
  });
  await story("A chosen language and look stay on the pages that follow", {}, async (page) => {
    await page.goto("/");
    await page.getByRole("link", { name: "Dark", exact: true }).click();
    await page.getByRole("link", { name: /^RU/ }).click();
    await page.goto("/series");
    assert.equal(await page.locator("html").getAttribute("lang"), "ru");
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), "rgb(15, 22, 21)");
  });
  await story("The language switch keeps the page, the day and the question", {}, async (page) => {
    await page.goto("/search?q=road+map&as_of=2018-06-30");
    await page.getByRole("link", { name: /^RU/ }).click();
    assert.equal(new URL(page.url()).pathname, "/search");
    assert.deepEqual(query(page), { q: "road map", as_of: "2018-06-30", lang: "ru" });
    await page.getByRole("link", { name: /^EN/ }).click();
    assert.equal(await title(page), "Search: road map");
  });
  await story("Every link of a round's page within this installation leads somewhere", {}, async (page) => {
    await page.goto(`${ROUND}?as_of=2018-06-30`);
    const paths = await page.locator("main a[href^='/']").evaluateAll((all) => [...new Set(all.map((one) => one.getAttribute("href")))]);
    assert.ok(paths.length > 10);
    for (const path of paths) {
      assert.equal((await page.request.get(path)).status(), 200, path);
      assert.match(path, /as_of=2018-06-30/);
    }
    const torn = await page.evaluate(() =>
      [...document.querySelectorAll("a[href^='#']")].map((one) => one.getAttribute("href")).filter((to) => !document.querySelector(to)));
    assert.deepEqual(torn, []);
  });
}

async function keys(story) {
  await story("The first Tab reaches the skip link, and Enter passes the menu by", {}, async (page) => {
    await page.goto("/");
    await page.keyboard.press("Tab");
    const skip = page.getByRole("link", { name: "Skip to content" });
    assert.ok(await skip.evaluate((one) => one === document.activeElement && one.getBoundingClientRect().top >= 0));
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok(await page.evaluate(() => document.querySelector("main").contains(document.activeElement)));
  });
  for (const [where, options, path] of [
    ["on a wide screen", {}, ROUND],
    ["on a phone in the past", { screen: PHONE, language: "ru" }, `${ROUND}?as_of=2018-06-30`],
  ]) {
    await story(`Whatever Tab reaches is outlined and not covered, ${where}`, options, async (page) => {
      await page.goto(path);
      const stops = await page.locator("a[href], button, input:not([type=hidden]), summary, [tabindex='0']").count();
      const unseen = [];
      for (let stop = 0; stop < stops; stop += 1) {
        await page.keyboard.press("Tab");
        const wrong = await page.evaluate(focusTrouble);
        if (wrong === "end") break;
        if (wrong) unseen.push(wrong);
      }
      assert.deepEqual(unseen, []);
    });
  }
  await story("Escape closes the menu of days, and focus is where it was", {}, async (page) => {
    await page.goto("/");
    const button = page.getByRole("button", { name: /As of/ });
    await button.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "See everything as of" }).waitFor();
    assert.deepEqual(await findings(page), []);
    await page.keyboard.press("Escape");
    await page.getByRole("heading", { name: "See everything as of" }).waitFor({ state: "hidden" });
    assert.ok(await button.evaluate((one) => one === document.activeElement));
  });
}

/** Why the focused element cannot be seen as such; nothing if it can. Runs in the page. */
function focusTrouble() {
  const one = document.activeElement;
  if (!one || one === document.body) return "end";
  const style = getComputedStyle(one);
  const name = one.outerHTML.slice(0, 120);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) return `no outline: ${name}`;
  const box = one.getClientRects()[0];
  const at = document.elementFromPoint(box.left + Math.min(box.width / 2, 20), box.top + box.height / 2);
  return at && (one.contains(at) || at.contains(one)) ? null : `covered: ${name}`;
}

async function past(story) {
  await story("As of the end of 2017 the Issyk-Kul round is a proposal without delegations and dates", {}, async (page) => {
    await page.goto(`${ROUND}?as_of=2017-12-31`);
    const said = await visible(page);
    assert.equal(await title(page), "Issyk-Kul round");
    assert.match(said, /AS OF 31 DECEMBER 2017/);
    assert.match(said, /Standing\s+Proposed/);
    assert.match(said, /The sources give no date/);
    assert.doesNotMatch(said, /Turkmenistan|June 2018|Participating State|were adopted/);
    assert.equal(await page.locator("main table").count(), 0);
    await page.locator("main a[rel=prev]").click();
    assert.equal(await title(page), "Dushanbe round, 2–4 August 2017");
  });
  await story("As of its last day the Issyk-Kul round stands with six States, and nothing of Istanbul", {}, async (page) => {
    await page.goto(`${ROUND}?as_of=2018-06-30`);
    assert.equal(await title(page), "Issyk-Kul round, 28–30 June 2018");
    const states = await page.locator("main table").first().locator("tbody tr").count();
    assert.equal(states, 6);
    assert.doesNotMatch(await page.locator("main").innerText(), /November 2022|Istanbul/);
  });
  await story("The menu of days leads to the past, the band says so on every page, and one link leads back", {}, async (page) => {
    await page.goto("/series/central-asia");
    await page.getByRole("button", { name: /As of/ }).click();
    await page.getByRole("link", { name: /Issyk-Kul round\s*30 June 2018/ }).click();
    assert.equal(query(page).as_of, "2018-06-30");
    const band = page.getByRole("complementary", { name: "As of:" });
    assert.match(await band.innerText(), /AS OF 30 JUNE 2018/);
    assert.match(await band.textContent(), /Close of the Issyk-Kul round/);
    assert.doesNotMatch(await page.locator("main").innerText(), /Mongolia(?!n)/);
    await page.getByRole("heading", { name: "Issyk-Kul round" }).getByRole("link").click();
    assert.match(await band.innerText(), /AS OF 30 JUNE 2018/);
    await band.getByRole("link", { name: "Return to today" }).click();
    assert.equal(query(page).as_of, undefined);
    assert.equal(await band.count(), 0);
  });
  await story("A month, a year and the word of a round are days too", {}, async (page) => {
    for (const [asked, said] of [["2018-06", "June 2018"], ["2018", "2018"], ["issyk-kul-2018", "30 June 2018"]]) {
      await page.goto(`/series?as_of=${asked}`);
      assert.equal(await page.locator(".asof b").textContent(), `As of ${said}`);
    }
  });
  await story("The address of a record leads to where it stands, on the same day", {}, async (page) => {
    await page.goto(ROUND);
    const history = await page.getByRole("link", { name: "History of this record" }).getAttribute("href");
    await page.goto(`${history.replace("/history", "")}?as_of=2017-12-31`);
    assert.equal(new URL(page.url()).pathname, ROUND);
    assert.equal(await title(page), "Issyk-Kul round");
  });
}

async function searches(story) {
  const found = (page) => page.locator(".hits h3").allInnerTexts();
  const ask = async (page, words) => {
    await page.goto("/search");
    await page.getByRole("searchbox").fill(words);
    await page.getByRole("button", { name: /^(Search|Найти)$/ }).click();
  };
  await story("«Иссык-Кульский» finds the round in Russian", { language: "ru" }, async (page) => {
    await ask(page, "Иссык-Кульский");
    assert.ok((await found(page)).some((one) => one.includes("Иссык-Кульский раунд")));
    assert.ok((await page.locator("mark").count()) > 0);
  });
  await story("“road map” finds what is proposed, with the words marked", {}, async (page) => {
    await ask(page, "road map");
    assert.ok((await found(page)).length >= 3);
    assert.equal((await page.locator(".hits mark").first().innerText()).toLowerCase(), "road");
  });
  await story("A symbol typed with a Cyrillic К is found all the same, and its link leads to the round", {}, async (page) => {
    await ask(page, "ISК18");
    await page.locator(".hits h3 a").first().click();
    assert.equal(new URL(page.url()).pathname, ROUND);
  });
  await story("Where nothing is found the page says so, and what to try", {}, async (page) => {
    await ask(page, "qwertyuiop");
    assert.match(await visible(page), /Nothing found\s+Try another form/);
  });
  await story("Ten thousand characters are refused in words, and stay in the field", {}, async (page) => {
    const long = "дорога ".repeat(1430).slice(0, 10_000);
    const response = await page.goto(`/search?q=${encodeURIComponent(long)}`);
    assert.equal(response.status(), 400);
    await page.getByRole("alert").getByText("longer than").waitFor();
    assert.equal(await page.getByRole("searchbox").inputValue(), long);
    await page.getByRole("searchbox").fill("Минск");
    await page.keyboard.press("Enter");
    await page.locator(".hits").waitFor();
  });
  await story("A script in a question is text and nothing else", {}, async (page) => {
    const hostile = `<script>document.title="x"</script>"><img src=x onerror=alert(1)>`;
    await ask(page, hostile);
    assert.equal(await title(page), `Search: ${hostile}`);
    assert.equal(await page.getByRole("searchbox").inputValue(), hostile);
    assert.equal(await page.locator("main :is(script, img)").count(), 0);
    assert.match(await page.title(), /^Search: <script>/);
  });
}

async function troubles(story) {
  await story("An address without a page says the same as one that is not for the reader, and leads on", {}, async (page) => {
    const said = [];
    for (const path of ["/nowhere", "/series/none", "/records/00000000-0000-4000-8000-000000000000", "/records/x/history"]) {
      assert.equal((await page.goto(path)).status(), 404);
      said.push(await page.locator("main").innerText());
    }
    assert.equal(new Set(said).size, 1);
    await page.getByRole("link", { name: "Go to the first page" }).click();
    assert.equal(new URL(page.url()).pathname, "/");
  });
  await story("A day that cannot be read stays in the field, and corrected it leads to the past", { language: "ru" }, async (page) => {
    assert.equal((await page.goto("/search?q=Минск&as_of=вчера")).status(), 400);
    assert.match(await visible(page), /«вчера»/);
    const field = page.locator("main").getByLabel("Другой день, месяц или год");
    assert.equal(await field.inputValue(), "вчера");
    await field.fill("2018-06-30");
    await page.keyboard.press("Enter");
    await page.locator(".asof").waitFor();
    assert.deepEqual(query(page), { q: "Минск", as_of: "2018-06-30" });
  });
  await story("A day that has not come is refused with a way back to today", {}, async (page) => {
    assert.equal((await page.goto(`${ROUND}?as_of=2999-01-01`)).status(), 400);
    await page.locator("main").getByRole("link", { name: "Return to today" }).click();
    assert.equal(await title(page), "Issyk-Kul round, 28–30 June 2018");
  });
}
