// What is paid again and again, and what the person says of it.
import { announce, button, el } from "./dom.js";
import { day, money } from "./format.js";
import { call } from "./http.js";
import { big, fold } from "./panel.js";
import { listTable, table } from "./tables.js";

/** @param {object} data the audit @param {() => void} refresh */
export function recurring(data, refresh) {
  const back = leftOut(data, refresh);
  if (!data.series.length) return [el("p", {}, "No payment that repeats is on record."), back];
  const rises = data.priceRises.length
    ? table("Price rises", ["Name", "Before", "Now", "Since", "More a year, estimated"], data.priceRises.map(one => [
      one.name, money(one.before), money(one.after), day(one.since), money(one.yearlyEffectEstimate)]))
    : el("p", {}, "No price rises found.");
  const hints = [["Expected and not seen", data.missing], ["Perhaps entered twice", data.doubled],
    ["Stopped", data.stopped]]
    .filter(([, list]) => list.length).map(([title, list]) =>
      fold(`${title} (${list.length})`, listTable(title, list)));
  return [big(money(data.monthlyEstimate), "a month, estimated"),
    el("p", {}, `${data.subscriptions.count} subscriptions, about ${money(data.subscriptions.yearlyEstimate)} a year.`),
    rises, everything(data, refresh), ...hints, back];
}

/** Whether the list was open when it was drawn last: deciding on one draws it again. */
let isOpen = false;

function everything(data, refresh) {
  const box = fold(`All of them (${data.count})`, rows(data, refresh));
  box.open = isOpen;
  box.addEventListener("toggle", () => { isOpen = box.open; });
  return box;
}

function rows(data, refresh) {
  return table("All of them", ["Name", "How often", "Amount", "A year, estimated", "Next", "Is it right?"],
    data.series.map(one => [one.name, one.cadence, money(one.amount), money(one.yearlyEstimate), day(one.nextOn[0]),
      button("It does not repeat", () => decide(one, "dismissed", refresh),
        { class: "small", "aria-label": `${one.name} does not repeat` })]));
}

function leftOut(data, refresh) {
  if (!data.dismissedSeries?.length) return null;
  return fold(`Left out because you said so (${data.dismissed})`, el("ul", {}, data.dismissedSeries.map(one =>
    el("li", {}, `${one.name} `, button("Count it again", () => decide(one, "open", refresh),
      { class: "small", "aria-label": `Count ${one.name} again` })))));
}

async function decide(one, decision, refresh) {
  try {
    await call("/me/recurring", { method: "POST", body: { key: one.key, decision } });
    announce(decision === "dismissed" ? `${one.name} is left out.` : `${one.name} is counted again.`);
  } catch (problem) {
    announce(problem.message);
  }
  refresh();
}
