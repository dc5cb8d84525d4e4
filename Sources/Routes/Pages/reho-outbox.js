// Questions whose turn has not begun, by conversation. Kept in a `Storage` where one is given, so that they outlast a
// reload: the question, its id and its conversation, never a token.

const MOST = 20;

/** @typedef {{clientMsgId: string, message: string, conversationId: string}} Kept */
export class Outbox {
  /** @type {Kept[]} */
  #kept = [];

  /** @param {?Storage} [store] @param {string} [person] whose questions these are */
  constructor(store = null, person = "") {
    Object.assign(this, { store, key: `reho.outbox.${person}` });
    this.#kept = this.#read();
  }

  /** The conversation that something waits in. */
  get place() { return this.#kept.at(-1)?.conversationId ?? ""; }

  /** What waits in a conversation, the oldest first. @param {string} conversationId */
  in(conversationId) {
    return this.#kept.filter(one => one.conversationId === conversationId)
      .map(({ clientMsgId, message }) => ({ clientMsgId, message }));
  }

  /** Keeps a question; gives its id, null when too many wait. @param {string} message @param {string} conversationId */
  add(message, conversationId) {
    if (this.#kept.length >= MOST) return null;
    const clientMsgId = globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    this.#write([...this.#kept, { clientMsgId, message, conversationId }]);
    return clientMsgId;
  }

  /** Lets go of one; false where it was not kept. @param {?string} clientMsgId */
  drop(clientMsgId) {
    const rest = this.#kept.filter(one => one.clientMsgId !== clientMsgId);
    const isFound = rest.length < this.#kept.length;
    if (isFound) this.#write(rest);
    return isFound;
  }

  /** The usual conversation has told its name. @param {string} conversationId */
  settle(conversationId) {
    if (!this.#kept.some(one => !one.conversationId)) return;
    this.#write(this.#kept.map(one => ({ ...one, conversationId: one.conversationId || conversationId })));
  }

  clear() { this.#write([]); }

  #read() {
    try {
      const list = JSON.parse(this.store?.getItem(this.key) ?? "[]");
      const isKept = one => ["clientMsgId", "message", "conversationId"].every(key => typeof one?.[key] === "string");
      return list.filter(isKept).slice(0, MOST);
    } catch {
      return [];
    }
  }

  /** A store that is full or forbidden keeps nothing over a reload; this page still does. */
  #write(list) {
    this.#kept = list;
    try {
      if (list.length) this.store?.setItem(this.key, JSON.stringify(list));
      else this.store?.removeItem(this.key);
    } catch { /* See above. */ }
  }
}
