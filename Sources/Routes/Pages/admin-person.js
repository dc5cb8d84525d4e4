// One person: spending heatmap, every rule behind the level, alerts, debts, tips and the group beside.
import { el } from "./dom.js";
import { money, percent } from "./format.js";
import { footnote } from "./cards.js";
import { call } from "./http.js";
import { big } from "./panel.js";
import { listTable, table } from "./tables.js";
import { levelMark } from "./admin.js";
import { alertList } from "./admin-alerts.js";

/** @param {string} id */
export function person(id) {
  const body = el("div", { class: "cards" }, el("p", {}, "Loading …"));
  call(`/admin/user-dashboard/${id}`).then(data => body.replaceChildren(...draw(data)),
    problem => body.replaceChildren(el("p", { role: "alert", class: "alarm" }, problem.message)));
  return el("div", {}, el("h2", {}, `Person ${id}`),
    el("p", {}, el("a", { href: "#/admin/people" }, "Back to the list")), body);
}

const part = (title, isWide, ...inside) =>
  el("section", { class: `panel${isWide ? " full" : ""}`, "aria-label": title }, el("h3", {}, title), inside);

function draw(data) {
  const { risk, spending, debts, peers } = data.analysis;
  return [
    part("Level", true, rules(risk)),
    part("Spending heatmap", true, heatmap(data), footnote(spending)),
    part("Alerts", true, alertList(data.currentAlerts, () => null)),
    part("Debts", false, big(money(debts.balance), "owed"),
      debts.debts.length ? listTable("Debts", debts.debts,
      ["name", "balance", "apr", "aprSource", "monthlyPayment", "payDueDate"]) : null,
      el("p", { class: "note" }, risk.passedDueDates.explanation), footnote(debts)),
    part("People like them", false, el("p", { class: "words" }, data.peerComparison.comparison ?? "Not shown."),
      footnote({ asOf: peers.asOf, basis: peers.basis, window: peers.window })),
    part("Tips given", true, listTable("Tips", data.aiTips, ["category", "insight", "suggestion"])),
  ];
}

function rules(risk) {
  const rows = risk.rules.map(one =>
    [one.title, one.printed, one.threshold, `${one.contribution} of ${one.most}`, one.explanation]);
  const quality = risk.dataQuality.findings.length ? listTable("Findings on the data", risk.dataQuality.findings)
    : el("p", { class: "note" }, "Nothing doubtful was found in the records.");
  return [
    el("p", {}, levelMark(risk.level), ` Score ${risk.score} of ${risk.mostPoints}; medium from `
      + `${risk.bands.mediumFrom}, high from ${risk.bands.highFrom}. Data quality ${risk.dataQuality.grade}.`),
    el("p", { class: "note" }, `Before: ${risk.previousLevel ?? "not assessed"}; nights held: ${risk.nightsHeld}.`),
    table("Every rule behind the level", ["Rule", "Value", "Thresholds", "Points", "Why"], rows), quality,
    el("p", { class: "note" }, risk.notice), footnote({ asOf: risk.asOf, basis: risk.basis }),
  ];
}

function heatmap(data) {
  const amounts = new Map(data.analysis.spending.names.map(one => [one.name, one]));
  const cells = data.spendingHeatmap.map(({ category, spendingLevel }) => {
    const known = amounts.get(category);
    return el("li", { class: spendingLevel }, el("strong", {}, category), el("br"),
      `${spendingLevel}${known ? `, ${money(known.amount)} (${percent(known.sharePercent)})` : ""}`);
  });
  return [big(money(data.totalMonthlySpending), `this month, ${data.spendingGrowthFromLastMonth} from last month`),
    el("ul", { class: "heat" }, cells)];
}
