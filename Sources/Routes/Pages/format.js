// How values are printed: pounds, shares, days and keys, in British English.

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const dollarForm = new Intl.NumberFormat("en-GB", { style: "currency", currency: "USD", maximumFractionDigits: 4 });
const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
const dayForm = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const monthForm = new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
const timeForm = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });

export const unknown = "not known";
const given = value => value !== null && value !== undefined;

export const money = value => (given(value) ? pounds.format(value) : unknown);
/** What providers of models charge in. */
export const dollars = value => (given(value) ? dollarForm.format(value) : "none");
export const percent = value => (given(value) ? `${plain.format(value)}%` : unknown);
export const number = value => (given(value) ? plain.format(value) : unknown);
export const day = text => (given(text) ? dayForm.format(new Date(text)) : unknown);
export const month = text => (given(text) ? monthForm.format(new Date(`${text}-01T00:00:00Z`)) : unknown);
export const time = text => (given(text) ? timeForm.format(new Date(text)) : unknown);
export const months = count => {
  if (!given(count)) return unknown;
  const years = Math.floor(count / 12), rest = count % 12;
  const parts = [years && `${years} ${years === 1 ? "year" : "years"}`,
    rest && `${rest} ${rest === 1 ? "month" : "months"}`];
  return parts.filter(Boolean).join(" ") || "0 months";
};

/** `totalInterest` or `debt_plan` as words. */
export function words(key) {
  const text = key.replace(/([a-z])([A-Z])/g, "$1 $2").replace(/[_.]/g, " ").toLowerCase().replace(/ percent$/, " (%)");
  return (text.charAt(0).toUpperCase() + text.slice(1)).replace(/\bapr\b/i, "APR");
}

const moneyKeys = ["amount", "balance", "income", "expenses", "spen[dt]", "left", "budget", "interest", "payment",
  "saved", "target", "total", "monthly", "price", "cost", "usual", "dated", "previous", "committed", "goals$", "low$", "high$",
  "effect", "estimate", "median", "received", "impact"];
const isMoney = new RegExp(moneyKeys.join("|"), "i");
const isNoMoney = /count|months|percent|days|people|points|score|shown|nights|records|payments$/i;

/** A value of a card by its key: the protocol says "money in JSON is pounds", so the key tells the unit. */
export function shown(value, key = "") {
  if (!given(value)) return unknown;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") {
    if (/percent|^apr$/i.test(key)) return percent(value);
    return isMoney.test(key) && !isNoMoney.test(key) ? money(value) : number(value);
  }
  if (typeof value !== "string") return "";
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return time(value);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return day(value);
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(value) ? month(value) : value;
}

/** A figure of `sources`, which names its unit. */
export function figure({ value, unit }) {
  if (!given(value)) return unknown;
  if (unit === "GBP") return money(value);
  return unit === "percent" ? percent(value) : shown(value, "count");
}

/** "As of …, basis". */
export function basis({ asOf, basis: how, window }) {
  const parts = [asOf && `As of ${time(asOf)}`, how && `Basis: ${how}`, window && `Window: ${window}`];
  return parts.filter(Boolean).join(". ");
}
