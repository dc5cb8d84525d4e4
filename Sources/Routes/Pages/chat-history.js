// Older pages of a conversation, and the way to one message in them.
import { call } from "./http.js";

export class History {
  /** @param {import("./reho-client.js").RehoClient} client @param {import("./chat-log.js").Log} log */
  constructor(client, log) { Object.assign(this, { client, log, before: null }); }

  /** A conversation has been opened. @param {any[]} shown its newest messages */
  begin(shown) {
    this.before = null;
    this.log.earlier.hidden = shown.length < 20;
  }

  async earlier() {
    const { log, client } = this;
    try {
      const before = this.before ?? log.lines.querySelector("[data-id]")?.dataset.id;
      const page = await call(`/chat/conversations/${encodeURIComponent(client.conversationId)}/messages`,
        { query: { before, limit: 30 } });
      log.addHistory(page.messages, true);
      this.before = page.before;
      log.earlier.hidden = !page.before;
    } catch (problem) {
      log.remark(problem.message, "alarm");
    }
  }

  /** Goes to a message, through older pages where needed. @param {string} id */
  async show(id) {
    const { log } = this;
    for (let pages = 0; pages < 20 && !log.find(id) && !log.earlier.hidden; pages++) await this.earlier();
    const box = log.find(id);
    if (!box) return;
    box.tabIndex = -1;
    box.scrollIntoView({ block: "center" });
    box.focus();
  }
}
