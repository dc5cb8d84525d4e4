// The chat page: a conversation, its composer, and what stands beside it.
import { announce, el } from "./dom.js";
import { session } from "./http.js";
import { History } from "./chat-history.js";
import { Composer } from "./chat-composer.js";
import { Log } from "./chat-log.js";
import { News } from "./chat-news.js";
import { Offers } from "./chat-offers.js";
import { receiptButton } from "./chat-receipt.js";
import { Threads } from "./chat-threads.js";
import { LineWords } from "./chat-state.js";
import { RehoClient } from "./reho-client.js";
import { Outbox } from "./reho-outbox.js";

/** @param {HTMLElement} root
 * @param {{token: (why: string) => Promise<?string>, named: (name: string) => void}} parts */
export function chatPage(root, parts) {
  // The token goes along as a subprotocol: a socket opened by a ticket holds none, and offers are confirmed with it.
  const outbox = new Outbox(sessionStorage, session.claims.id ?? session.claims.user_id);
  const client = new RehoClient({ token: parts.token, ticket: false, outbox });
  const page = new ChatPage(client, parts);
  root.replaceChildren(page.threads.root, page.talk);
  client.start();
  return { close: () => client.close(), forget: () => outbox.clear(), client };
}

class ChatPage {
  constructor(client, parts) {
    Object.assign(this, { client, parts, shown: "", aim: "" });
    this.log = new Log({
      onFeedback: (id, rating, reason) => client.feedback(id, rating, reason)
        || this.#say("Not connected; please try again in a moment.", true),
      onAgain: id => client.regenerate(id), onEarlier: () => this.past.earlier(),
    });
    this.past = new History(client, this.log);
    this.news = new News(client);
    this.threads = new Threads({
      open: (id, message) => this.#open(id, message), gone: id => id === client.conversationId && this.#open(""),
      current: () => client.conversationId, startFlow: name => { this.threads.makeRoom(); client.startFlow(name); },
    });
    this.offers = new Offers(client, this.log,
      { say: (words, isAlarm) => this.#say(words, isAlarm), done: () => this.composer.focus() });
    this.#build();
    this.#hear();
  }

  #build() {
    this.title = el("h1", {}, "Chat");
    this.words = new LineWords(this.client);
    const receipt = receiptButton({ client: this.client, log: this.log, show: card => this.offers.show(card) });
    this.composer = new Composer({ send: text => this.#send(text), stop: () => this.client.stop() }, receipt);
    this.talk = el("section", { class: "talk", "aria-label": "Chat" },
      el("div", { class: "row bar" }, this.title, this.words.state, this.words.again,
        this.news.badge), this.news.root, this.log.root, this.offers.root,
      this.composer.root);
  }

  #hear() {
    const { client, log } = this, hear = (type, act) => client.on(type, act);
    hear("state", state => this.#line(state));
    hear("welcome", data => this.#welcome(data));
    hear("turn_started", (data, frame) => { log.begin(frame.turnId, data); this.composer.running(true); });
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

  #line(line) {
    const { state, code } = line;
    this.words.show(line);
    this.talk.dataset.line = state;
    if (state === "waiting" || state === "offline") this.wasLost = true;
    if (code === 4505) { this.shown = ""; this.log.clear(); }
  }

  #say(words, isAlarm = false) { this.words.say(words, isAlarm); }

  #welcome(data) {
    const { id, title } = data.conversation;
    if (this.shown !== id) this.#begin();
    this.title.textContent = title || "New chat";
    this.parts.named(data.user.name);
    this.composer.field.maxLength = data.limits.messageCharacters ?? 4000;
    this.log.addHistory(data.history);
    if (this.shown !== id) { this.past.begin(data.history); this.log.toEnd(); }
    if (this.client.turn) this.log.begin(this.client.turn.id);
    if (this.client.turn && this.wasLost) this.log.remark("The connection is back; the answer goes on without a gap.",
      "resumed");
    this.wasLost = false;
    this.shown = id;
    this.composer.running(Boolean(this.client.turn));
    this.threads.refresh();
    if (this.aim) this.past.show(this.aim);
    this.aim = "";
  }

  /** An empty log, with what waits to be sent here. */
  #begin() {
    this.log.clear();
    this.offers.root.hidden = true;
    for (const one of this.client.pending) this.log.addPending(one.clientMsgId, one.message);
  }

  #send(text) {
    const id = this.client.send(text);
    if (!id) this.#say("Too many questions wait already. Please send this one later.", true);
    else if (this.client.pending.some(one => one.clientMsgId === id)) this.log.addPending(id, text);
    return Boolean(id);
  }

  #end(how) {
    this.log.end(how);
    this.composer.running(false);
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
    this.threads.makeRoom();
    if (id && id === this.client.conversationId) return message ? this.past.show(message) : this.composer.focus();
    this.aim = message;
    this.shown = "";
    this.log.clear();
    this.composer.running(false);
    this.client.move(id);
    this.composer.focus();
  }
}

const unverified = data => (data.unverified?.length ? `Not checked against your records: ${data.unverified.join(", ")}`
  : "");
