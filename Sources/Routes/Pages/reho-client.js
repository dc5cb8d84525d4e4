// The reference client of the protocol `reho.v2`, without dependencies and without a page:
//
//   const chat = new RehoClient({ base: "https://…", token: async () => "…" });
//   chat.on("text_delta", (data, frame) => …);
//   chat.start();
//   chat.send("What is left this month?");
//
// A question is kept with its `clientMsgId` until the server says its turn began, however often the line drops; the
// same id twice is one turn. Frames of a turn are told once each and in order: after a gap the rest is asked for again.
import { Door } from "./reho-door.js";
import { Line } from "./reho-socket.js";
import { TERMINAL, TurnPlace } from "./reho-turn.js";

const USUAL_RETRY = 2_000;

/**
 * @typedef {import("./reho-door.js").Why} Why
 * @typedef {{v: 2, type: string, conversationId: ?string, turnId: ?string, seq: ?number, ts: string, data: any}} Frame
 * @typedef {{clientMsgId: string, message: string}} Pending
 * @typedef {{base?: string, token: (why: Why) => Promise<?string>|?string, conversationId?: string, ticket?: boolean}}
 *   Options
 */
export class RehoClient {
  #listeners = new Map();
  #place = new TurnPlace();
  #isResuming = false;
  #retry = 0;

  /** @param {Options} options `ticket: false` shows the token as a subprotocol in place of a single-use ticket. */
  constructor({ base = globalThis.location?.origin, token, conversationId = "", ticket = true }) {
    this.conversationId = conversationId;
    /** @type {Pending[]} Questions whose turn has not begun. */
    this.pending = [];
    this.door = new Door(base, token, ticket);
    this.line = new Line({
      url: () => this.door.address(this.conversationId), onFrame: frame => this.#receive(frame),
      onState: state => this.#tell("state", state), onLost: code => this.#lost(code),
    });
  }

  /** The turn that runs. @returns {?{id: string, seq: number}} */
  get turn() { return this.#place.turn; }

  /** Hears every frame of a type, also "state", "pending" and "refused"; gives what ends that.
   * @param {string} type @param {(data: any, frame: ?Frame) => void} hear */
  on(type, hear) {
    if (!this.#listeners.has(type)) this.#listeners.set(type, new Set());
    this.#listeners.get(type).add(hear);
    return () => this.#listeners.get(type).delete(hear);
  }

  start() { this.line.open(); }

  close() {
    clearTimeout(this.#retry);
    this.line.close();
  }

  /** Another conversation of the same person; questions not yet sent stay behind. @param {string} id */
  move(id) {
    this.close();
    this.#place.leave();
    Object.assign(this, { conversationId: id, pending: [] });
    this.line.open();
  }

  /** Asks; gives the id under which the question is kept. @param {string} message */
  send(message) {
    const clientMsgId = globalThis.crypto?.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
    this.pending.push({ clientMsgId, message });
    this.#tell("pending", this.pending);
    this.#flush();
    return clientMsgId;
  }

  // Each of these is false where there is no line.

  stop() { return this.line.say({ type: "stop", turnId: this.turn?.id }); }
  /** @param {string} messageId */
  regenerate(messageId) { return this.line.say({ type: "regenerate", messageId }); }
  /** @param {string} proposalId @param {boolean} isYes */
  decide(proposalId, isYes) { return this.line.say({ type: isYes ? "confirm" : "reject", proposalId }); }
  /** @param {string} questionId @param {string|number|string[]} [value] nothing skips the question */
  answer(questionId, value) { return this.line.say({ type: "answer", questionId, value }); }
  /** @param {"onboarding"|"checkin"} flow */
  startFlow(flow) { return this.line.say({ type: "start_flow", flow }); }
  /** @param {"back"|"cancel"|"edit"} op @param {string} [questionId] */
  flow(op, questionId) { return this.line.say({ type: "flow", op, questionId }); }
  /** @param {number} mood 0 to 5 */
  setMood(mood) { return this.line.say({ type: "set_mood", mood }); }
  /** @param {string} messageId @param {"up"|"down"} rating @param {string} [reason] */
  feedback(messageId, rating, reason) { return this.line.say({ type: "feedback", messageId, rating, reason }); }
  /** @param {"nudges"|"insights"} half @param {"list"|"ack"|"ack_all"|"dismiss"|"snooze"} op */
  inbox(half, op, id, until) { return this.line.say({ type: half, op, id, until }); }

  // What comes in.

  #receive(frame) {
    const { type, data } = frame;
    if (type === "welcome") return this.#welcomed(frame);
    if (typeof frame.seq === "number") return this.#inTurn(frame);
    if (type === "server_draining") this.line.waitFor(data.reconnectAfterMs);
    if (type === "auth_required") this.door.renew().then(token => token && this.line.say({ type: "auth", token }));
    if (type === "resync" && this.turn?.id === data.turnId) this.#resume();
    this.#tell(type, data, frame);
    if (type === "error") this.#refused(frame);
  }

  #welcomed(frame) {
    const { conversation, running } = frame.data;
    this.conversationId = conversation.id ?? this.conversationId;
    this.line.welcomed();
    if (running) this.#place.join(running.turnId);
    this.#tell("welcome", frame.data, frame);
    if (this.turn) this.#resume();
    this.#flush();
  }

  #inTurn(frame) {
    const { type, data } = frame, next = this.#place.take(frame);
    if (next === "gap") return this.#resume();
    if (next === "drop") return;
    this.#isResuming = false;
    if (type === "turn_started") this.#acknowledge(data.clientMsgId);
    this.#tell(type, data, frame);
    if (TERMINAL.has(type)) this.#flush();
  }

  #resume() {
    if (this.#isResuming || !this.turn) return;
    this.#isResuming = this.line.say({ type: "resume", turnId: this.turn.id, afterSeq: this.turn.seq });
  }

  #lost(code) {
    this.#isResuming = false;
    if (code === 4401) this.door.forget();
    if (code !== 4505) return;
    this.#place.leave();
    this.pending = [];
  }

  #acknowledge(clientMsgId) {
    const before = this.pending.length;
    this.pending = this.pending.filter(one => one.clientMsgId !== clientMsgId);
    if (this.pending.length !== before) this.#tell("pending", this.pending);
  }

  #refused({ turnId, data }) {
    const isNoReplay = data.code === "resume_unavailable" || (data.code === "not_found" && this.#isResuming);
    if (isNoReplay) return this.#notReplayed(turnId, data.state === "partial");
    if (data.retryable) return this.#again(data.retryAfterMs ?? USUAL_RETRY);
    const lost = this.pending.find(one => one.clientMsgId === data.clientMsgId);
    if (!lost) return;
    this.#acknowledge(lost.clientMsgId);
    this.#tell("refused", { ...data, ...lost });
    this.#flush();
  }

  /** The stored text stands for the frames. One that runs elsewhere is not over: a `resync` will tell. */
  #notReplayed(turnId, isPartial) {
    this.#isResuming = false;
    if (!isPartial) this.#place.leave(turnId);
    this.#flush();
  }

  #again(milliseconds) {
    clearTimeout(this.#retry);
    this.#retry = setTimeout(() => this.#flush(), milliseconds);
  }

  /** The oldest question goes out once nothing runs, so that answers keep the order of the questions. */
  #flush() {
    const [first] = this.pending;
    if (first && !this.turn) this.line.say({ type: "send", ...first });
  }

  #tell(type, data, frame = null) {
    this.#listeners.get(type)?.forEach(hear => hear(data, frame));
  }
}
