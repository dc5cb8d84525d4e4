// Questions as real inputs, and offers to save something with what was before and what would be after.
import { button, el, labelled } from "./dom.js";
import { time } from "./format.js";
import { drawSources, footnote } from "./cards.js";
import { table } from "./tables.js";

/** One question of a flow or before a draft, in one shape. */
function read(data) {
  if (data.questionId) {
    return { id: data.questionId, words: data.text, kind: data.kind, expects: { type: "text", most: 200 },
      canSkip: false,
      options: data.options.map(one => ({ id: one.value, words: one.label })) };
  }
  return { ...data, words: data.question };
}

/**
 * A form that asks.
 * @param {any} data a card of kind `question` or a flow's question
 * @param {{answer: (id: string, value: any) => void, back?: () => void, cancel?: () => void}} acts
 */
export function questionForm(data, acts) {
  const one = read(data);
  const { fields, value } = one.kind === "radio" ? choices(one, "radio") : one.kind === "checkboxes"
    ? choices(one, "checkbox") : typed(one);
  const send = event => { event.preventDefault(); const given = value(); if (given !== null) acts.answer(one.id,
    given); };
  const buttons = el("div", { class: "row" }, el("button", {}, "Answer"),
    one.canSkip && button("Skip", () => acts.answer(one.id, undefined), { class: "plain" }),
    data.canGoBack && acts.back && button("Back", acts.back, { class: "plain" }),
    acts.cancel && button("Leave it for now", acts.cancel, { class: "plain" }));
  const progress = data.progress && el("p", { class: "note" }, `Question ${data.progress.step} of ${data.progress.of}`);
  const figures = data.figures?.length ? drawSources(data.figures) : null;
  return el("form", { class: "question", "aria-label": one.words, on: { submit: send } }, progress,
    el("fieldset", {}, el("legend", {}, one.words),
      one.proposalWords && one.proposalWords !== one.proposal
      && el("p", { class: "note" }, one.proposalWords), fields), figures, buttons);
}

function choices(one, type) {
  const chosen = [one.answer ?? one.proposal ?? []].flat();
  const boxes = one.options.map(option =>
    el("input", { type, name: `q-${one.id}`, value: option.id, checked: chosen.includes(option.id) }));
  const fields = one.options.map((option, place) => el("label", { class: "choice" }, boxes[place], ` ${option.words}`));
  const own = one.expects?.ownWords ? el("input", { maxLength: one.expects.ownWords }) : null;
  if (own) fields.push(labelled("Or in your own words", own));
  const value = () => {
    if (own?.value.trim()) return own.value.trim();
    const picked = boxes.filter(box => box.checked).map(box => box.value);
    return type === "checkbox" ? picked : picked[0] ?? null;
  };
  return { fields, value };
}

function typed(one) {
  const isMoney = one.expects?.type === "money";
  const start = one.answer ?? one.proposal ?? "";
  const span = one.expects?.span === "monthly" ? " a month" : "";
  const field = isMoney
    ? el("input", { type: "number", inputMode: "decimal", step: "0.01", min: one.expects.least, max: one.expects.most,
      value: start, required: true })
    : el(one.expects?.most > 120 ? "textarea" : "input",
      { maxLength: one.expects?.most ?? 500, value: start, required: true });
  return {
    fields: [labelled(isMoney ? `Amount in pounds${span}` : "Your answer", field)],
    value: () => (isMoney ? Number(field.value) : field.value.trim() || null),
  };
}

const OUTCOMES = {
  open: "Nothing is saved until you say so.", confirming: "Saving …", applied: "Saved in the app.",
  failed: "Not saved.", notApplied: "The records show that this was not saved.", rejected: "Left as it was.",
  unknown: "It is not known yet whether this was saved. Please look before you enter it again.",
  expired: "This offer is over, so nothing was saved.",
};

/** An offer to write something in the main app.
 * @param {{title: string, data: any}} card @param {(id: string, isYes: boolean) => void} decide */
export function draftCard({ title, data }, decide) {
  const rows = data.rows.map(row => [row.label, row.before ?? "–", row.after]);
  const press = isYes => event => {
    event.target.closest(".row").querySelectorAll("button").forEach(one => { one.disabled = true; });
    decide(data.proposalId, isYes);
  };
  const say = el("p", { class: `outcome ${data.state}`, role: "status" },
    [data.reason, OUTCOMES[data.state]].filter(Boolean).join(" "),
    data.of > 1 && data.done ? ` ${data.done} of ${data.of} are saved.` : "");
  const buttons = data.state === "open" && el("div", { class: "row" },
    button("Save it", press(true)), button("Leave it", press(false), { class: "plain" }),
    el("span", { class: "note" }, `Open until ${time(data.expiresAt)}`));
  return el("section", { class: "card draft", "aria-label": title,
    data: { proposal: data.proposalId, kind: "proposal" } },
    el("h3", {}, title), table("What would change", ["", "Now", "After"],
      rows), footnote({ remarks: data.remarks }), say, buttons);
}

/** Draws an offer in the place of its older self; null where it has none. */
export function redrawn(root, card, decide) {
  const old = [...root.querySelectorAll("[data-proposal]")].filter(one =>
    one.dataset.proposal === card.data.proposalId);
  const fresh = draftCard(card, decide);
  if (!old.length) return { fresh, isNew: true };
  const hadFocus = old.some(one => one.contains(document.activeElement));
  old.slice(1).forEach(one => one.remove());
  old[0].replaceWith(fresh);
  if (hadFocus) { fresh.tabIndex = -1; fresh.focus(); }
  return { fresh, isNew: false };
}
