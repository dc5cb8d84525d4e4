// One line to the server that comes back by itself. It knows close codes, waiting and heartbeats, and nothing of turns.

/** Codes after which coming back is of no use (protocol 4). */
const FINAL = new Set([1002, 1003, 1007, 1008, 1009, 4501, 4503, 4504]);
const HEARD_WITHIN = 20_000, PONG_WITHIN = 10_000, STEADY_AFTER = 5_000, LONGEST_WAIT = 15_000, OFFLINE_LOOK = 5_000;

/** What a code means in plain words. */
const WORDS = {
  1002: "The connection broke a rule of the protocol.", 1003: "The server cannot read this kind of message.",
  1007: "A message could not be read.", 1008: "Signing in failed.", 1009: "A message was too large.",
  4401: "Your sign-in has run out.", 4501: "This token is not valid.", 4503: "This account is not active.",
  4504: "The chat is open in too many places. Close one and try again.", 4505: "Your data was removed.",
};

/**
 * How long to wait before coming back, in milliseconds.
 * @param {number} code the close code @param {number} tries failures in a row @param {number|null} hint the server's
 */
export function pauseBefore(code, tries, hint = null, random = Math.random) {
  const backOff = Math.min(LONGEST_WAIT, 500 * 2 ** tries) * (0.5 + random() / 2);
  if (hint !== null) return hint + random() * 500;
  if (code === 4429) return Math.max(5_000, backOff);
  if (code === 4408 || code === 4409 || code === 4401 || code === 4505) return tries ? backOff : 50;
  return backOff;
}

/**
 * @typedef {{state: "connecting"|"open"|"waiting"|"offline"|"closed", code?: number, words?: string, inMs?: number}}
 *   LineState
 * @typedef {{url: () => Promise<{address: string, protocols: string[]}>, onFrame: (frame: object) => void,
 *   onState: (state: LineState) => void, onLost?: (code: number) => void}} LineParts
 */
export class Line {
  /** @param {LineParts} parts */
  constructor(parts) {
    Object.assign(this, { parts, socket: null, tries: 0, hint: null, timer: 0, openedAt: 0, isWanted: false });
    globalThis.addEventListener?.("offline", () => this.isWanted && this.#drop(1006, true));
    globalThis.addEventListener?.("online", () => this.isWanted && !this.socket && this.#dial());
  }

  get isOpen() { return this.openedAt > 0; }

  open() { this.isWanted = true; this.tries = 0; this.#dial(); }

  close() {
    this.isWanted = false;
    clearTimeout(this.timer);
    this.#forget()?.close(1000);
    this.parts.onState({ state: "closed" });
  }

  /** Says one frame; false where there is no line. @param {object} frame */
  say(frame) {
    if (!this.isOpen || this.socket?.readyState !== 1) return false;
    this.socket.send(JSON.stringify(frame));
    return true;
  }

  /** The server's own wish how long to stay away. */
  waitFor(milliseconds) { this.hint = milliseconds; }

  /** The first frame has come: from now on the line counts as open. */
  welcomed() { this.openedAt = Date.now(); this.hint = null; this.parts.onState({ state: "open" }); }

  async #dial() {
    clearTimeout(this.timer);
    this.parts.onState({ state: "connecting" });
    const attempt = this.attempt = {};
    try {
      const { address, protocols } = await this.parts.url();
      if (attempt !== this.attempt || !this.isWanted || this.socket) return;
      this.#attach(new WebSocket(address, protocols));
    } catch (problem) {
      if (attempt === this.attempt && this.isWanted) this.#after(problem.closeCode ?? 1006, problem.message,
        problem.waitMs);
    }
  }

  #attach(socket) {
    this.socket = socket;
    socket.onmessage = ({ data }) => {
      if (socket !== this.socket) return;
      this.#listen();
      this.parts.onFrame(JSON.parse(data));
    };
    socket.onclose = event => { if (socket === this.socket) this.#drop(event.code, false, event.reason); };
    this.#listen();
  }

  /** Silence is asked about, and silence after that is taken for a dead line. */
  #listen() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.say({ type: "ping" });
      this.timer = setTimeout(() => this.#drop(4409), PONG_WITHIN);
    }, HEARD_WITHIN);
  }

  #drop(code, isOffline = false, reason = "") {
    const steady = this.isOpen && Date.now() - this.openedAt > STEADY_AFTER;
    if (steady) this.tries = 0;
    clearTimeout(this.timer);
    this.attempt = null;
    this.#forget()?.close();
    this.parts.onLost?.(code);
    if (!isOffline) return this.#after(code, reason);
    // A machine without a network may still reach a server of its own, so it is tried all the same.
    this.parts.onState({ state: "offline", code });
    this.timer = setTimeout(() => this.#dial(), OFFLINE_LOOK);
  }

  #after(code, reason, waitMs = null) {
    if (FINAL.has(code)) {
      this.isWanted = false;
      return this.parts.onState({ state: "closed", code, words: WORDS[code] ?? reason });
    }
    const inMs = Math.round(pauseBefore(code, this.tries, waitMs ?? this.hint));
    this.tries += 1;
    this.hint = null;
    this.parts.onState({ state: "waiting", code, words: WORDS[code] ?? reason, inMs });
    this.timer = setTimeout(() => this.#dial(), inMs);
  }

  /** Lets go of the socket; what it still says is not heard. */
  #forget() {
    const socket = this.socket;
    this.socket = null;
    this.openedAt = 0;
    return socket;
  }
}
