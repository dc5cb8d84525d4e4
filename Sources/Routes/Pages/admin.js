// Administration: who may need a look first, one person, alerts, levels and nights.
import { el } from "./dom.js";
import { session } from "./http.js";
import { triage } from "./admin-people.js";
import { person } from "./admin-person.js";
import { alerts } from "./admin-alerts.js";
import { costs } from "./admin-costs.js";
import { levels, nights } from "./admin-nights.js";

const PAGES = { people: ["People", triage], alerts: ["Alerts", alerts], levels: ["Levels", levels],
  nights: ["Nights", nights], costs: ["Costs", costs] };

/** @param {HTMLElement} root @param {string[]} rest the address after `#/admin` */
export function adminPage(root, [name = "people", id]) {
  if (session.claims.role !== "ADMIN") {
    return root.replaceChildren(el("h1", {}, "Administration"),
      el("p", { role: "alert" }, "Your account is not allowed to see this. It needs an administrator’s sign-in."));
  }
  const tabs = el("nav", { class: "tabs", "aria-label": "Administration" },
    Object.entries(PAGES).map(([key, [words]]) =>
    el("a", { href: `#/admin/${key}`, "aria-current": key === name ? "page" : undefined }, words)));
  const body = name === "person" && /^[0-9a-f]{24}$/i.test(id ?? "") ? person(id) : (PAGES[name] ?? PAGES.people)[1]();
  root.replaceChildren(el("h1", {}, "Administration"), tabs, body);
}

/** A level as a word in a coloured frame. */
export const levelMark = level =>
  el("span", { class: `level ${level}` }, level === "notAssessed" ? "not assessed" : level);
