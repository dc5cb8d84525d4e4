// What a page must keep of WCAG 2.2 AA as far as a program can tell; gives a list of faults. Names come beside it, from
// the browser's own accessibility tree.
(() => {
  const faults = [];
  const visible = node => node.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true })
    && node.getClientRects().length > 0;
  const say = (rule, node, more = "") =>
    faults.push(`${rule}: <${node.tagName.toLowerCase()} class="${node.className}"> ${(node.textContent || "").trim().slice(0, 40)} ${more}`);
  const all = selector => [...document.querySelectorAll(selector)].filter(visible);

  const parse = text => { const [r, g, b, a = 1] = (text.match(/[\d.]+/g) || [0, 0, 0, 0]).map(Number); return [r, g,
    b, a]; };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const light = ([r, g, b]) => [r, g,
    b].map(v => v / 255).map(v => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, place) => sum + v * [0.2126, 0.7152, 0.0722][place], 0);
  function ground(node) {
    const layers = [];
    for (let one = node; one; one = one.parentElement) layers.unshift(parse(getComputedStyle(one).backgroundColor));
    return layers.reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
  }
  function opacity(node) { let all = 1; for (let one = node; one; one = one.parentElement) all *= Number(getComputedStyle(one).opacity); return all; }
  function contrast(node) {
    const style = getComputedStyle(node), back = ground(node), [r, g, b, a] = parse(style.color);
    const front = over([r, g, b, a * opacity(node)], back), [one, two] = [light(front),
      light(back)].sort((x, y) => y - x);
    return { ratio: (one + 0.05) / (two + 0.05),
      isLarge: parseFloat(style.fontSize) >= 24
      || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700) };
  }

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), seen = new Set();
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || seen.has(node) || !visible(node)
      || node.closest(":disabled, .aside, option")) continue;
    seen.add(node);
    const { ratio, isLarge } = contrast(node);
    if (ratio < (isLarge ? 3 : 4.5)) say("contrast", node, ratio.toFixed(2));
  }
  for (const node of all("button, input:not([type=range]), select, summary, nav a")) {
    const { width, height } = (node.closest("label") ?? node).getBoundingClientRect();
    if (width < 24 || height < 24) say("target size", node, `${width}×${height}`);
  }
  const ids = [...document.querySelectorAll("[id]")].map(node => node.id);
  ids.filter((id, place) => ids.indexOf(id) !== place).forEach(id => faults.push(`double id: ${id}`));
  for (const node of document.querySelectorAll("[aria-controls], [aria-labelledby], [aria-describedby]")) {
    for (const key of ["aria-controls", "aria-labelledby", "aria-describedby"]) {
      const id = node.getAttribute(key);
      if (id && !document.getElementById(id)) say(`${key} points nowhere`, node, id);
    }
  }
  if (document.documentElement.lang !== "en-GB") faults.push("language");
  if (all("main").length !== 1) faults.push("main landmark");
  if (all("h1").length !== 1) faults.push(`h1: ${all("h1").length}`);
  const levels = all("h1, h2, h3, h4").map(node => Number(node.tagName[1]));
  levels.forEach((level, place) => { if (place
    && level > levels[place - 1] + 1) faults.push(`heading level ${levels[place - 1]} to ${level}`); });
  for (const node of all("nav, section, [role=region]")) if (!node.getAttribute("aria-label")
    && !node.getAttribute("aria-labelledby")) say("unnamed landmark", node);
  for (const node of all("table")) {
    if (!node.querySelector("th[scope]")) say("table without headers", node);
    if (!node.caption) say("table without caption", node);
  }
  for (const node of all("[style]")) if (!node.closest("canvas, .chart")) say("style attribute", node);
  if (document.documentElement.scrollWidth > innerWidth + 1) faults.push(`scrolls sideways: ${document.documentElement.scrollWidth} in ${innerWidth}`);
  if ([...document.querySelectorAll("[tabindex]")].some(node => node.tabIndex > 0)) faults.push("positive tabindex");
  return faults;
})()
