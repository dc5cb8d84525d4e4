// Charts by Chart.js where it is installed. Each has a table beside it that says the same, so its absence costs
// nothing.
import { el } from "./dom.js";
import { dollars, money, number, percent } from "./format.js";

let library;

/** Chart.js, loaded when the first chart is wanted; null where it is not installed. */
function load() {
  library ??= new Promise(resolve => {
    const script = el("script", { src: "/console/chart.js",
      on: { load: () => resolve(globalThis.Chart ?? null), error: () => resolve(null) } });
    document.head.append(script);
  });
  return library;
}

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
export const palette = ["--c1", "--c2", "--c3", "--c4"];
const dashes = [[], [6, 4], [2, 3], [10, 3, 2, 3]];

/**
 * @typedef {{label: string, values: (number|number[]|null)[], colour?: string, kind?: "line"|"bar", isFaint?: boolean}}
 *   Series
 * @typedef {{kind: "line"|"bar", labels: string[], series: Series[], isSideways?: boolean,
 *   unit?: "money"|"percent"|"count"|"dollars", words: string, axis?: string}} Spec
 */
function settings({ kind, labels, series, isSideways, unit = "money", axis }) {
  const ink = colour("--ink"), line = colour("--line"), say = { money, percent, count: number, dollars }[unit];
  const values = { ticks: { color: ink, callback: value => say(value).replace(/\.00$/, "") }, grid: { color: line },
    beginAtZero: true };
  const names = { ticks: { color: ink, maxRotation: 0, autoSkip: !isSideways }, grid: { display: false },
    title: { display: Boolean(axis), text: axis, color: ink } };
  return {
    type: kind,
    data: { labels, datasets: series.map((one, place) => dataset(one, place, kind)) },
    options: {
      animation: false, maintainAspectRatio: false, indexAxis: isSideways ? "y" : "x",
      scales: isSideways ? { x: values, y: names } : { x: names, y: values },
      plugins: {
        legend: { display: series.length > 1,
          labels: { color: ink, usePointStyle: kind === "line", pointStyle: kind === "line" ? "line" : undefined } },
        tooltip: { callbacks: { label: item => `${item.dataset.label}: ${[item.raw].flat().map(say).join(" to ")}` } },
      },
    },
  };
}

function dataset({ label, values, colour: name, kind, isFaint }, place, usual) {
  const tint = colour(name ?? palette[place % palette.length]), isLine = (kind ?? usual) === "line";
  return {
    label, data: values, type: kind, borderColor: tint, backgroundColor: isFaint ? `${tint}55` : tint,
    borderDash: isLine && usual === "line" ? dashes[place % dashes.length] : [],
    borderWidth: isLine ? 2.5 : 0, pointRadius: isLine && values.length > 12 ? 0 : 3,
    maxBarThickness: 36, order: isLine ? 0 : 1,
  };
}

/**
 * The chart with its tables folded up beneath; tables alone without the library.
 * @param {Spec} spec @param {Node[]} tables
 */
export function charted(spec, tables) {
  const fold = el("details", { class: "fold", open: true }, el("summary", {}, "The same as a table"), tables);
  const canvas = el("canvas", { role: "img", "aria-label": spec.words });
  const frame = el("div", { class: `chart${spec.isSideways ? " tall" : ""}` }, canvas);
  const box = el("div", {}, fold);
  load().then(Chart => {
    if (!Chart) return;
    fold.open = false;
    box.prepend(frame);
    draw(Chart, canvas, spec);
  });
  return box;
}

function draw(Chart, canvas, spec) {
  const chart = new Chart(canvas, settings(spec));
  const redraw = () => {
    if (!canvas.isConnected) { scheme.removeEventListener("change", redraw); return chart.destroy(); }
    Object.assign(chart, { options: settings(spec).options });
    chart.data.datasets = settings(spec).data.datasets;
    chart.update("none");
  };
  const scheme = matchMedia("(prefers-color-scheme: dark)");
  scheme.addEventListener("change", redraw);
}

// On paper every table is open.
const folded = new Set();
addEventListener("beforeprint",
  () => document.querySelectorAll("details:not([open])").forEach(one => { one.open = true; folded.add(one); }));
addEventListener("afterprint", () => { folded.forEach(one => { one.open = false; }); folded.clear(); });
