// How people moved between levels, and how nightly runs go.
import { button, el, labelled } from "./dom.js";
import { number, time, words } from "./format.js";
import { call } from "./http.js";
import { big, panel } from "./panel.js";
import { table } from "./tables.js";
import { charted } from "./charts.js";

const LOOK_EVERY = 1_000;

export function levels() {
  const overview = panel("Levels now", "/admin/overview", data => {
    const names = Object.entries(data.levels);
    return [big(number(data.assessed), "people assessed"),
      charted({ kind: "bar", labels: names.map(([key]) => words(key)),
        series: [{ label: "People", values: names.map(([, count]) => count) }], unit: "count",
        words: "People at each level." },
        [table("People at each level", ["Level", "People"], names.map(([key, count]) => [words(key), number(count)]))]),
      migration(data.weeks), effects(data.messages), el("p", { class: "note" }, data.notice)];
  });
  return overview;
}

function migration(weeks) {
  const rows = weeks.map(week => [week.week, number(week.nights), number(week.rose), number(week.fell),
    week.moves.map(move => `${move.from ?? "new"} → ${move.to}: ${move.count}`).join("; ") || "–"]);
  return table("Moves between levels, by week", ["Week", "Nights", "Rose", "Fell", "Moves"], rows);
}

function effects(list) {
  if (!list.length) return null;
  return table("What messages change", ["Within", "Estimate", "Basis"],
    list.map(one => [words(one.window), one.claim ?? (one.estimate === null ? "not known" : number(one.estimate)),
    one.basis]));
}

/** Nights: started here, watched until they end. Runs are read with the administrator's token where the server offers
 * that, else with the scheduler's key. */
export function nights() {
  const list = el("div", { class: "stack" }), note = el("p", { class: "note", role: "status" });
  const state = { path: "/admin/runs", key: "", timer: 0 };
  const look = async () => {
    clearTimeout(state.timer);
    try {
      const { runs } = await read(state);
      list.replaceChildren(...runs.map(draw));
      note.textContent = runs.length ? `As of ${time(new Date().toISOString())}.` : "No runs yet.";
      const isGoing = runs.some(one => ["wanted", "running"].includes(one.state));
      if (isGoing && list.isConnected) state.timer = setTimeout(look, LOOK_EVERY);
    } catch (problem) {
      if (problem.status !== 404 || state.path !== "/admin/runs") return (note.textContent = problem.message);
      state.path = "/schedule/runs";
      keyed.hidden = false;
    }
  };
  const start = button("Start a run now", async () => {
    try {
      list.prepend(draw(await call("/admin/run-analysis", { method: "POST" })));
      await look();
    } catch (problem) {
      note.textContent = problem.message;
    }
  });
  const keyed = keyForm(state, look);
  look();
  return el("section", { class: "panel", "aria-label": "Nightly runs" }, el("h2", {}, "Nightly runs"),
    el("div", { class: "row" }, start, button("Look again", look, { class: "plain" })), keyed, note, list);
}

function keyForm(state, look) {
  const field = el("input", { type: "password", autocomplete: "off" });
  return el("form", { class: "row", hidden: true,
    on: { submit: event => { event.preventDefault(); state.key = field.value; look(); } } },
    labelled("Scheduler key, to see runs", field), el("button", {}, "Show"));
}

async function read({ path, key }) {
  if (path === "/admin/runs") return call(path, { query: { limit: 20 } });
  if (!key) return { runs: [] };
  const answer = await fetch(`${path}?limit=20`, { headers: { "X-API-KEY": key } });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.detail ?? "The runs cannot be read.");
  return json;
}

function draw(run) {
  const { seen, population, changed, unchanged, failed, alerts, insights } = run.people;
  const bar = el("progress", { max: population ?? 1, "aria-label": `Progress of ${run.id}` });
  if (run.state !== "wanted") bar.value = run.state === "done" ? bar.max : seen;
  const done = `${number(seen)} of ${number(population)} people; ${changed} changed, ${unchanged} unchanged, `
    + `${failed} failed; ${alerts} alerts, ${insights} insights.`;
  return el("section", { class: "card", "aria-label": `Run ${run.id}`, data: { run: run.id, state: run.state } },
    el("h3", {}, `Night of ${run.night} `, el("span", { class: "note" }, standing(run))),
    bar, el("p", {}, done), el("p", { class: "note" }, times(run)));
}

function standing({ state, reason, trigger, userId }) {
  return `${state}${reason ? `: ${reason}` : ""}, asked for by ${trigger}${userId ? " for one person" : ""}`;
}

function times({ requestedAt, endedAt, updatedAt, seconds, asOf }) {
  const last = endedAt ? `ended ${time(endedAt)}` : `last heard of ${time(updatedAt)}`;
  const took = seconds === null ? "" : `; ${number(seconds)} s`;
  return `Asked for ${time(requestedAt)}; ${last}${took}. As of ${time(asOf)}.`;
}
