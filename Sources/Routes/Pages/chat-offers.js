// What the chat asks of a person: questions before a draft, drafts to say yes or no to, and guided conversations.
import { announce, el } from "./dom.js";
import { questionForm, redrawn } from "./chat-question.js";

const ENDS = {
  done: "Thank you, that is all.", cancelled: "Left for now.", expired: "That took too long and was closed.",
};

export class Offers {
  /** @param {import("./reho-client.js").RehoClient} client @param {import("./chat-log.js").Log} log
   * @param {{say: (words: string, isAlarm: boolean) => void, done: () => void}} page */
  constructor(client, log, page) {
    Object.assign(this, { client, log, page });
    this.root = el("section", { class: "panel flow", "aria-label": "Guided conversation", hidden: true });
    this.decide = (id, isYes) => client.decide(id, isYes) || page.say("Not connected; nothing was saved.", true);
    client.on("card", (card, frame) => this.#card(card, frame));
    for (const type of ["flow_started", "flow_step", "flow_done"]) client.on(type, data => this.#step(data));
  }

  /** A card that came another way than by the socket. */
  show(card) { this.#card(card, {}); }

  #card(card, frame) {
    if (frame.turnId) this.log.begin(frame.turnId);
    if (card.kind === "question") return this.#isDrawn(card) || this.log.card(card, this.#question(card));
    if (card.kind !== "proposal") return this.log.card(card);
    const { fresh, isNew } = redrawn(this.log.lines, card, this.decide);
    if (isNew) this.log.card(card, fresh);
    else announce(fresh.querySelector(".outcome").textContent);
  }

  /** Whether a question is there already. */
  #isDrawn(card) {
    return [...this.log.lines.querySelectorAll("[data-question]")].some(one =>
      one.dataset.question === card.data.questionId);
  }

  #question(card) {
    const box = el("section", { class: "card", "aria-label": card.title, data: { question: card.data.questionId } });
    const answer = (id, value) => {
      if (!this.client.answer(id, value)) return this.page.say("Not connected; please answer again in a moment.", true);
      box.replaceChildren(el("p", { class: "note" }, `${card.title} – answered.`));
    };
    box.append(questionForm(card.data, { answer }));
    return box;
  }

  #step(data) {
    if (!data.question) return this.#end(ENDS[data.outcome] ?? "");
    const said = [...(data.intro ?? []), ...(data.reflection ?? []), data.remark?.text];
    const form = questionForm(data.question, {
      answer: (id, value) => this.client.answer(id, value), back: () => this.client.flow("back"),
      cancel: () => this.client.flow("cancel"),
    });
    const lines = said.filter(one => typeof one === "string").map(one => el("p", { class: "note" }, one));
    this.root.replaceChildren(...lines, form);
    this.root.hidden = false;
    form.querySelector("input, textarea")?.focus();
  }

  #end(words) {
    this.root.hidden = true;
    this.log.remark(words);
    announce(words);
    this.page.done();
  }
}
