// The debt plan with a slider: every figure is asked of the server for the amount shown.
import { el, labelled, announce } from "./dom.js";
import { money, month, months } from "./format.js";
import { footnote, strategyNames, strategyTable } from "./cards.js";
import { charted } from "./charts.js";
import { call } from "./http.js";
import { listTable } from "./tables.js";

const NO_WAY = "With these payments the debts are not cleared. A free debt adviser can help to find a way, for instance "
  + "StepChange or National Debtline.";
const MOST = 500, STEP = 5;

export function debtPanel() {
  const slider = el("input", { type: "range", min: 0, max: MOST, step: STEP, value: 0 });
  const exact = el("input", { type: "number", min: 0, max: 100000, step: "0.01", inputMode: "decimal" });
  const result = el("div", { "aria-live": "off" }, el("p", { class: "note" }, "Loading …"));
  const box = el("section", { class: "panel broad", "aria-label": "Debt plan" }, el("h2", {}, "Debt plan"),
    el("div", { class: "stack" }, labelled("Extra payment each month", slider),
      labelled("Or exactly, in pounds", exact)), result);
  let timer = 0, asked = 0;
  const ask = async (extra, isFirst) => {
    const mine = ++asked;
    try {
      const plan = await call("/analysis/debt-plan", { query: extra === null ? {} : { extra } });
      if (mine !== asked) return;
      if (isFirst) exact.value = slider.value = plan.extraMonthly ?? 0;
      slider.setAttribute("aria-valuetext", `${money(plan.extraMonthly)} extra a month`);
      result.replaceChildren(...draw(plan));
      if (!isFirst) announce(summary(plan));
    } catch (problem) {
      if (mine === asked) result.replaceChildren(el("p", { class: "alarm", role: "alert" }, problem.message));
    }
  };
  const later = value => { clearTimeout(timer); timer = setTimeout(() => ask(value), 200); };
  slider.addEventListener("input", () => { exact.value = slider.value; later(slider.value); });
  exact.addEventListener("input",
    () => { if (exact.value && exact.checkValidity()) { slider.value = exact.value; later(exact.value); } });
  ask(null, true);
  return box;
}

function best(plan) {
  const ways = Object.entries(plan.strategies ?? {}).filter(([, one]) => one.clears);
  return ways.sort(([, a], [, b]) => a.totalInterest - b.totalInterest)[0];
}

function summary(plan) {
  const found = best(plan);
  if (!plan.debts.length) return "There are no open debts on record.";
  if (!found) return NO_WAY;
  const [key, one] = found, saved = one.saving?.minimum_only;
  const gain = saved?.interest > 0
    ? ` That is ${money(saved.interest)} less interest and ${months(saved.months)} sooner than minimum payments only.`
    : "";
  const way = strategyNames[key].toLowerCase();
  return `With ${money(plan.extraMonthly)} extra a month: debt-free in ${month(one.debtFreeOn)}, `
    + `after ${months(one.months)}, by “${way}”.${gain}`;
}

function draw(plan) {
  const text = el("p", {}, summary(plan));
  if (!plan.debts.length) return [text, footnote(plan)];
  const ways = Object.entries(plan.strategies ?? {});
  const series = [{ label: "Interest in all", values: ways.map(([, one]) => one.totalInterest) }];
  const chart = ways.length ? charted(
    { kind: "bar", isSideways: true, labels: ways.map(([key]) => strategyNames[key] ?? key), series,
      words: "Interest in all by way of paying." },
    [strategyTable(plan.strategies)]) : null;
  const growing = plan.neverClears.map(one =>
    el("p", {}, `“${one.name}” is not cleared by its payment: `
      + `${money(one.monthlyInterest)} interest a month; from ${money(one.breakEvenPayment)} a month it would shrink.`));
  const same = plan.avalancheVsSnowball?.practicallyEqual
    ? el("p", { class: "note" }, "Both orders cost practically the same, so choose the one that is easier to keep up.")
    : null;
  return [text, ...growing, chart, same,
    listTable("Your debts", plan.debts,
    ["name", "balance", "apr", "aprSource", "minimumPayment", "payDueDate"]), footnote(plan)];
}
