// The chat page: a conversation, its composer, and what stands beside it.
import { announce, button, el } from "./dom.js";
import { call } from "./http.js";
import { Log } from "./chat-log.js";
import { News } from "./chat-news.js";
import { Offers } from "./chat-offers.js";
import { Threads } from "./chat-threads.js";
import { RehoClient } from "./reho-client.js";

/** @param {HTMLElement} root
 * @param {{token: (why: string) => Promise<?string>, named: (name: string) => void}} parts */
export function chatPage(root, parts) {
  // The token goes along as a subprotocol: a socket opened by a ticket holds none, and offers are confirmed with it.
  const client = new RehoClient({ token: parts.token, ticket: false });
  const page = new ChatPage(client, parts);
  root.replaceChildren(page.threads.root, page.talk);
  client.start();
  return { close: () => client.close(), client };
}

class ChatPage {
  constructor(client, parts) {
    Object.assign(this, { client, parts, before: null, shown: "", aim: "" });
    this.log = new Log({
      onFeedback: (id, rating, reason) => client.feedback(id, rating, reason)
        || this.#say("Not connected; please try again in a moment.", true),
      onAgain: id => client.regenerate(id), onEarlier: () => this.#earlier(),
    });
    this.news = new News(client);
    this.threads = new Threads({
      open: (id, message) => this.#open(id, message), gone: id => id === client.conversationId && this.#open(""),
      current: () => client.conversationId, startFlow: name => { this.threads.makeRoom(); client.startFlow(name); },
    });
    this.offers = new Offers(client, this.log,
      { say: (words, isAlarm) => this.#say(words, isAlarm), done: () => this.field.focus() });
    this.#build();
    this.#hear();
  }

  #build() {
    this.title = el("h1", {}, "Chat");
    this.state = el("span", { class: "state", role: "status" }, "Connecting …");
    this.again = button("Connect again", () => this.client.start(), { class: "small", hidden: true });
    this.field = el("textarea", { id: "question", rows: 2, maxLength: 4000, placeholder: "Ask about your money",
      on: { keydown: event => this.#key(event) } });
    this.stop = button("Stop", () => this.client.stop(), { class: "plain", id: "stop", hidden: true });
    const form = el("form", { class: "composer", "aria-label": "Ask",
      on: { submit: event => { event.preventDefault(); this.#send(); } } },
      el("label", { class: "aside", for: "question" }, "Your question"), this.field, this.stop, el("button",
        { id: "send" }, "Send"));
    this.form = form;
    this.talk = el("section", { class: "talk", "aria-label": "Chat" },
      el("div", { class: "row bar" }, this.title, this.state, this.again,
        this.news.badge), this.news.root, this.log.root, this.offers.root, form);
  }

  #hear() {
    const { client, log } = this, hear = (type, act) => client.on(type, act);
    hear("state", state => this.#line(state));
    hear("welcome", data => this.#welcome(data));
    hear("turn_started", (data, frame) => { log.begin(frame.turnId, data); this.#running(true); });
    hear("text_delta", (data, frame) => { log.begin(frame.turnId); log.text(data.text); });
    hear("tool_started", (data, frame) => { log.begin(frame.turnId); log.step(`${data.title} …`); });
    hear("sources", (data, frame) => { log.begin(frame.turnId); log.sources(data); });
    hear("turn_completed", data => this.#end({ ...data, words: unverified(data) }));
    hear("turn_stopped", data => this.#end({ ...data, words: "Stopped." }));
    hear("turn_failed", data => this.#end({ ...data,
      words: `${data.message}${data.retryable ? " You can send it again." : ""}`, isAlarm: true }));
    hear("refused", data => log.pendingGone(data.clientMsgId, `Not sent: ${data.message}`));
    hear("error", (data, frame) => this.#error(data, frame));
    hear("notice", data => log.remark(data.message ?? data.text));
    hear("server_draining", () => this.#say("The service is restarting; you will be connected again in a moment."));
    hear("feedback", data => log.rated(data.messageId));
  }

  #line({ state, code, words, inMs }) {
    const seconds = Math.ceil((inMs ?? 0) / 1000);
    const going = this.client.turn ? " The answer goes on meanwhile." : "";
    const soon = `Trying again ${seconds > 1 ? `in ${seconds} seconds` : "now"}.`;
    const said = {
      open: "Connected", connecting: "Connecting …", closed: words ?? "Not connected",
      offline: `You are offline. What you send is kept until you are back.${going}`,
      waiting: `${words ?? "The connection was lost."} ${soon}${going}`,
    }[state];
    this.#say(said, state !== "open" && state !== "connecting");
    this.again.hidden = state !== "closed";
    this.talk.dataset.line = state;
    if (state === "waiting" || state === "offline") this.wasLost = true;
    if (code === 4505) { this.shown = ""; this.log.clear(); }
  }

  #say(words, isAlarm = false) {
    this.state.textContent = words;
    this.state.classList.toggle("alarm", isAlarm);
  }

  #welcome(data) {
    const { id, title } = data.conversation;
    if (this.shown !== id) { this.log.clear(); this.offers.root.hidden = true; }
    this.title.textContent = title || "New chat";
    this.parts.named(data.user.name);
    this.field.maxLength = data.limits.messageCharacters ?? 4000;
    this.log.addHistory(data.history);
    if (this.shown !== id) { this.before = null; this.log.earlier.hidden = data.history.length < 20; this.log.toEnd(); }
    if (this.client.turn) this.log.begin(this.client.turn.id);
    if (this.client.turn && this.wasLost) this.log.remark("The connection is back; the answer goes on without a gap.",
      "resumed");
    this.wasLost = false;
    this.shown = id;
    this.#running(Boolean(this.client.turn));
    this.threads.refresh();
    if (this.aim) this.#showMessage(this.aim);
  }

  #send() {
    const text = this.field.value.trim();
    if (!text) return;
    this.field.value = "";
    const id = this.client.send(text);
    if (this.client.pending.some(one => one.clientMsgId === id)) this.log.addPending(id, text);
  }

  #key(event) {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #running(isRunning) {
    if (!isRunning && document.activeElement === this.stop) this.field.focus();
    this.stop.hidden = !isRunning;
  }

  #end(how) {
    this.log.end(how);
    this.#running(false);
    this.threads.refresh();
  }

  #error(data, frame) {
    if (data.code === "resume_unavailable") {
      if (data.state === "partial") return this.log.live && this.log.step("The answer goes on elsewhere …");
      if (frame.turnId) this.log.begin(frame.turnId);
      return this.#end({ text: data.text, messageId: data.messageId,
        words: data.state === "failed" ? "This answer could not be finished." : "" });
    }
    if (!data.clientMsgId || data.retryable) this.log.remark(data.message, "alarm");
    announce(data.message);
  }

  #open(id, message = "") {
    this.aim = message;
    this.threads.makeRoom();
    if (id && id === this.client.conversationId) return message ? this.#showMessage(message) : this.field.focus();
    this.shown = "";
    this.log.clear();
    this.#running(false);
    this.client.move(id);
    this.field.focus();
  }

  async #earlier() {
    try {
      const before = this.before ?? this.log.lines.querySelector("[data-id]")?.dataset.id;
      const page = await call(`/chat/conversations/${encodeURIComponent(this.client.conversationId)}/messages`,
        { query: { before, limit: 30 } });
      this.log.addHistory(page.messages, true);
      this.before = page.before;
      this.log.earlier.hidden = !page.before;
    } catch (problem) {
      this.log.remark(problem.message, "alarm");
    }
  }

  /** Goes to a message, through older pages where needed. */
  async #showMessage(id) {
    this.aim = "";
    for (let pages = 0; pages < 20 && !this.log.find(id) && !this.log.earlier.hidden; pages++) await this.#earlier();
    const box = this.log.find(id);
    if (!box) return;
    box.tabIndex = -1;
    box.scrollIntoView({ block: "center" });
    box.focus();
  }
}

const unverified = data => (data.unverified?.length ? `Not checked against your records: ${data.unverified.join(", ")}`
  : "");
