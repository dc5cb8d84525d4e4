// Cards by kind: a chart where one helps, and tables for every kind. Numbers are the engine's; nothing is worked
// out here.
import { el } from "./dom.js";
import { basis, day, figure, money, month, months, percent, words } from "./format.js";
import { charted } from "./charts.js";
import { dataTables, listTable, table } from "./tables.js";

export const strategyNames = {
  minimum_only: "Minimum payments only", minimum_rollover: "Minimums, freed money moved on",
  avalanche: "Highest rate first", snowball: "Smallest balance first",
};

/** @type {Record<string, (data: any, title: string) => (Node|null)[]>} */
const drawers = {
  debt_plan: debtPlan, budget_rule: budgetRule, spending, forecast, goals,
};

/** A card of the chat. @param {{kind: string, title: string, data: any}} card */
export function drawCard({ kind, title, data }) {
  const body = data ? (drawers[kind] ?? other)(data, title) : [];
  return el("section", { class: "card", "aria-label": title, data: { kind } }, el("h3", {}, title), body,
    footnote(data));
}

/** As-of and basis of whatever has them, and what the engine remarks. */
export function footnote(data) {
  const remarks = [...(data?.warnings ?? []), ...(data?.remarks ?? [])].filter(one => typeof one === "string");
  const text = data ? basis(data) : "";
  return el("footer", {}, data?.reason && el("p", {}, `Not complete: ${data.reason}.`),
    remarks.map(one => el("p", {}, one)), text && el("p", { class: "note" }, text));
}

const other = (data, title) => dataTables(title, withoutRemarks(data));
const withoutRemarks = ({ warnings, remarks, reason, ...rest }) => rest;

export function strategyTable(strategies) {
  return table("Ways to pay", ["Way", "Debt-free", "Takes", "Interest in all"],
    Object.entries(strategies).map(([key, one]) => [
      strategyNames[key] ?? words(key), one.clears ? month(one.debtFreeOn) : "does not clear",
      one.clears ? months(one.months) : "–", money(one.totalInterest),
    ]));
}

function debtPlan(data) {
  const rows = strategyTable(data.strategies ?? {});
  const debts = data.debts?.length ? listTable("Debts", data.debts, ["name", "balance", "apr", "minimumPayment"])
    : null;
  if (!data.series) return [rows, debts];
  const { months: steps, ...lines } = data.series;
  const series = Object.entries(lines).map(([key, values]) => ({ label: strategyNames[key] ?? words(key), values }));
  const spec = { kind: "line", labels: steps.map(String), axis: "Months from now", series,
    words: "What is left to pay, month by month, by way of paying. The table says when each ends." };
  return [charted(spec, [rows, debts])];
}

export function budgetRule(data) {
  const slices = data.slices ?? [];
  const rows = table("Share of income", ["Part", "Guide", "Planned", "Actual", "Actual amount"], slices.map(one => [
    one.label, one.targetPercent === null ? "–" : percent(one.targetPercent), percent(one.plan.sharePercent),
    percent(one.actual.sharePercent), money(one.actual.amount)]));
  const parts = slices.filter(one => one.targetPercent !== null);
  const series = [["Guide", one => one.targetPercent], ["Planned", one => one.plan.sharePercent],
    ["Actual", one => one.actual.sharePercent]]
    .map(([label, pick]) => ({ label, values: parts.map(pick) }));
  const words = "Shares of income for needs, wants and savings: guide, plan and actual.";
  const short = { needs: "Needs", wants: "Wants", savings: "Savings" };
  return [charted({ kind: "bar", labels: parts.map(one => short[one.class] ?? one.label), series, unit: "percent",
    words }, [rows])];
}

export function spending(data) {
  const list = data.names?.length ? data.names : data.categories ?? [];
  const rows = [data.categories, data.names].filter(one => one?.length).map((one, place) =>
    listTable(place || one === data.names ? "By name" : "By category", one,
      ["name", "amount", "previous", "sharePercent"]));
  if (!list.length) return other(data, "Spending");
  const top = list.slice(0, 8);
  const series = [{ label: "This month", values: top.map(one => one.amount) },
    { label: "Last month", values: top.map(one => one.previous ?? null), colour: "--c4" }];
  return [el("p", { class: "big" }, money(data.total)), charted(
    { kind: "bar", isSideways: true, labels: top.map(one => one.name), series,
      words: "The largest spendings of this month beside last month." }, rows)];
}

export function forecast(data) {
  if (data.abstained) return [el("p", {}, `No forecast: ${data.abstained}.`)];
  const list = data.months ?? [];
  const rows = table("Months ahead", ["Month", "Likely spending", "From", "To", "Left over"], list.map(one => [
    month(one.month), money(one.spending), money(one.low), money(one.high), money(one.leftOver)]));
  const band = list.map(one => (one.low === null ? null : [one.low, one.high]));
  const series = [{ label: `Range (${data.rangePercent ?? 80}% of cases)`, values: band, kind: "bar", isFaint: true },
    { label: "Likely", values: list.map(one => one.spending), kind: "line", colour: "--c2" }];
  const left = data.leftToSpend && el("p", {}, el("span", { class: "big" }, money(data.leftToSpend.left)),
    ` left to spend this month, ${money(data.leftToSpend.perDay)} a day for ${data.leftToSpend.daysLeft} days`);
  return [left, charted({ kind: "bar", labels: list.map(one => month(one.month)), series,
    words: "Likely spending of the months ahead with its range." }, [rows])];
}

export function goals(data) {
  const list = data.goals;
  if (!list?.length) return other(data, "Goals");
  const rows = table("Goals", ["Goal", "Saved", "Target", "Reached", "By"], list.map(one => [
    one.name, money(one.saved), money(one.target), percent(one.completionPercent), day(one.completesOn)]));
  const series = [{ label: "Saved", values: list.map(one => one.saved) },
    { label: "Target", values: list.map(one => one.target), colour: "--c4" }];
  return [charted({ kind: "bar", isSideways: true, labels: list.map(one => one.name), series,
    words: "What is saved beside each goal's target." }, [rows])];
}

/** The figures an answer rests on, on demand. */
export function drawSources(list) {
  const rows = list.map(one => [one.label, figure(one), one.basis ?? "", one.window ?? "–"]);
  const asOf = list[0]?.asOf;
  return el("details", { class: "fold sources" }, el("summary", {}, `Figures used (${list.length})`),
    table("Figures this answer rests on", ["Figure", "Value", "Basis", "Window"], rows),
    asOf && el("p", { class: "note" }, basis({ asOf })));
}
