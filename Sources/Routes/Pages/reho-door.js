// The way in: a token, and where asked for a single-use ticket in its place, so that no token stands in an address.

/** A refusal over HTTP on the way to a socket, with the close code that would have said the same. */
class Refusal extends Error {
  constructor(message, closeCode, waitMs) {
    super(message);
    Object.assign(this, { closeCode, waitMs });
  }
}

/**
 * @typedef {"no_token"|"expired"} Why why a token is asked for
 * @typedef {(why: Why) => Promise<?string>|?string} AskToken
 */
export class Door {
  #token = null;
  #why = "no_token";

  /** @param {string} base @param {AskToken} askToken @param {boolean} usesTicket */
  constructor(base, askToken, usesTicket) {
    Object.assign(this, { base, askToken, usesTicket });
  }

  /** Where a socket goes, and its subprotocols. @param {string} conversationId */
  async address(conversationId) {
    this.#token ??= await this.askToken(this.#why);
    this.#why = "no_token";
    if (!this.#token) throw new Refusal("Please sign in.", 4501);
    const place = new URL("/chat/ws", this.base);
    place.protocol = place.protocol.replace("http", "ws");
    if (conversationId) place.searchParams.set("conversation_id", conversationId);
    if (!this.usesTicket) return { address: place.href, protocols: ["reho.v2", `bearer.${this.#token}`] };
    place.searchParams.set("ticket", await this.#ticket());
    return { address: place.href, protocols: ["reho.v2"] };
  }

  /** A token that is new; the old one again counts as none. @returns {Promise<?string>} */
  async renew() {
    const fresh = await this.askToken("expired");
    this.#token = fresh && fresh !== this.#token ? fresh : null;
    return this.#token;
  }

  /** The token has run out; the next way in asks for another. */
  forget() {
    this.#token = null;
    this.#why = "expired";
  }

  async #ticket() {
    const headers = { Authorization: `Bearer ${this.#token}` };
    const answer = await fetch(new URL("/chat/ticket", this.base), { method: "POST", headers });
    const { ticket, detail = "The server is busy." } = await answer.json().catch(() => ({}));
    if (answer.ok) return ticket;
    if (answer.status === 401) throw new Refusal(detail, (await this.renew()) ? 4401 : 4501);
    if (answer.status === 403) throw new Refusal(detail, 4503);
    throw new Refusal(detail, 1013, Number(answer.headers.get("Retry-After")) * 1000 || null);
  }
}
