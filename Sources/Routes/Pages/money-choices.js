// What a person may choose, and their rights: consent, reminders, mood, export and erasure.
import { announce, askTyped, button, el, labelled } from "./dom.js";
import { day, money } from "./format.js";
import { draftCard } from "./chat-question.js";
import { call, save } from "./http.js";
import { panel } from "./panel.js";
import { table } from "./tables.js";

const MOODS = ["Very low", "Low", "Rather low", "All right", "Good", "Very good"];
const REMINDERS = [["0", "Never"], ["1", "Every day"], ["7", "Every week"], ["14", "Every two weeks"],
  ["30", "Every month"]];
const said = el("p", { class: "note", role: "status" });

async function change(body, undo, after) {
  try {
    await call("/me/choices", { method: "PUT", body });
    said.textContent = "Saved.";
    after?.();
  } catch (problem) {
    undo();
    said.textContent = `Not saved. ${problem.message}`;
  }
}

function toggle(words, key, data, after) {
  const box = el("input", { type: "checkbox", role: "switch", checked: data[key],
    on: { change: () => change({ [key]: box.checked }, () => { box.checked = !box.checked; }, after) } });
  return labelled(words, box, "switch");
}

function picked(words, key, options, value) {
  const field = el("select", { on: { change: () =>
    change({ [key]: Number(field.value) }, () => { field.value = String(value ?? 0); }) } },
    options.map(([id, name]) => el("option", { value: id, selected: id === String(value ?? 0) }, name)));
  return labelled(words, field);
}

/** @param {() => void} moodChanged told when moods are kept from now on, or no more */
export function choicesPanel(moodChanged) {
  const hours = Array.from({ length: 24 }, (_, hour) => [String(hour), `${String(hour).padStart(2, "0")}:00`]);
  return panel("My choices", "/me/choices", data => [
    toggle("A language model of another company may word answers", "model", data),
    el("details", { class: "fold" }, el("summary", {}, "What is sent then"), el("p", {}, data.modelNotice)),
    toggle("Compare me with a group of people like me, and count me in it", "peers", data),
    toggle("Write to me when something is worth knowing", "nudges", data),
    toggle("Keep how I feel", "mood", data, moodChanged),
    el("div", { class: "row" }, picked("Remind me of a check-in", "checkInEvery", REMINDERS, data.checkInEvery),
      picked("Quiet from", "quietFrom", hours, data.quietFrom), picked("until", "quietTo", hours, data.quietTo)),
    el("p", { class: "note" }, `Times are in ${data.timeZone}.`,
      data.nextCheckIn && ` Next: ${day(data.nextCheckIn)}.`), said,
  ]);
}

export function moodPanel() {
  return panel("How I feel", "/me/moods", (data, refresh) => {
    if (!data.isKept) return [el("p", {}, "Moods are not kept. You can turn that on among your choices.")];
    const save = mood => async () => {
      await call("/me/moods", { method: "PUT", body: { mood } }).then(() => announce(`Noted: ${MOODS[mood]}`),
        problem => announce(problem.message));
      refresh();
    };
    const buttons = MOODS.map((words, mood) => button(words, save(mood), { class: "small" }));
    const rows = data.beside.moods.filter(one => one.days).map(one => [one.mood, String(one.days), money(one.median)]);
    return [el("div", { class: "row", role: "group", "aria-label": "How do you feel today?" }, buttons),
      el("p", { class: "note" }, `Days kept: ${data.days.length}, for ${data.keptDays} days at most.`),
      rows.length ? table("Beside your spending", ["Mood", "Days", "Middle spending of a day"], rows) : null,
      data.beside.reason && el("p", { class: "note" }, `Nothing is compared yet: ${data.beside.reason}.`),
      button("Forget all moods", async () => { await call("/me/moods",
        { method: "DELETE" }).catch(() => null); refresh(); }, { class: "small" })];
  }, { hasFootnote: false });
}

/** Offers made in the chat that still wait for a yes or a no. */
export function draftsPanel() {
  return panel("Waiting for your word", "/me/proposals", ({ proposals }, refresh) => {
    const open = proposals.filter(one => one.state === "open");
    const decide = (id, isYes) => call(`/me/proposals/${id}/${isYes ? "confirm" : "reject"}`, { method: "POST" }).then(
      ({ words }) => { announce(words); refresh(); }, problem => { announce(problem.message); refresh(); });
    return open.length ? open.map(data => draftCard({ title: data.title, data }, decide))
      : [el("p", {}, "Nothing waits to be saved.")];
  }, { hasFootnote: false });
}

export function dataPanel() {
  const words = el("p", { role: "status" });
  const tell = problem => { words.textContent = problem.message; };
  return el("section", { class: "panel", "aria-label": "My data" }, el("h2", {}, "My data"),
    el("p", {}, "What this service holds of you: conversations, reports, messages and choices. Your records stay in the "
      + "main app either way."),
    el("div", { class: "row" }, button("Download everything", () => download(words).catch(tell), { class: "plain" }),
      button("Erase everything …", () => erase(words).catch(tell), { class: "alarming" })), words);
}

async function download(words) {
  words.textContent = "Collecting …";
  const text = JSON.stringify(await call("/me/export"), null, 2);
  save("reho-export.json", text, "application/json");
  words.textContent = "Downloaded as reho-export.json.";
}

async function erase(words) {
  const yes = await askTyped("Erase everything?",
    "All conversations, reports, messages and choices held of you here will be removed for good. Your records in the "
      + "main app stay.", "ERASE", "Erase everything");
  if (!yes) return;
  const { removed } = await call("/me/data", { method: "DELETE" });
  words.textContent = `Done. ${removed} pieces were removed.`;
}
