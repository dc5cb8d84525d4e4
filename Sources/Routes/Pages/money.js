// My money: the month at a glance, what is left, what repeats, debts, goals, 50/30/20, people like you, and choices.
import { el } from "./dom.js";
import { day, money, months, percent } from "./format.js";
import { budgetRule, forecast, goals, spending } from "./cards.js";
import { big, fold, panel } from "./panel.js";
import { listTable, table } from "./tables.js";
import { recurring } from "./money-recurring.js";
import { debtPanel } from "./money-debts.js";
import { choicesPanel, dataPanel, draftsPanel, moodPanel } from "./money-choices.js";

/** @param {HTMLElement} root */
export function moneyPage(root) {
  const moods = moodPanel();
  root.replaceChildren(el("h1", {}, "My money"),
    el("p", { class: "note" }, "Worked out from what is recorded in the app. Your bank balance is not known. "
      + "General guidance, not financial advice."),
    el("div", { class: "cards" },
      draftsPanel(), panel("This month", "/analysis/snapshot", glance), panel("Left to spend", "/analysis/forecast",
        left),
      panel("Where it went", "/analysis/spending", spending), debtPanel(), panel("50/30/20", "/analysis/budget-rule",
        rule),
      panel("What repeats", "/analysis/recurring", recurring), panel("Saving goals", "/analysis/goals", saving),
      panel("People like you", "/analysis/peers", peers), choicesPanel(moods.refresh), moods, dataPanel()));
}

function glance({ overview }) {
  const growth = overview.spendingGrowthPercent;
  const beside = growth === null ? ""
    : `, ${percent(Math.abs(growth))} ${growth < 0 ? "less" : "more"} than last month`;
  return [
    big(money(overview.leftOver), "left over"),
    table("Month", null, [["Income", money(overview.income)], [`Expenses${beside}`, money(overview.expenses)],
      ["Budgeted", money(overview.budget)],
      ["For saving goals each month", money(overview.goalsMonthly)]]),
    fold("The last months", listTable("The last months", overview.recent, ["month", "income", "expenses", "leftOver"])),
  ];
}

function left(data) {
  const now = data.leftToSpend;
  const rows = now && table("How that comes about", null, [
    ["Received", money(now.received)], ["Income still to come", money(now.incomeToCome)], ["Spent so far",
      money(-now.spent)],
    ["Known payments to come", money(-now.committed)], ["Debt payments",
      money(-now.debtPayments)], ["For saving goals", money(-now.goals)],
    ["Left", money(now.left)]]);
  const coming = data.commitments?.length
    ? fold("Payments to come", listTable("Payments to come", data.commitments, ["name", "on", "amount"])) : null;
  const error = data.pastErrorPercent === null ? null
    : el("p", { class: "note" }, "In the last "
      + `${data.pastErrorMonths} months the forecast was ${percent(data.pastErrorPercent)} off in the middle.`);
  return [...forecast(data), rows && fold("How that comes about", rows), coming, error];
}

function rule(data) {
  if (!data.slices?.length) return [el("p", {}, "There is no income to divide this month.")];
  const steps = data.transition;
  const way = steps && fold("A way there in small steps", [el("p", {}, steps.summary),
    steps.steps.length ? listTable("Steps", steps.steps, ["month", "needsPercent", "wantsPercent", "savingsPercent"])
      : null]);
  return [...budgetRule(data), el("p", { class: "note" },
    "50/30/20 is a guide. Where rent and bills are high, needs above 50% are common."), way];
}

function saving(data) {
  if (!data.goals.length) return [el("p", {}, "No saving goals yet.")];
  const bars = data.goals.map(one =>
    el("p", {}, el("span", {}, `${one.name}: ${money(one.saved)} of ${money(one.target)} `),
    el("meter", { class: "meter", min: 0, max: 100, value: one.completionPercent ?? 0,
      "aria-label": `${one.name}: ${percent(one.completionPercent)} reached` }),
    el("span", { class: "note" }, standing(one))));
  return [...bars, fold("Beside each other", goals(data))];
}

function standing(goal) {
  if (goal.isCompleted) return "Reached, well done.";
  const need = goal.neededMonthly === null ? ""
    : `${money(goal.neededMonthly)} a month needed until ${day(goal.completesOn)}. `;
  return need + (goal.projectedMonths === null ? goal.reason ?? ""
    : `At ${money(goal.monthlyTarget)} a month it takes ${months(goal.projectedMonths)}.`);
}

function peers(data) {
  const why = data.reason ?? "there are too few people in a like group";
  if (!data.available) return [el("p", {}, `Not shown: ${why}.`)];
  return [el("p", {}, `About ${data.people} ${data.cohort}.`),
    table("Shares of spending", ["Category", "You", "Middle half of the group", "Where you are"],
      data.categories.map(one => [one.category, percent(one.ownPercent),
        `${percent(one.lowerPercent)} to ${percent(one.upperPercent)}`, one.position])),
    el("p", { class: "note" }, data.source)];
}
