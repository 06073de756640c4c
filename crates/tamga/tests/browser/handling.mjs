// What a coordinator does with papers: marks them, attaches files to them, and erases what never should have been entered.

import assert from "node:assert/strict";
import { signIn } from "./browser.mjs";

async function get(origin, path, reader) {
  const headers = { accept: "application/json", "accept-language": "en", cookie: reader ? `reader=${reader}` : "" };
  return (await fetch(origin + path, { headers })).json();
}

/** Records of the exercise that are marked, as their own delegation reads them. */
async function known(origin) {
  const reader = (await get(origin, "/exercise/states/XBR")).state.record;
  const all = async (kind) => (await get(origin, `/exercise/api/records?kind=${kind}&limit=200`, reader)).records;
  const marked = (records) => records.find((one) => one.marking && one.title);
  const paper = marked(await all("review.document"));
  // A law of the same delegation: it is erased, and pages look at the paper afterwards.
  const laws = await all("review.instrument");
  const spare = laws.filter((one) => !one.marking && one.title && one.owner.id === paper.owner.id).at(-1);
  return { reader, paper: paper.record, spare: spare.record, need: marked(await all("review.need")).record };
}

/** The pages on which marked records stand, for their own delegation. */
export async function handling(origin, page) {
  const { reader, paper, need } = await known(origin);
  const read = (path) => `${path}?reader=${reader}`;
  return [
    page("exercise-marked-paper", read(`/exercise/library/${paper}`)),
    page("exercise-marked-need", read(`/exercise/needs/${need}`)),
    page("exercise-files", read(`/exercise/records/${paper}/files`)),
    page("exercise-files-hidden", `/exercise/records/${paper}/files?reader=public`, 404),
  ];
}

const LAW = { name: "Закон.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\nthe text of a law\n") };

const PAGE = { name: "law.pdf", mimeType: "application/pdf", buffer: Buffer.from("<!DOCTYPE html><script>alert(1)</script>") };

/** The stories. */
export async function handles(story, origin) {
  const { spare, need } = await known(origin);
  await story("A coordinator attaches a scan after a wrong one, marks the paper, and erases both with a certificate, without JavaScript", { javaScriptEnabled: false }, async (page) => {
    await signIn(page, "xbr-coordinator");
    await page.goto(`/exercise/library/${spare}`);
    await page.getByRole("link", { name: "Attach a file" }).click();
    const said = await page.locator("main").innerText();
    assert.match(said, /Where sensitive materials are kept/);
    assert.match(said, /Brenmor: people of its own delegation will read this file/);
    await page.getByLabel("What the file is called").fill("As it was signed");
    await page.getByLabel("The file", { exact: true }).setInputFiles(PAGE);
    await page.getByRole("button", { name: "Attach it" }).click();
    assert.match(await page.getByRole("alert").innerText(), /Such a file is not taken/);
    assert.equal(await page.getByLabel("What the file is called").inputValue(), "As it was signed");
    await page.getByLabel("The file", { exact: true }).setInputFiles(LAW);
    await page.getByRole("button", { name: "Attach it" }).click();
    await page.getByRole("status").getByText("The file is attached.").waitFor();
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /^Download Закон\.pdf/ }).click()]);
    assert.equal(download.suggestedFilename(), "Закон.pdf");
    await page.getByRole("link", { name: "Marking…" }).click();
    await page.getByLabel(/For participants only/).check();
    await page.getByRole("button", { name: "Mark it" }).click();
    await page.locator(".head .marking").getByText("For participants only").waitFor();
    await page.getByRole("link", { name: "History of this record" }).click();
    await page.getByRole("link", { name: "Erase…" }).click();
    await page.getByLabel("Something was entered that never should have been").check();
    await page.getByLabel(/I have read this/).check();
    await page.getByRole("button", { name: "Erase it for good" }).click();
    await page.getByRole("status").getByText("Erased.").waitFor();
    assert.match(await page.locator("article.paper").innerText(), /Certificate of erasure[\s\S]*sha256:[\s\S]*Backups made from/);
    assert.equal((await page.goto(`/exercise/library/${spare}`)).status(), 404);
  });
  await story("A marking stands in the margin of the printed page", { language: "ru" }, async (page) => {
    await page.goto("/sign-in?lang=en");
    await signIn(page, "xbr-coordinator");
    await page.goto(`/exercise/needs/${need}?lang=ru`);
    assert.match(await page.locator("head style").innerText(), /Для служебного пользования/);
    assert.match(await page.locator(".head .prov").innerText(), /Для служебного пользования/);
  });
}
