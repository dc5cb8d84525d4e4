// Calls of the HTTP routes with the caller's token. A refusal becomes a `Problem` whose message can be shown.

/** A refusal of the server, or none at all (status 0). */
export class Problem extends Error {
  constructor(status, detail, code) { super(detail); Object.assign(this, { status, code }); }
}

const PLAIN = {
  0: "The server could not be reached. Check the connection and try again.",
  401: "Please sign in again.", 403: "Your account is not allowed to see this.", 404: "That could not be found.",
  429: "That was a little too fast. Please wait a moment and try again.", 503: "The records cannot be read right now.",
};

/** Who is signed in; the token stays in this page's memory only. */
export const session = { token: "", claims: {}, isDemo: false };

/** @param {string} token */
export function signIn(token, isDemo = false) {
  session.claims = claimsOf(token);
  session.token = token;
  session.isDemo = isDemo;
}

/** What a token says of itself; nothing is proven here, the server does that. Throws where it is no token. */
export function claimsOf(token) {
  const parts = token.split(".");
  if (parts.length !== 3) throw new Error("That is not an access token.");
  try {
    const bytes = atob(parts[1].replace(/-/g, "+").replace(/_/g, "/"));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(bytes, c => c.charCodeAt(0))));
  } catch {
    throw new Error("That is not an access token.");
  }
}

/** The token of the demo person; null where there are no demo people. */
export async function demoToken() {
  const answer = await fetch("/console/demo-token").catch(() => null);
  return answer?.ok ? (await answer.json()).token ?? null : null;
}

/**
 * One call. Gives the answer's JSON.
 * @param {string} path
 * @param {{method?: string, body?: object, file?: File, query?: object, isText?: boolean}} [how]
 */
export async function call(path, { method = "GET", body, file, query = {}, isText = false } = {}) {
  const place = new URL(path, location.origin);
  Object.entries(query).forEach(([key, value]) => {
    if (value !== undefined && value !== null && value !== "") place.searchParams.set(key, value);
  });
  const kind = file ? file.type : body && "application/json";
  const headers = { Authorization: `Bearer ${session.token}`, ...(kind && { "Content-Type": kind }) };
  const answer = await fetch(place, { method, headers, body: file ?? (body && JSON.stringify(body)) }).catch(() => null);
  if (!answer) throw new Problem(0, PLAIN[0], "unreachable");
  if (answer.ok && isText) return answer.text();
  const json = await answer.json().catch(() => ({}));
  if (answer.ok) return json;
  const words = PLAIN[answer.status] ?? json.detail ?? "Something went wrong on our side.";
  throw new Problem(answer.status, answer.status === 404 || answer.status === 400 ? json.detail ?? words : words,
    json.code);
}

/** Hands a text over as a file. @param {string} name @param {string} text @param {string} type */
export function save(name, text, type) {
  const address = URL.createObjectURL(new Blob([text], { type }));
  Object.assign(document.createElement("a"), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
