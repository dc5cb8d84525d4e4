// Where we are in the turn that runs: a plain value that says of each frame what to do with it.

/**
 * @typedef {{v: 2, type: string, conversationId: ?string, turnId: ?string, seq: ?number, ts: string, data: any}} Frame
 */

export const TERMINAL = new Set(["turn_completed", "turn_stopped", "turn_failed"]);

export class TurnPlace {
  constructor() {
    /** @type {?{id: string, seq: number}} */
    this.turn = null;
  }

  /** Joins a turn the server tells of; one we are in stays as far as we got. @param {string} id */
  join(id) {
    if (this.turn?.id !== id) this.turn = { id, seq: 0 };
  }

  /** Leaves it; with an id only where that is the one. @param {?string} [id] */
  leave(id) {
    if (!id || this.turn?.id === id) this.turn = null;
  }

  /**
   * A numbered frame: to be told once and in order, to be dropped because it was, or after a gap.
   * @param {{type: string, turnId: string, seq: number}} frame @returns {"tell"|"drop"|"gap"}
   */
  take({ type, turnId, seq }) {
    const isOther = this.turn !== null && this.turn.id !== turnId;
    if (isOther && TERMINAL.has(type) && seq > 1) return "drop";
    this.join(turnId);
    if (seq <= this.turn.seq) return "drop";
    if (seq > this.turn.seq + 1) return "gap";
    this.turn.seq = seq;
    if (TERMINAL.has(type)) this.turn = null;
    return "tell";
  }
}
