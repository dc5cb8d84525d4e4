// What a person thinks of an answer, and asking it again.
import { button, el } from "./dom.js";

/** The row below an answer.
 * @param {string} id @param {{onFeedback: (id: string, rating: string, reason?: string) => void,
 *   onAgain: (id: string) => void}} acts */
export function ratingRow(id, acts) {
  const row = el("div", { class: "row actions" });
  const down = () => {
    const why = reason(id, row, acts);
    if (why) return row.after(why);
    acts.onFeedback(id, "down");
  };
  row.append(button("Helpful", () => acts.onFeedback(id, "up"), { class: "small" }),
    button("Not helpful", down, { class: "small" }),
    button("Answer again", () => acts.onAgain(id), { class: "small again" }));
  return row;
}

function reason(id, row, acts) {
  if (row.nextElementSibling?.tagName === "FORM") return null;
  const field = el("input", { maxLength: 500, placeholder: "May stay empty", "aria-label": "What was not helpful?" });
  return el("form", { class: "row reason", on: { submit: event => {
    event.preventDefault();
    acts.onFeedback(id, "down", field.value.trim());
    event.target.remove();
  } } }, field, el("button", { class: "small" }, "Send"));
}

/** Thanks in the place of the row. @param {HTMLElement} [box] */
export const thank = box => box?.querySelector(".actions")
  ?.replaceChildren(el("span", { class: "note", role: "status" }, "Thank you, noted."));
