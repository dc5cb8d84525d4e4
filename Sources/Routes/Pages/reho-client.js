// The reference client of the protocol `reho.v2`, without dependencies and without a page:
//
//   const chat = new RehoClient({ base: "https://…", token: async () => "…" });
//   chat.on("text_delta", (data, frame) => …);
//   chat.start();
//   chat.send("What is left this month?");
//
// A question is kept with its `clientMsgId` until the server says its turn began, however often the line drops; the
// same id twice is one turn. Frames of a turn are told once each and in order: after a gap the rest is asked for again.
import { Asks } from "./reho-asks.js";
import { Door } from "./reho-door.js";
import { Ears } from "./reho-ears.js";
import { Outbox } from "./reho-outbox.js";
import { Line } from "./reho-socket.js";
import { TERMINAL, TurnPlace } from "./reho-turn.js";

const USUAL_RETRY = 2_000;

/**
 * @typedef {import("./reho-turn.js").Frame} Frame
 * @typedef {{base?: string, token: import("./reho-door.js").AskToken, conversationId?: string, ticket?: boolean,
 *   outbox?: Outbox}} Options
 */
export class RehoClient extends Asks {
  #ears = new Ears();
  #place = new TurnPlace();
  #isResuming = false;
  #retry = 0;

  /** @param {Options} options `ticket: false` shows the token as a subprotocol in place of a single-use ticket; an
   *   `outbox` of one's own may outlast the page. */
  constructor({ base = globalThis.location?.origin, token, conversationId = "", ticket = true, outbox = new Outbox() }) {
    super();
    this.outbox = outbox;
    this.conversationId = conversationId || outbox.place;
    this.door = new Door(base, token, ticket);
    this.line = new Line({
      url: () => this.door.address(this.conversationId), onFrame: frame => this.#receive(frame),
      onState: state => this.#ears.tell("state", state), onLost: code => this.#lost(code),
    });
  }

  /** The turn that runs. @returns {?{id: string, seq: number}} */
  get turn() { return this.#place.turn; }

  /** Questions of this conversation whose turn has not begun. @returns {{clientMsgId: string, message: string}[]} */
  get pending() { return this.outbox.in(this.conversationId); }

  /** Hears every frame of a type, also "state", "pending" and "refused"; gives what ends that.
   * @param {string} type @param {(data: any, frame: ?Frame) => void} hear */
  on(type, hear) { return this.#ears.add(type, hear); }

  start() { this.line.open(); }
  close() { clearTimeout(this.#retry); this.line.close(); }

  /** Another conversation of the same person; questions not yet sent wait there. @param {string} id */
  move(id) {
    this.close();
    this.#place.leave();
    this.conversationId = id;
    this.line.open();
  }

  /** Asks; gives the id under which the question is kept, null where too many wait. @param {string} message */
  send(message) {
    const clientMsgId = this.outbox.add(message, this.conversationId);
    if (clientMsgId) this.#ears.tell("pending", this.pending);
    this.#flush();
    return clientMsgId;
  }

  /** Says one frame; false where there is no line. @param {object} frame */
  say(frame) { return this.line.say(frame); }

  #receive(frame) {
    const { type, data, seq } = frame;
    if (type === "welcome") return this.#welcomed(frame);
    if (typeof seq === "number") return this.#inTurn(frame);
    if (type === "server_draining") this.line.waitFor(data.reconnectAfterMs);
    if (type === "auth_required") this.door.renew().then(token => token && this.line.say({ type: "auth", token }));
    if (type === "resync" && this.turn?.id === data.turnId) this.#resume();
    this.#ears.tell(type, data, frame);
    if (type === "error") this.#refused(frame);
  }

  #welcomed(frame) {
    const { conversation, running } = frame.data;
    this.conversationId = conversation.id ?? this.conversationId;
    this.outbox.settle(this.conversationId);
    this.line.welcomed();
    if (running) this.#place.join(running.turnId);
    this.#ears.tell("welcome", frame.data, frame);
    if (this.turn) this.#resume();
    this.#flush();
  }

  #inTurn(frame) {
    const { type, data } = frame, next = this.#place.take(frame);
    if (next === "gap") return this.#resume();
    if (next === "drop") return;
    this.#isResuming = false;
    if (type === "turn_started") this.#acknowledge(data.clientMsgId);
    this.#ears.tell(type, data, frame);
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
    this.outbox.clear();
  }

  #acknowledge(clientMsgId) {
    if (this.outbox.drop(clientMsgId)) this.#ears.tell("pending", this.pending);
  }

  #refused({ turnId, data }) {
    const isNoReplay = data.code === "resume_unavailable" || (data.code === "not_found" && this.#isResuming);
    if (isNoReplay) return this.#notReplayed(turnId, data.state === "partial");
    if (data.retryable) return this.#again(data);
    const lost = this.pending.find(one => one.clientMsgId === data.clientMsgId);
    if (!lost) return;
    this.#acknowledge(lost.clientMsgId);
    this.#ears.tell("refused", { ...data, ...lost });
    this.#flush();
  }

  /** What was refused for now is said again: a question, or the wish to resume. */
  #again(data) {
    const isResume = this.#isResuming && !data.clientMsgId;
    if (isResume) this.#isResuming = false;
    clearTimeout(this.#retry);
    this.#retry = setTimeout(
      () => isResume ? this.#resume() : this.#flush(), data.retryAfterMs ?? USUAL_RETRY);
  }

  /** The stored text stands for the frames. One that runs elsewhere is not over: a `resync` will tell. */
  #notReplayed(turnId, isPartial) {
    this.#isResuming = false;
    if (!isPartial) this.#place.leave(turnId);
    this.#flush();
  }

  /** The oldest question goes out once nothing runs, so that answers keep the order of the questions. */
  #flush() {
    const [first] = this.pending;
    if (first && !this.turn) this.line.say({ type: "send", ...first });
  }
}
