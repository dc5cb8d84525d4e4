// What is told unasked: messages (nudges) and what nights found (insights), with one badge for both.
import { announce, button, el } from "./dom.js";
import { time } from "./format.js";
import { drawSources } from "./cards.js";

const WEEK = 7 * 86_400_000;

/** The badge and its panel. */
export class News {
  /** @param {import("./reho-client.js").RehoClient} client */
  constructor(client) {
    this.client = client;
    this.unread = { nudges: 0, insights: 0 };
    this.badge = button("News", () => this.toggle(),
      { class: "plain", "aria-expanded": "false", "aria-controls": "news" });
    this.nudges = el("ul", { class: "news" });
    this.insights = el("ul", { class: "news" });
    this.root = el("section", { id: "news", class: "panel", "aria-label": "News", hidden: true,
      on: { keydown: event => { if (event.key === "Escape") this.toggle(); } } },
      el("div", { class: "row" }, el("h2", {}, "Messages"),
        button("Mark all as read", () => client.inbox("nudges", "ack_all"), { class: "small" }),
        button("Close", () => this.toggle(), { class: "small" })),
      this.nudges, el("h2", {}, "Worth knowing"), this.insights);
    client.on("unread", data => this.count(data));
    client.on("nudge", data => { announce(`New message: ${data.title}`); this.refresh(); });
    client.on("nudges", data => this.#show(this.nudges, data.nudges, "nudges", "No messages."));
    client.on("insights", data => this.#show(this.insights, data.items, "insights", "Nothing new was found."));
  }

  count(unread) {
    const grew = unread.nudges + unread.insights !== this.unread.nudges + this.unread.insights;
    this.unread = unread;
    const all = unread.nudges + unread.insights;
    this.badge.replaceChildren("News", all ? el("span", { class: "badge" }, String(all)) : "");
    this.badge.setAttribute("aria-label", all ? `News, ${all} unread` : "News");
    if (grew && !this.root.hidden) this.refresh();
  }

  toggle() {
    this.root.hidden = !this.root.hidden;
    this.badge.setAttribute("aria-expanded", String(!this.root.hidden));
    if (this.root.hidden) return this.badge.focus();
    this.refresh();
  }

  refresh() {
    if (this.root.hidden) return;
    this.client.inbox("nudges", "list");
    this.client.inbox("insights", "list");
  }

  #show(place, list, half, none) {
    const shown = list.filter(one => !["dismissed", "queued", "withheld"].includes(one.state));
    place.replaceChildren(...(shown.length ? shown.map(one => this.#item(one, half))
      : [el("li", { class: "note" }, none)]));
  }

  #item(one, half) {
    const act = (op, until) => () => { this.client.inbox(half, op, one.id, until); setTimeout(() => this.refresh(),
      300); };
    const isNew = ["active", "delivered"].includes(one.state);
    const later = new Date(Date.now() + WEEK).toISOString();
    const figures = one.figures?.length ? drawSources(one.figures) : null;
    return el("li", { class: isNew ? "unread" : "" },
      el("h3", {}, one.title, isNew && el("span", { class: "note" }, " (new)")), el("p", {}, one.text),
      el("p", { class: "note" }, [time(one.createdAt ?? one.changedAt),
        one.snoozedUntil && `put off until ${time(one.snoozedUntil)}`].filter(Boolean).join(", ")),
      figures, el("div", { class: "row" },
        isNew && button("Mark as read", act("ack"), { class: "small", "aria-label": `Mark “${one.title}” as read` }),
        button("In a week", act("snooze", later),
          { class: "small", "aria-label": `Show “${one.title}” again in a week` }),
        button("Dismiss", act("dismiss"), { class: "small", "aria-label": `Dismiss “${one.title}”` })));
  }
}
