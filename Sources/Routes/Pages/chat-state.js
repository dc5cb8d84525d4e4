// How the line stands, in words, with a way back where it will not come by itself.
import { button, el } from "./dom.js";

export class LineWords {
  /** @param {import("./reho-client.js").RehoClient} client */
  constructor(client) {
    this.client = client;
    this.state = el("span", { class: "state", role: "status" }, "Connecting …");
    this.again = button("Connect again", () => client.start(), { class: "small", hidden: true });
  }

  /** @param {import("./reho-socket.js").LineState} line */
  show({ state, words, inMs }) {
    const seconds = Math.ceil((inMs ?? 0) / 1000);
    const going = this.client.turn ? " The answer goes on meanwhile." : "";
    const soon = `Trying again ${seconds > 1 ? `in ${seconds} seconds` : "now"}.`;
    const said = {
      open: "Connected", connecting: "Connecting …", closed: words ?? "Not connected",
      offline: `You are offline. What you send is kept until you are back.${going}`,
      waiting: `${words ?? "The connection was lost."} ${soon}${going}`,
    }[state];
    this.say(said, state !== "open" && state !== "connecting");
    this.again.hidden = state !== "closed";
  }

  say(words, isAlarm = false) {
    this.state.textContent = words;
    this.state.classList.toggle("alarm", isAlarm);
  }
}
