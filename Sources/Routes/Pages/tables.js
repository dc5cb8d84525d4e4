// Tables: one value a line, or one record a line. What is a number stands to the right.
import { el } from "./dom.js";
import { shown, words } from "./format.js";

const numeric = text => /^[-−£]?[\d,.]+%?$/.test(text.replace("-£", "£"));

const SHORT = 18, LONG = 60;

/** Short words stay on one line, long ones get room. */
function kind(content, tag) {
  if (typeof content !== "string") return undefined;
  if (tag === "td" && numeric(content)) return "number";
  return content.length <= SHORT ? "short" : content.length >= LONG ? "long" : undefined;
}

/** A cell from text or from something drawn. */
function cell(tag, content, scope) {
  return el(tag, { scope, class: kind(content, tag) }, content);
}

/**
 * A table that scrolls by itself on a narrow page.
 * @param {string} caption @param {?string[]} head @param {(string|Node)[][]} rows first cells are row headers
 */
export function table(caption, head, rows) {
  const body = rows.map(([first, ...rest]) => el("tr", {}, cell("th", first, "row"), rest.map(one => cell("td", one))));
  const top = head && el("thead", {}, el("tr", {}, head.map((one, place) =>
    el("th", { scope: "col", class: place && rows.length
      && rows.every(r => typeof r[place] === "string" && (numeric(r[place]) || r[place] === "not known")) ? "number"
      : undefined }, one))));
  const grid = el("table", {}, caption && el("caption", {}, caption), top, el("tbody", {}, body));
  return el("div", { class: "wide", tabIndex: 0, role: "region", "aria-label": caption || "Table" }, grid);
}

const isRecord = value => value !== null && typeof value === "object" && !Array.isArray(value);
const quiet = new Set(["currency", "asOf", "basis", "coverage", "window", "key", "id"]);

/** The single values of an object, with those of objects inside it. */
function pairs(data, prefix = "") {
  return Object.entries(data).flatMap(([key, value]) => {
    const name = prefix ? `${prefix}: ${words(key).toLowerCase()}` : words(key);
    if (Array.isArray(value) || quiet.has(key) || /notshown$/i.test(key) || value === null) return [];
    return isRecord(value) ? pairs(value, name) : [[name, shown(value, key)]];
  });
}

/** A list of records: their single values as columns. */
export function listTable(caption, list, columns) {
  const rows = list.map(one => (isRecord(one) ? one : { value: one }));
  const keys = columns ?? [...new Set(rows.flatMap(Object.keys))]
    .filter(key => !quiet.has(key) && rows.every(row => typeof row[key] !== "object" || row[key] === null));
  if (!keys.length) return null;
  return table(caption, keys.map(words), rows.map(row => keys.map(key => shown(row[key], key))));
}

/** Any object as tables: its own values, then each of its lists. */
export function dataTables(caption, data) {
  const own = pairs(data);
  const lists = Object.entries(data).filter(([, value]) => Array.isArray(value) && value.length);
  return [
    own.length ? table(caption, null, own) : null,
    ...lists.map(([key, list]) => listTable(words(key), list)),
  ].filter(Boolean);
}
