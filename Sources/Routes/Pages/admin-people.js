// The triage list: the most urgent first, by level, page by page. The server has this one order; any other is made here,
// of everyone at the level.
import { button, el, labelled } from "./dom.js";
import { time } from "./format.js";
import { call } from "./http.js";
import { table } from "./tables.js";
import { levelMark } from "./admin.js";

const ORDERS = {
  score: ["Score, highest first", (a, b) => b.score - a.score],
  quality: ["Data quality, worst first", (a, b) => b.dataQuality.localeCompare(a.dataQuality)],
  clearing: ["Debts that never clear, most first", (a, b) => b.neverClearing - a.neverClearing],
  age: ["Oldest figures first", (a, b) => a.asOf.localeCompare(b.asOf)],
};

/** Most people that are sorted here; the words below the choice say when there are more. */
const MOST = 5_000;

export function triage() {
  const state = { people: [], cursor: null, risk: "", order: "score", notice: "", run: 0 };
  const list = el("div", {}), words = el("p", { class: "note", role: "status" }, "Loading …");
  const more = button("Show more", () => load(), { class: "plain", hidden: true });
  const load = async () => {
    const run = ++state.run;
    try {
      do {
        const limit = state.order === "score" ? 50 : 200;
        const page = await call("/admin/users", { query: { risk: state.risk, cursor: state.cursor, limit } });
        if (run !== state.run) return;
        state.people.push(...page.users);
        Object.assign(state, { cursor: page.cursor, notice: page.notice });
      } while (state.order !== "score" && state.cursor && state.people.length < MOST);
      show();
    } catch (problem) {
      words.textContent = problem.message;
    }
  };
  const show = () => {
    const sorted = [...state.people].sort(ORDERS[state.order][1]);
    list.replaceChildren(table("People", ["Person", "Level", "Score", "Main reason", "Data", "As of"],
      sorted.map(row)));
    more.hidden = !state.cursor;
    words.textContent = `${state.people.length} shown${state.cursor ? ", there are more" : ""}. ${state.notice ?? ""}`;
  };
  const risk = choice(["", "high", "medium", "low"].map(one => [one, one || "all levels"]),
    value => { Object.assign(state, { risk: value, people: [], cursor: null }); load(); });
  const order = choice(Object.entries(ORDERS).map(([key, [name]]) => [key, name]),
    value => { state.order = value; if (state.cursor) load(); else show(); });
  load();
  return el("section", { class: "panel", "aria-label": "People by risk" }, el("h2", {}, "People by risk"),
    el("div", { class: "row" }, labelled("Level", risk),
    labelled("Order", order)), words, list, more);
}

function choice(options, act) {
  const field = el("select", { on: { change: () => act(field.value) } },
    options.map(([value, name]) => el("option", { value }, name)));
  return field;
}

const row = one => [el("a", { href: `#/admin/person/${one.userId}` }, one.userId.slice(0, 10),
  el("span", { class: "aside" }, one.userId.slice(10))),
  levelMark(one.level), String(one.score), one.topReason ?? "–", one.dataQuality, time(one.asOf)];
