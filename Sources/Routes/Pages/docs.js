// The chat's protocol on the page of the documents, drawn from `/asyncapi.json`.
import { el } from "/console/dom.js";

const BACK = "May a client come back?";
const root = document.getElementById("chat"), words = document.getElementById("chat-words");
const code = text => el("code", {}, text);
const last = reference => reference.split("/").at(-1);

/** What a reference of the document points to. */
const follow = (document, reference) => reference.slice(2).split("/").reduce((place, key) => place[key], document);

function table(head, rows) {
  return el("div", { class: "wide" }, el("table", {},
    el("thead", {}, el("tr", {}, head.map(one => el("th", { scope: "col" }, one)))),
    el("tbody", {}, rows.map(row => el("tr", {}, row.map(one => el("td", {}, one)))))));
}

/** JSON on one line that can be broken between its members. */
const shown = value => (typeof value === "string" ? value : JSON.stringify(value, null, 1).replace(/\n\s*/g, " "));

/** One frame: what it is for, what it looks like, and what may come back. */
function frame(message, document) {
  const replies = message["x-replies"];
  return el("section", {}, el("h4", {}, code(message.name)), el("p", {}, message.summary),
    message.examples.map(one => el("pre", {}, shown(one.payload))),
    replies && el("p", {}, "Answered by ", replies.flatMap((one, place) => [place ? ", " : "", code(one)]), "."),
    el("details", {}, el("summary", {}, "Its schema"), el("pre", {}, shown(message.payload)),
      shapes(message.payload, document)));
}

/** The named shapes that a schema speaks of. */
function shapes(schema, document) {
  const names = [...new Set(JSON.stringify(schema).match(/#\/components\/schemas\/\w+/g) ?? [])];
  return names.length ? el("p", {}, "Shapes: ", names.flatMap((one, place) =>
    [place ? ", " : "", el("a", { href: `#shape-${last(one)}` }, last(one))])) : null;
}

/** One channel: how it is opened, then what is said in it in both directions. */
function channel([name, one], document) {
  const query = Object.entries(one.bindings.ws.query.properties);
  const operations = Object.values(document.operations).filter(each => each.channel.$ref === `#/channels/${name}`);
  return [el("h3", { id: `channel-${name}` }, one.title, " at ", code(one.address)), el("p", {}, one.summary, "."),
    el("p", {}, one.description),
    table(["Query", "What"], query.map(([key, schema]) => [code(key), schema.description ?? ""])),
    operations.map(operation => [el("h3", {}, operation.summary), operation.messages.map(message =>
      frame(follow(document, follow(document, message.$ref).$ref), document))])];
}

const schemas = document => Object.entries(document.components.schemas).map(([name, schema]) =>
  el("section", { id: `shape-${name}` }, el("h4", {}, name), schema.description && el("p", {}, schema.description),
    el("pre", {}, shown({ ...schema, description: undefined })), shapes(schema, document)));

function draw(document) {
  const codes = document["x-closeCodes"].map(one => [code(String(one.code)), one.name, one.when, one.comeBack]);
  words.textContent = document.info.description;
  root.append(...[Object.entries(document.channels).map(each => channel(each, document)),
    el("h3", {}, "Close codes"), table(["Code", "Name", "When", BACK], codes),
    el("h3", {}, "Shapes of frames"), schemas(document)].flat(Infinity));
}

words.textContent = "Loading …";
try {
  const answer = await fetch("/asyncapi.json");
  draw(await answer.json());
  root.dataset.ready = "yes";
} catch {
  words.textContent = "The protocol could not be loaded; it is at /asyncapi.json.";
}
