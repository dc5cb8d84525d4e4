// The list of conversations: open, search, rename, delete.
import { announce, askText, askYes, button, el, labelled } from "./dom.js";
import { time } from "./format.js";
import { call, save } from "./http.js";

const WIDE = matchMedia("(min-width: 60rem)");

/** The side of the chat page. */
export class Threads {
  #search = 0;

  /** @param {{open: (id: string, messageId?: string) => void, gone: (id: string) => void, current: () => string,
   *   startFlow: (name: string) => void}} acts */
  constructor(acts) {
    this.acts = acts;
    this.list = el("ul", { class: "threads" });
    this.words = el("p", { class: "note", role: "status" });
    this.field = el("input", { type: "search", maxLength: 200, on: { input: () => this.#typed() } });
    const fresh = button("New chat", () => acts.open(globalThis.crypto?.randomUUID?.() ?? `chat-${Date.now()}`));
    const flows = el("div", { class: "row" }, el("h2", {}, "Guided"),
      button("Check-in", () => acts.startFlow("checkin"), { class: "small" }), button("Set up my plan",
        () => acts.startFlow("onboarding"), { class: "small" }));
    this.fold = el("details", { open: WIDE.matches }, el("summary", {}, "Conversations"),
      el("div", { class: "stack" }, fresh, labelled("Search in all messages", this.field), this.words, this.list,
        flows));
    this.root = el("nav", { class: "side", "aria-label": "Conversations" }, this.fold);
  }

  /** On a narrow page the list makes room for what was chosen in it. */
  makeRoom() { if (!WIDE.matches) this.fold.open = false; }

  #typed() {
    clearTimeout(this.#search);
    this.#search = setTimeout(() => this.refresh(), 250);
  }

  async refresh() {
    const q = this.field.value.trim();
    try {
      if (q.length < 2) return this.#show(await call("/chat/conversations", { query: { limit: 200 } }));
      const { results } = await call("/chat/search", { query: { q, limit: 20 } });
      if (q === this.field.value.trim()) this.#found(results);
    } catch (problem) {
      this.words.textContent = problem.message;
    }
  }

  #show(list) {
    const state = JSON.stringify([list, this.acts.current()]);
    if (state === this.shown) return;
    this.shown = state;
    this.words.textContent = list.length ? "" : "No conversations yet.";
    this.list.replaceChildren(...list.map(one => this.#row(one)));
  }

  #row({ conversation_id: id, title, lastAt }) {
    const name = title || "Untitled", isOpen = id === this.acts.current();
    return el("li", { class: isOpen ? "open" : "" },
      button(name, () => this.acts.open(id),
        { class: "link", "aria-current": isOpen ? "true" : undefined, title: `Last used ${time(lastAt)}` }),
      el("span", { class: "row tight" },
        button("Rename", () => this.#rename(id, name), { class: "small", "aria-label": `Rename ${name}` }),
        button("Download", () => this.#download(id, name), { class: "small", "aria-label": `Download ${name}` }),
        button("Delete", () => this.#remove(id, name), { class: "small", "aria-label": `Delete ${name}` })));
  }

  #found(results) {
    this.shown = "";
    this.words.textContent = results.length ? `${results.length} found`
      : "Nothing found. All words must be in one message.";
    announce(this.words.textContent);
    this.list.replaceChildren(...results.map(one => el("li", { class: "found" },
      button(one.title || "Untitled", () => this.acts.open(one.conversation_id, one.message_id), { class: "link" }),
      el("p", {}, one.snippet), el("p", { class: "note" },
        `${one.role === "user" ? "You" : "Reho"}, ${time(one.at)}`))));
  }

  async #rename(id, name) {
    const title = await askText("Rename the conversation", "Title", name);
    if (title) await this.#change(() =>
      call(`/chat/conversations/${encodeURIComponent(id)}`, { method: "PATCH", body: { title } }), "Renamed.");
  }

  async #download(id, name) {
    try {
      const place = `/chat/conversations/${encodeURIComponent(id)}/export`;
      const text = await call(place, { query: { format: "markdown" }, isText: true });
      save(`${name.replace(/[^\p{L}\p{N} -]/gu, "").trim() || "conversation"}.md`, text, "text/markdown");
      announce("Downloaded.");
    } catch (problem) {
      this.words.textContent = problem.message;
    }
  }

  async #remove(id, name) {
    const yes = await askYes("Delete the conversation?", `“${name}” and all its messages will be removed for good.`,
      "Delete");
    if (!yes) return;
    await this.#change(() => call(`/chat/conversations/${encodeURIComponent(id)}`, { method: "DELETE" }), "Deleted.");
    this.acts.gone(id);
  }

  async #change(act, words) {
    try {
      await act();
      announce(words);
      await this.refresh();
      this.list.querySelector("button")?.focus();
    } catch (problem) {
      this.words.textContent = problem.message;
    }
  }
}
