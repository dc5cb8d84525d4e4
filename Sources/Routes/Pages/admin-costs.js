// What models cost, against their caps.
import { el } from "./dom.js";
import { day, dollars, number, time, words } from "./format.js";
import { big, panel } from "./panel.js";
import { charted } from "./charts.js";
import { table } from "./tables.js";

const FEATURES = { chat: "answers", wording: "wording by day", night: "wording at night" };
const CAPS = { turn: "One answer", personDay: "One person’s day", everyoneDay: "Everyone’s day" };

export function costs() {
  return panel("What models cost", "/admin/usage", data => [
    big(dollars(data.total.spent), `since ${day(data.from)}`), caps(data), days(data),
    sums("By feature", data.byFeature), sums("By model", data.byModel), unsettled(data.total), unlisted(data),
    el("p", { class: "note" }, `Prices reviewed on ${day(data.pricesReviewedOn)}.`),
  ]);
}

function caps(data) {
  const today = data.byDay.find(one => one.name === data.through)?.spent ?? 0;
  const rows = Object.entries(CAPS).map(([key, name]) => [name, dollars(data.caps[key]),
    key === "everyoneDay" ? dollars(today) : "–"]);
  const features = Object.entries(data.caps.featureDay)
    .map(([name, cap]) => [`A day of ${FEATURES[name] ?? name}`, dollars(cap), "–"]);
  return table(`Caps; a day starts afresh at ${time(data.resetsAt)}`, ["Cap", "At most", "Spent today"],
    [...rows, ...features]);
}

function days(data) {
  const list = data.byDay;
  if (!list.length) return el("p", {}, "No model was asked in these days.");
  return charted({ kind: "bar", labels: list.map(one => day(one.name)), unit: "dollars",
    series: [{ label: "Dollars", values: list.map(one => one.spent) }], words: "Spent each day." },
  [sums("By day", list, day)]);
}

function sums(title, list, named = words) {
  if (!list.length) return null;
  return table(title, ["", "Requests", "Tokens read", "Tokens written", "Spent", "Of it estimated"],
    list.map(one => [named(one.name), number(one.requests), number(one.promptTokens), number(one.completionTokens),
      dollars(one.spent), dollars(one.estimated)]));
}

function unsettled(total) {
  if (!total.unsettledRequests) return null;
  return el("p", {}, `${number(total.unsettledRequests)} requests run or were cut off; `
    + `${dollars(total.unsettled)} is set aside for them and counts until their day is over.`);
}

function unlisted(data) {
  if (!data.unlistedModels.length) return null;
  return el("p", { role: "alert" }, `No price is known for ${data.unlistedModels.join(", ")}: counted as the dearest. `
    + "Set MODEL_PRICES.");
}
