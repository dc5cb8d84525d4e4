// The queue of alerts: acknowledge, resolve or put off, each with a note.
import { announce, askText, button, el, labelled } from "./dom.js";
import { time } from "./format.js";
import { call } from "./http.js";

const STATES = ["open", "acknowledged", "snoozed", "resolved"];
const DAYS = [1, 7, 30];

export function alerts() {
  const state = { list: [], after: null };
  const list = el("div", {}), words = el("p", { class: "note", role: "status" }, "Loading …");
  const more = button("Show more", () => load(), { class: "plain", hidden: true });
  const field = el("select", { on: { change: () => fresh() } }, STATES.map(one => el("option", { value: one }, one)));
  const fresh = () => { Object.assign(state, { list: [], after: null }); return load(); };
  const load = async () => {
    try {
      const page = await call("/admin/alerts", { query: { state: field.value, after: state.after, limit: 20 } });
      state.list.push(...page.alerts);
      state.after = page.after;
      list.replaceChildren(alertList(state.list,
        one => { state.list = state.list.filter(other => other.id !== one.id); }));
      more.hidden = !page.after;
      const rest = page.after ? ", there are more" : "", now = time(new Date().toISOString());
      words.textContent = state.list.length ? `${state.list.length} shown${rest}, newest first. Read ${now}.` : "None.";
    } catch (problem) {
      words.textContent = problem.message;
    }
  };
  load();
  return el("section", { class: "panel", "aria-label": "Alert queue" }, el("h2", {}, "Alert queue"),
    labelled("State", field), words, list, more);
}

/** @param {any[]} list @param {(alert: any) => void} moved told of each that changes */
export function alertList(list, moved) {
  if (!list.length) return el("p", {}, "No alerts.");
  return el("ul", { class: "news" }, list.map(one => alertItem(one, moved)));
}

function alertItem(one, moved) {
  const item = el("li", { data: { alert: one.id, state: one.state } });
  const draw = alert => {
    const by = [alert.owner && `by ${alert.owner}`,
      alert.snoozedUntil && `until ${time(alert.snoozedUntil)}`].filter(Boolean).join(" ");
    const act = (verb, body) => () =>
      decide(alert, verb, body, item, fresh => { item.dataset.state = fresh.state; moved(fresh); draw(fresh); });
    const named = verb => ({ class: "small",
      "aria-label": `${verb}: ${alert.category}, ${alert.userId.slice(0, 10)}` });
    item.replaceChildren(
      el("h3", {}, alert.category, el("span", { class: "note" }, ` ${alert.state} ${by}`)),
      el("p", {}, alert.alertMessage),
      el("p", { class: "note" }, el("a", { href: `#/admin/person/${alert.userId}` },
        `Person ${alert.userId.slice(0, 10)}`), `, as of ${time(alert.createdAt)}`,
        alert.note ? `. Note: ${alert.note}` : ""),
      el("div", { class: "row" }, alert.state === "open" && button("Acknowledge", act("ack"), named("Acknowledge")),
        alert.state !== "resolved" && button("Resolve …", act("resolve", "note"), named("Resolve")),
        alert.state !== "resolved" && DAYS.map(days =>
          button(`Put off ${days} d`, act("snooze", days), named(`Put off ${days} days`)))));
  };
  draw(one);
  return item;
}

async function decide(alert, verb, how, item, done) {
  const body = {};
  if (typeof how === "number") body.until = new Date(Date.now() + how * 86_400_000).toISOString();
  if (how === "note") {
    const note = await askText("Resolve the alert", "What was done", "", "Resolve", 500);
    if (!note) return;
    body.note = note;
  }
  try {
    const fresh = await call(`/admin/alerts/${alert.id}/${verb}`, { method: "POST", body });
    done({ ...alert, ...fresh });
    announce(`Alert ${fresh.state ?? "changed"}.`);
  } catch (problem) {
    item.append(el("p", { class: "alarm", role: "alert" }, problem.message));
  }
}
