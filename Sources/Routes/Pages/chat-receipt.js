// A receipt beside the message box: the file goes to the server once, and what was read comes back as a card or a
// question. Nothing of it is kept in this page.
import { announce, button, el } from "./dom.js";
import { call } from "./http.js";

const KINDS = ["image/jpeg", "image/png", "image/webp", "application/pdf"];
const MOST = 5 << 20;
const IDLE = "Receipt", BUSY = "Reading …";

/** The button and its hidden field.
 * @param {{client: import("./reho-client.js").RehoClient, log: import("./chat-log.js").Log, show: (card: any) => void}}
 *   parts */
export function receiptButton({ client, log, show }) {
  const field = el("input", { type: "file", accept: KINDS.join(","), hidden: true, id: "receipt-file",
    "aria-label": "A picture or PDF of a receipt", on: { change: () => send(field.files[0]) } });
  const press = button(IDLE, () => field.click(), { class: "plain", id: "receipt",
    title: "A picture or PDF of a receipt, up to 5 MB. It is sent to the language model once and not kept." });

  async function send(file) {
    field.value = "";
    const fault = file && faultOf(file);
    if (!file || fault) return fault && tell(fault);
    busy(true);
    try {
      const answer = await call("/me/receipts", { method: "POST", file,
        query: { conversationId: client.conversationId } });
      show(cardOf(answer));
    } catch (problem) {
      tell(problem.message);
    } finally {
      busy(false);
    }
  }

  function busy(isBusy) {
    press.disabled = isBusy;
    press.textContent = isBusy ? BUSY : IDLE;
    if (isBusy) announce("Reading the receipt.");
  }

  function tell(words) {
    log.remark(words, "alarm");
    announce(words);
  }

  return [press, field];
}

const faultOf = file => {
  if (!KINDS.includes(file.type)) return "A receipt must be a JPEG, PNG or WebP picture, or a PDF.";
  return file.size > MOST ? "That file is larger than 5 MB." : "";
};

/** The answer in the shape the socket has for cards; drawn once, whichever of the two comes first. */
const cardOf = ({ proposal, question }) => (proposal
  ? { kind: "proposal", title: proposal.title, data: proposal }
  : { kind: "question", title: question.text, data: question });
