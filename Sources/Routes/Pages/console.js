// The shell: signing in, and which page is shown.
import { at } from "./dom.js";
import { demoToken, session, signIn } from "./http.js";
import { chatPage } from "./chat.js";

const TITLES = { chat: "Chat", money: "My money", admin: "Administration" };
let open = {};

/** The page named by the address, `#/money` for instance. */
function place() {
  const [, name, ...rest] = location.hash.split("/");
  return { name: TITLES[name] ? name : "chat", rest };
}

async function show() {
  if (!session.token) return;
  const { name } = place();
  document.title = `${TITLES[name]} – Reho`;
  for (const other of Object.keys(TITLES)) at(other).hidden = other !== name;
  document.querySelectorAll("#nav a").forEach(link =>
    (link.hash === `#/${name}` ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current")));
  if (name === "chat") open.chat ??= chatPage(at("chat"),
    { token: freshToken, named: text => { at("name").textContent = text; } });
  if (name === "money") (await import("./money.js")).moneyPage(at("money"));
  // The address may have changed while the module came.
  if (name === "admin") (await import("./admin.js")).adminPage(at("admin"), place().rest);
}

/** A token for a socket: the one we have, or a new one where it has run out. */
async function freshToken(why) {
  if (why === "no_token") return session.token;
  const token = session.isDemo ? await demoToken() : null;
  if (token) signIn(token, true);
  else askIn("Your sign-in has run out. Please enter a new token.");
  return token;
}

function askIn(words = "") {
  at("door").hidden = false;
  at("door-words").textContent = words;
  at("token").focus();
}

function enter(token, isDemo = false) {
  signIn(token, isDemo);
  open.chat?.close();
  open = {};
  at("door").hidden = true;
  at("nav").hidden = at("who").hidden = false;
  at("nav-admin").hidden = session.claims.role !== "ADMIN";
  show();
}

function leave() {
  open.chat?.close();
  open.chat?.forget();
  open = {};
  session.token = "";
  for (const name of Object.keys(TITLES)) { at(name).replaceChildren(); at(name).hidden = true; }
  at("nav").hidden = at("who").hidden = true;
  at("name").textContent = "";
  askIn();
}

at("door").addEventListener("submit", event => {
  event.preventDefault();
  try {
    enter(at("token").value.trim());
    at("token").value = "";
  } catch (problem) {
    at("door-words").textContent = problem.message;
  }
});
at("sign-out").addEventListener("click", leave);
addEventListener("hashchange", () => { show(); if (location.hash.startsWith("#/")) at("page").focus(); });
// A page kept by the browser for "back" holds no line meanwhile: a person may have only a few.
addEventListener("pagehide", () => open.chat?.close());
addEventListener("pageshow", event => { if (event.persisted) open.chat?.client.start(); });
addEventListener("beforeunload", event => { if (open.chat?.client.pending.length) event.preventDefault(); });

const token = await demoToken();
if (token) enter(token, true); else askIn();
document.documentElement.dataset.ready = String(Math.round(performance.now()));
