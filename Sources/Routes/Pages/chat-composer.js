// Where a question is typed, and where an answer is stopped.
import { button, el } from "./dom.js";

export class Composer {
  /** @param {{send: (text: string) => boolean, stop: () => void}} acts `send` says whether the text was taken
   * @param {HTMLElement} beside what else may be handed over, such as a receipt */
  constructor(acts, beside) {
    this.acts = acts;
    this.field = el("textarea", { id: "question", rows: 2, maxLength: 4000, placeholder: "Ask about your money",
      on: { keydown: event => this.#key(event) } });
    this.stop = button("Stop", acts.stop, { class: "plain", id: "stop", hidden: true });
    this.root = el("form", { class: "composer", "aria-label": "Ask",
      on: { submit: event => { event.preventDefault(); this.#send(); } } },
      el("label", { class: "aside", for: "question" }, "Your question"), this.field, beside, this.stop, el("button",
        { id: "send" }, "Send"));
  }

  focus() { this.field.focus(); }

  /** Whether there is something to stop. @param {boolean} isRunning */
  running(isRunning) {
    if (!isRunning && document.activeElement === this.stop) this.field.focus();
    this.stop.hidden = !isRunning;
  }

  #send() {
    const text = this.field.value.trim();
    if (text && this.acts.send(text)) this.field.value = "";
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }
}
