// What a client may say beside a question. Each gives false where there is no line.

export class Asks {
  /** Says one frame. @param {object} _frame @returns {boolean} */
  say(_frame) { throw new Error("a line is needed"); }

  /** The turn that runs. @returns {?{id: string, seq: number}} */
  get turn() { return null; }

  stop() { return this.say({ type: "stop", turnId: this.turn?.id }); }
  /** @param {string} messageId */
  regenerate(messageId) { return this.say({ type: "regenerate", messageId }); }
  /** @param {string} proposalId @param {boolean} isYes */
  decide(proposalId, isYes) { return this.say({ type: isYes ? "confirm" : "reject", proposalId }); }
  /** @param {string} questionId @param {string|number|string[]} [value] nothing skips the question */
  answer(questionId, value) { return this.say({ type: "answer", questionId, value }); }
  /** @param {"onboarding"|"checkin"} flow */
  startFlow(flow) { return this.say({ type: "start_flow", flow }); }
  /** @param {"back"|"cancel"|"edit"} op @param {string} [questionId] */
  flow(op, questionId) { return this.say({ type: "flow", op, questionId }); }
  /** @param {number} mood 0 to 5 */
  setMood(mood) { return this.say({ type: "set_mood", mood }); }
  /** @param {string} messageId @param {"up"|"down"} rating @param {string} [reason] */
  feedback(messageId, rating, reason) { return this.say({ type: "feedback", messageId, rating, reason }); }
  /** @param {"nudges"|"insights"} half @param {"list"|"ack"|"ack_all"|"dismiss"|"snooze"} op */
  inbox(half, op, id, until) { return this.say({ type: half, op, id, until }); }
}
