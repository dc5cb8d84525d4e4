// What was said: bubbles, the answer that is being written, and its cards.
import { announce, aside, button, el } from "./dom.js";
import { time } from "./format.js";
import { drawCard, drawSources } from "./cards.js";
import { ratingRow, thank } from "./chat-rating.js";

const NEAR_END = 120;

/** The place where a conversation is read. */
export class Log {
  /** @param {{onFeedback: (id: string, rating: string, reason?: string) => void, onAgain: (id: string) => void,
   *   onEarlier: () => void}} acts */
  constructor(acts) {
    this.acts = acts;
    this.live = null;
    this.isAtEnd = true;
    this.earlier = button("Show earlier messages", acts.onEarlier, { class: "plain", hidden: true });
    this.lines = el("div", { class: "lines" });
    this.outbox = el("div", { class: "lines outbox" });
    this.root = el("div", { class: "log", role: "region", "aria-label": "Conversation", tabIndex: 0 },
      el("h2", { class: "aside" }, "Messages"), this.earlier, this.lines, this.outbox);
    this.#stayAtEnd();
  }

  clear() {
    this.lines.replaceChildren();
    this.outbox.replaceChildren();
    this.live = null;
    this.isAtEnd = true;
    this.earlier.hidden = true;
  }

  find(id) { return id ? [...this.lines.children].find(one => one.dataset.id === id) : undefined; }

  /** Messages that are not shown yet, in their place.
   * @param {{id: string, role: string, content: string, at: string, state: string}[]} messages */
  addHistory(messages, isEarlier = false) {
    const isNew = one => one.content && one.state !== "partial" && !this.find(one.id);
    const boxes = messages.filter(isNew).map(one => this.#stored(one));
    if (!isEarlier) return this.live ? this.live.box.before(...boxes) : this.lines.append(...boxes);
    const height = this.root.scrollHeight;
    this.lines.prepend(...boxes);
    this.root.scrollTop += this.root.scrollHeight - height;
  }

  #stored({ id, role, content, at, state, replaces }) {
    const { box } = this.#bubble(role, content, id);
    if (state === "stopped") box.append(note("Stopped."));
    if (state === "failed") box.append(note("This answer could not be finished."));
    if (at) box.append(el("p", { class: "note time" }, time(at)));
    if (replaces) this.replaced(replaces);
    if (role === "assistant") box.append(ratingRow(id, this.acts));
    return box;
  }

  #bubble(role, text, id) {
    const words = document.createTextNode(text);
    const body = el("p", { class: "words" }, words);
    const box = el("article", { class: role, data: id ? { id } : {} },
      aside(role === "user" ? "You said: " : "Reho said: "), body);
    return { box, words };
  }

  /** A question on its way; it joins the conversation when its turn begins. */
  addPending(clientMsgId, text) {
    const { box } = this.#bubble("user", text);
    box.dataset.pending = clientMsgId;
    box.append(note("Waiting to be sent", "waiting"));
    this.outbox.append(box);
    this.toEnd();
  }

  pendingGone(clientMsgId, why) {
    const box = [...this.outbox.children].find(one => one.dataset.pending === clientMsgId);
    if (!box) return;
    if (!why) return box.remove();
    box.querySelector(".waiting").replaceWith(note(why, "alarm"));
    this.lines.append(box);
  }

  begin(turnId, { userMessageId, clientMsgId, message, regenerates } = {}) {
    if (clientMsgId) this.pendingGone(clientMsgId);
    const isNew = userMessageId && message && !this.find(userMessageId);
    if (isNew) this.lines.append(this.#bubble("user", message, userMessageId).box);
    if (regenerates) this.replaced(regenerates);
    if (this.live?.turnId === turnId) return;
    const { box, words } = this.#bubble("assistant", "");
    const step = el("p", { class: "note step" }, "Thinking …");
    box.classList.add("live");
    box.append(step);
    this.live = { turnId, box, words, step };
    this.lines.append(box);
  }

  text(words) {
    this.live.words.appendData(words);
    this.live.step.textContent = "Writing …";
  }

  step(words) { this.live.step.textContent = words; }
  add(node) { if (this.live) this.live.step.before(node); else this.lines.append(node); }
  card(card, drawn = drawCard(card)) { this.add(drawn); }
  sources(list) { if (list.length) this.add(drawSources(list)); }
  remark(words, kind) { this.add(note(words, kind)); }

  /** The end of the answer; the whole text is read out once. */
  end({ text, messageId, words, isAlarm }) {
    const { box, words: said, step } = this.live ?? {};
    if (!box) return;
    this.live = null;
    if (text) said.data = text;
    step.remove();
    box.classList.remove("live");
    if (words) box.append(note(words, isAlarm ? "alarm" : ""));
    if (messageId) this.#keep(box, messageId);
    announce(`Reho said: ${said.data} ${words ?? ""}`);
  }

  /** Under its id; the same answer out of the history gives way to the one with its cards. */
  #keep(box, id) {
    this.find(id)?.remove();
    box.dataset.id = id;
    box.append(ratingRow(id, this.acts));
  }

  replaced(id) {
    const old = this.find(id);
    if (!old || old.classList.contains("replaced")) return;
    old.classList.add("replaced");
    old.append(note("A newer answer is below."));
  }

  rated(id) { thank(this.find(id)); }

  toEnd() {
    this.isAtEnd = true;
    this.root.scrollTop = this.root.scrollHeight;
  }

  /** Stays at the end while the reader is there, also when a chart comes late or the page becomes narrower. */
  #stayAtEnd() {
    const { root } = this;
    root.addEventListener("scroll",
      () => { this.isAtEnd = root.scrollHeight - root.scrollTop - root.clientHeight < NEAR_END; });
    const sizes = new ResizeObserver(() => { if (this.isAtEnd) this.toEnd(); });
    [root, this.lines, this.outbox].forEach(one => sizes.observe(one));
  }
}

const note = (words, kind = "") => el("p", { class: `note ${kind}`.trim() }, words);
