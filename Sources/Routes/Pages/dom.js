// Making and finding elements. Text from data only ever becomes a text node.

/** @param {string} id */
export const at = id => document.getElementById(id);

/**
 * An element with its properties and children; `on` holds listeners, keys with a dash become attributes.
 * @param {string} tag @param {Record<string, any>} [properties] @param {...(Node|string|null|undefined|false)} children
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "on") Object.entries(value).forEach(([type, hear]) => node.addEventListener(type, hear));
    else if (key === "data") Object.assign(node.dataset, value);
    else if (key === "class") node.className = value;
    else if (key.includes("-") || key === "role" || key === "for" || key === "scope") node.setAttribute(key, value);
    else node[key] = value;
  }
  node.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return node;
}

/** @param {string} words @param {() => any} press @param {Record<string, any>} [more] */
export const button = (words, press, more = {}) =>
  el("button", { type: "button", on: { click: press }, ...more }, words);

/** Words for screen readers only. */
export const aside = words => el("span", { class: "aside" }, words);

/** A labelled field. @param {string} words @param {HTMLElement} field */
export function labelled(words, field, kind = "field") {
  field.id ||= `field-${labelled.next = (labelled.next ?? 0) + 1}`;
  return el("div", { class: kind }, el("label", { for: field.id }, words), field);
}

/** Says something to screen readers, politely. */
export function announce(words) {
  const place = at("announcer");
  place.textContent = "";
  setTimeout(() => { place.textContent = words; }, 50);
}

/** Asks before something that cannot be undone; the person types a word. Gives whether they did. */
export function askTyped(title, words, typed, doing) {
  return ask(title, words, doing, true, form => {
    const field = el("input", { autocomplete: "off", spellcheck: false, required: true, pattern: typed });
    form.append(labelled(`Type ${typed} to go on`, field));
    return () => (field.value === typed ? typed : null);
  });
}

/** Asks for one text; null when it was left. */
export const askText = (title, label, value, doing = "Save", maxLength = 100) =>
  ask(title, "", doing, false, form => {
    const field = el("input", { value, maxLength, required: true });
    form.append(labelled(label, field));
    return () => field.value.trim() || null;
  });

/** Asks yes or no. */
export const askYes = (title, words, doing) => ask(title, words, doing, true, () => () => "yes");

function ask(title, words, doing, isAlarming, fill) {
  return new Promise(resolve => {
    const form = el("form", { method: "dialog" });
    const box = el("dialog", { "aria-labelledby": "ask-title" }, el("h2", { id: "ask-title" }, title),
      words && el("p", {}, words), form);
    const read = fill(form);
    const end = answer => { box.close(); box.remove(); resolve(answer); };
    form.append(el("div", { class: "row" }, el("button", { class: isAlarming ? "alarming" : "" }, doing),
      button("Cancel", () => end(null), { class: "plain" })));
    form.addEventListener("submit", event => { event.preventDefault(); end(read()); });
    box.addEventListener("cancel", () => end(null));
    document.body.append(box);
    box.showModal();
  });
}
