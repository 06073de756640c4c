// What a coordinator does before something leaves the delegation: reads the names, collects approvals, prints the papers.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { signIn } from "./browser.mjs";

const LAKESIDE = "/exercise/series/lake-region/rounds/lakeside-2026";

/** The clearances of the exercise's State that asks for some, as its own delegation reads them. */
async function known(origin) {
  const get = async (path, reader) => {
    const headers = { accept: "application/json", "accept-language": "en", cookie: reader ? `reader=${reader}` : "" };
    return (await fetch(origin + path, { headers })).json();
  };
  const reader = (await get("/exercise/states/XCO")).state.record;
  const { open, complete } = await get("/exercise/clearance", reader);
  const at = (one) => `/exercise/clearance/${one.clearance.record}`;
  return { reader, open: at(open[0]), complete: at(complete[0]) };
}

/** The pages of clearance, and those of sharing, as the State's own delegation reads them. */
export async function clearance(origin, page) {
  const { reader, open, complete } = await known(origin);
  const read = (path) => `${path}?reader=${reader}`;
  return [
    page("exercise-clearance", read("/exercise/clearance")),
    page("exercise-clearance-open", read(open)),
    page("exercise-clearance-complete", read(complete)),
    page("exercise-approval-sheet", read(`${complete}/sheet`)),
    page("exercise-cover-letter", read(`${open}/letter`)),
    page("exercise-clearance-hidden", `${open}?reader=public`, 404),
  ];
}

/** The stories. */
export async function clears(story, origin) {
  const { open, complete } = await known(origin);
  await story("A coordinator begins to share an answer, reads who will get it and who will not, and shares it, without JavaScript", { javaScriptEnabled: false }, async (page) => {
    await signIn(page, "xco-coordinator");
    await page.goto(complete);
    await page.getByRole("link", { name: "Read who will receive it, and share it" }).click();
    const told = await page.locator("main").innerText();
    assert.match(told, /This will be read by Aldmark, Brenmor.* and the chair and organizer/);
    assert.match(told, /The public and everybody else who is not named above will not read it/);
    assert.match(told, /Head of delegation:\s+approved on/);
    await page.getByRole("button", { name: /^Share with these \d+ readers$/ }).click();
    await page.getByRole("status").getByText("Shared with the States of the round and the invited organizations.").waitFor();
    await page.goto(complete);
    await page.getByText("It has been shared with these readers.").waitFor();
  });
  await story("What is not approved by all is not offered to be shared, and the list says who is asked now", {}, async (page) => {
    await signIn(page, "xco-coordinator");
    await page.goto(open);
    assert.equal(await page.getByRole("link", { name: "Read who will receive it" }).count(), 0);
    await page.goto("/exercise/clearance");
    assert.match(await page.locator("section[aria-labelledby=open]").innerText(), /2 of 5\s+Ministry of Foreign Affairs/);
  });
  await story("An approval that lacks something is not put down, keeps what was typed, and once whole it is", { language: "ru", javaScriptEnabled: false }, async (page) => {
    await page.goto("/sign-in?lang=en");
    await signIn(page, "xco-coordinator");
    await page.goto(`${open}?lang=ru`);
    await page.getByLabel("Фамилия и инициалы").fill("A. Brenholt");
    await page.getByLabel("Дата", { exact: true }).fill("31.31.2026");
    await page.getByRole("button", { name: "Внести согласование" }).click();
    assert.match(await page.getByRole("alert").innerText(), /Укажите должность подписавшего\.\s+Укажите исходящий номер письма\.\s+«31\.31\.2026» не является датой/);
    assert.equal(await page.getByLabel("Фамилия и инициалы").inputValue(), "A. Brenholt");
    assert.equal(await page.getByLabel("Дата", { exact: true }).inputValue(), "31.31.2026");
    await page.getByLabel("Должность").fill("Директор департамента");
    await page.getByLabel("Исх. №").fill("03-14/981");
    await page.getByLabel("Дата", { exact: true }).fill("24.11.2026");
    await page.getByRole("button", { name: "Внести согласование" }).click();
    await page.getByRole("status").getByText("Согласование внесено.").waitFor();
    assert.match(await page.locator("section[aria-labelledby=steps]").innerText(), /A\. Brenholt\s+Директор департамента\s+исх\. № 03-14\/981 от 24 ноября 2026/);
  });
  await story("A coordinator of another State finds none of it", {}, async (page) => {
    await signIn(page, "xbr-coordinator");
    for (const path of [open, `${open}/sheet`, `${open}/letter`]) assert.equal((await page.goto(path)).status(), 404);
    await page.goto("/exercise/clearance");
    assert.match(await page.locator("main").innerText(), /No clearance has begun/);
    assert.equal((await page.goto(LAKESIDE)).status(), 200);
  });
  for (const [language, says] of [
    ["en", { sheet: ["Approval sheet", "Corvia", "Customs Committee", "L. Orvane", "06-2/418", "sha256:", "Exercise"], letter: ["No.", "Approval of “National action plan", "Enclosed:", "Signature"] }],
    ["ru", { sheet: ["Лист согласования", "Корвия", "Таможенный", "L. Orvane", "06-2/418", "sha256:", "Учебные данные"], letter: ["Исх. №", "О согласовании документа", "Приложение:", "Подпись"] }],
  ]) {
    await story(`The approval sheet and the cover letter are printed each on one A4 sheet, alone, in ${language}`, { language }, async (page) => {
      await page.goto("/sign-in?lang=en");
      await signIn(page, "xco-coordinator");
      for (const [name, path] of [["sheet", `${complete}/sheet`], ["letter", `${open}/letter`]]) {
        await page.goto(`${path}?lang=${language}`);
        const text = printed(await page.pdf({ preferCSSPageSize: true }));
        if (text === null) return;
        const flat = text.replace(/\s+/g, " ");
        assert.equal(text.split("\f").filter((sheet) => sheet.trim()).length, 1, name);
        for (const words of says[name]) assert.ok(flat.includes(words), `${words} is missing: ${flat}`);
        assert.doesNotMatch(flat, /Tamga|Menu|Меню|coordinator|координатор|Glossary|Словарь/);
      }
    });
  }
}

/** What a PDF says; nothing where there is no tool to ask. */
function printed(pdf) {
  const folder = mkdtempSync(join(tmpdir(), "tamga-papers-"));
  try {
    writeFileSync(join(folder, "paper.pdf"), pdf);
    return execFileSync("pdftotext", ["-layout", join(folder, "paper.pdf"), "-"], { encoding: "utf8" });
  } catch (error) {
    if (error.code === "ENOENT") return null;
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
