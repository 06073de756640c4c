// Every page there is, by a name; the ids of records come from the installation itself.

const ROUNDS = "/exercise/series/lake-region/rounds";
const LAKESIDE = `${ROUNDS}/lakeside-2026`;
import { clearance } from "./clearance.mjs";
import { handling } from "./handling.mjs";
import { submissions } from "./submissions.mjs";

export const ROUND = "/series/central-asia/rounds/issyk-kul-2018";

/** The JSON of a page. */
export async function json(origin, path, language = "en") {
  const response = await fetch(origin + path, { headers: { accept: "application/json", "accept-language": language } });
  return { status: response.status, type: response.headers.get("content-type"), body: JSON.parse(await response.text()) };
}

/** The pages: name, path, and the status they answer with, 200 if not said. */
export async function pages(origin) {
  const { body: round } = await json(origin, ROUND);
  const parties = Object.values(round.parties);
  const organization = parties.find((party) => party.body.sort === "organization").record;
  const istanbul = (await json(origin, "/series/central-asia/rounds/istanbul-2022")).body;
  const event = [...round.events, ...istanbul.events][0].record;
  const theme = Object.keys(round.themes)[0];
  const page = (name, path, status = 200) => ({ name, path, status });
  const reader = (await json(origin, "/exercise/states/XBR")).body.state.record;
  return [
    page("home", "/"),
    page("all-series", "/series"),
    page("series", "/series/central-asia"),
    page("series-of-one", "/series/croatia-poland"),
    page("round", ROUND),
    page("round-istanbul", "/series/central-asia/rounds/istanbul-2022"),
    page("round-visits", "/series/central-asia/rounds/kgz-tjk-visits"),
    page("round-brazil", "/series/brazil-chile-mexico/rounds/brazil-2024"),
    page("round-proposed", `${ROUND}?as_of=2017-12-31`),
    page("series-past", "/series/central-asia?as_of=2016-12-31"),
    page("home-past", "/?as_of=2014"),
    page("search", "/search"),
    page("search-found", "/search?q=road+map"),
    page("search-nothing", "/search?q=qwertyuiop"),
    page("search-past", "/search?q=ISK18&as_of=2018-06-30"),
    page("search-too-long", `/search?q=${"w".repeat(10_000)}`, 400),
    page("states", "/states"),
    page("state", "/states/KGZ"),
    page("glossary", "/glossary"),
    page("help", "/help"),
    page("api", "/api"),
    page("organization", `/records/${organization}`),
    page("source", `/records/${round.sources[0].record}`),
    page("theme", `/records/${theme}`),
    page("event", `/records/${event}`),
    page("history", `/records/${round.round.record}/history`),
    page("exercise-home", "/exercise"),
    page("exercise-home-as-state", `/exercise?reader=${reader}`),
    page("exercise-series", "/exercise/series/lake-region"),
    page("exercise-round", `${LAKESIDE}?reader=public`),
    page("exercise-round-as-state", `${LAKESIDE}?reader=${reader}`),
    page("exercise-round-closed", `${ROUNDS}/highfield-2023?reader=${reader}`),
    page("exercise-round-past", `${LAKESIDE}?reader=${reader}&as_of=2026-10-15`),
    page("exercise-modalities", `${LAKESIDE}/modalities`),
    page("exercise-states", "/exercise/states"),
    page("exercise-state", `/exercise/states/XBR?reader=${reader}`),
    page("exercise-state-as-public", "/exercise/states/XBR?reader=public"),
    ...(await plansAndSharing(origin)),
    page("not-found", "/nowhere", 404),
    page("bad-day", `${ROUND}?as_of=yesterday`, 400),
    page("future-day", "/series?as_of=2999", 400),
    ...(await submissions(origin, json, page)),
    ...(await recommendations(origin, page)),
    ...(await clearance(origin, page)),
    ...(await handling(origin, page)),
    page("sign-in", "/sign-in"),
  ];
}

/** Plans, sharing, history and search of both worlds; the exercise as the public and as a State reads it. */
async function plansAndSharing(origin) {
  const { body: plans } = await json(origin, "/exercise/plans");
  const reader = plans.states.find((row) => row.state.body.label === "XBR").state.record;
  const as = async (path) => (await json(origin, `${path}${path.includes("?") ? "&" : "?"}reader=${reader}`)).body;
  const read = (path) => `${path}${path.includes("?") ? "&" : "?"}reader=${reader}`;
  const page = (name, path) => ({ name, path, status: 200 });
  const lists = ["plans", "sharing", "practices", "assistance", "library", "events", "contacts"];
  const own = (await as("/exercise/plans")).states.find((row) => row.state.record === reader && row.plan);
  const map = (await as("/exercise/plans")).road_maps[0];
  const { practices } = await as("/exercise/practices");
  const { needs, offers } = await as("/exercise/assistance");
  const texts = (await as("/exercise/library")).texts.map((row) => row.text.instrument ?? row.text.document);
  const measure = own && (await as(`/exercise/plans/${own.plan.record}`)).measures[0]?.measure;
  const one = (name, folder, item) => (item ? [page(name, read(`/exercise/${folder}/${item.record}`))] : []);
  return [
    ...lists.map((list) => page(list, `/${list}`)),
    ...lists.map((list) => page(`exercise-${list}`, read(`/exercise/${list}`))),
    page("exercise-offers", read("/exercise/assistance?show=offers")),
    page("exercise-plans-past", "/exercise/plans?as_of=2024"),
    page("exercise-search", read("/exercise/search?q=customs")),
    page("exercise-search-narrowed", read("/exercise/search?q=customs&kind=review.measure&state=XBR")),
    ...one("exercise-plan", "plans", own?.plan),
    ...one("exercise-measure", "measures", measure),
    ...one("exercise-road-map", "road-maps", map),
    ...one("exercise-practice", "practices", practices[0]),
    ...one("exercise-need", "needs", needs[0]),
    ...one("exercise-offer", "offers", offers[0]),
    ...one("exercise-text", "library", texts[0]),
    ...(own ? [page("exercise-history", read(`/exercise/records/${own.plan.record}/history`))] : []),
  ];
}

/** The list, single ones and the board, in both worlds. */
async function recommendations(origin, page) {
  const known = (await json(origin, "/recommendations")).body.recommendations[0].recommendation;
  const { body: listed } = await json(origin, "/exercise/recommendations?round=HIG23");
  const adopted = listed.recommendations.find((line) => line.symbol === "HIG23/REC.3").recommendation;
  const reader = Object.values(listed.parties).find((party) => party.body.label === "XBR").record;
  const read = `reader=${reader}`;
  const { body: drafted } = await json(origin, `/exercise/recommendations?round=LAK26&${read}`);
  const draft = (number) => drafted.recommendations.find((line) => line.symbol?.startsWith(`LAK26/D.${number}`)).recommendation;
  return [
    page("recommendations", "/recommendations"),
    page("recommendation-known", `/recommendations/${known}`),
    page("follow-up-known", "/follow-up"),
    page("exercise-recommendations", `/exercise/recommendations?${read}`),
    page("exercise-recommendations-none", "/exercise/recommendations?addressee=nobody"),
    page("exercise-recommendation", `/exercise/recommendations/${adopted}`),
    page("exercise-recommendation-read", `/exercise/recommendations/${adopted}?${read}`),
    page("exercise-draft-silence", `/exercise/recommendations/${draft(3)}?${read}`),
    page("exercise-draft-rolling", `/exercise/recommendations/${draft(4)}?${read}`),
    page("exercise-draft-hidden", `/exercise/recommendations/${draft(4)}?reader=public`, 404),
    page("exercise-follow-up", `/exercise/follow-up?${read}`),
    page("exercise-follow-up-theme", "/exercise/follow-up?theme=export-control&course=open"),
    page("exercise-follow-up-past", `/exercise/follow-up?as_of=2021-09-17&${read}`),
    page("exercise-follow-up-before", "/exercise/follow-up?as_of=2018"),
  ];
}
