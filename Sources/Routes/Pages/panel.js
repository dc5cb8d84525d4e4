// One piece of a page that reads a route: it says that it is loading, what it found, or plainly why not.
import { button, el } from "./dom.js";
import { footnote } from "./cards.js";
import { call } from "./http.js";

/**
 * @param {string} title @param {string} path
 * @param {(data: any, refresh: () => void) => (Node|string|null|false)[]} draw
 * @param {{query?: object, isWide?: boolean, hasFootnote?: boolean}} [how]
 */
export function panel(title, path, draw, { query, isWide = false, hasFootnote = true } = {}) {
  const body = el("div", {}, el("p", { class: "note" }, "Loading …"));
  const box = el("section", { class: `panel${isWide ? " full" : ""}`, "aria-label": title, "aria-busy": "true" },
    el("h2", {}, title), body);
  const refresh = async () => {
    try {
      const data = await call(path, { query });
      body.replaceChildren(...[draw(data, refresh)].flat().filter(Boolean), hasFootnote ? footnote(data) : "");
    } catch (problem) {
      body.replaceChildren(el("p", { class: problem.status === 403 ? "" : "alarm", role: "alert" }, problem.message),
        problem.status === 403 ? "" : button("Try again", refresh, { class: "small" }));
    }
    box.setAttribute("aria-busy", "false");
  };
  refresh();
  return Object.assign(box, { refresh });
}

/** A figure with its name under it. */
export const big = (value, words) => el("p", {}, el("span", { class: "big" }, value), ` ${words}`);

/** What is shown when somebody asks for it. */
export const fold = (words, inside) => el("details", { class: "fold" }, el("summary", {}, words), inside);
