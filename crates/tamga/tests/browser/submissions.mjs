// The pages of national submissions and of the dialogue on them, in the exercise.

const LAKESIDE = "/exercise/series/lake-region/rounds/lakeside-2026";

/** The pages: name, path, status. `json` reads the JSON of a page. */
export async function submissions(origin, json, page) {
  const { body: round } = await json(origin, LAKESIDE);
  const parties = Object.values(round.parties);
  const as = (label) => `reader=${parties.find((party) => party.body.label === label).record}`;
  const asked = (await json(origin, `${LAKESIDE}/questions?${as("XFE")}`)).body.questions;
  const thread = asked.find((question) => question.body.symbol === "LAK26/Q.16").record;
  const brenmor = `${LAKESIDE}/submissions/XBR`;
  return [
    page("submissions-none", "/submissions"),
    page("submissions", `/exercise/submissions?${as("XBR")}`),
    page("submissions-filtered", `/exercise/submissions?round=highfield-2023&${as("XBR")}`),
    page("submission-own", `${brenmor}?${as("XBR")}`),
    page("submission", `${brenmor}?${as("XFE")}`),
    page("submission-matrix", `${LAKESIDE}/submissions/XCO?${as("XFE")}`),
    page("submission-light", `${LAKESIDE}/submissions/XAL?${as("XFE")}`),
    page("submission-hidden", `${brenmor}?reader=public`, 404),
    page("submission-past", `/exercise/series/lake-region/rounds/highfield-2023/submissions/XBR?${as("XFE")}&as_of=2023-06-16`),
    page("item-own", `${brenmor}/items/OP3cd.transit?${as("XBR")}`),
    page("item", `${brenmor}/items/OP3cd.transit?${as("XFE")}`),
    page("item-blank", `${brenmor}/items/OP2.other?${as("XFE")}`),
    page("part", `${brenmor}/parts/changed?${as("XFE")}`),
    page("questions", `${LAKESIDE}/questions?${as("XFE")}`),
    page("questions-open", `${LAKESIDE}/questions?state=open&${as("XBR")}`),
    page("questions-none", `${LAKESIDE}/questions?reader=public`),
    page("observations", `${LAKESIDE}/observations?${as("XFE")}`),
    page("thread", `/exercise/threads/${thread}?${as("XFE")}`),
    page("thread-own", `/exercise/threads/${thread}?${as("XBR")}`),
  ];
}
