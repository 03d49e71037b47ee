// What a person who sees little, or uses no mouse, depends on; returns what is wrong.
const wrong = [];
// What a phone shows grows with what runs over: its width is the one that was asked for.
const [width] = arguments;
const tell = (what, element) => wrong.push(`${what}: ${element ? element.outerHTML.slice(0, 160) : ""}`);
const isShown = (element) => element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0;
const all = (selector) => [...document.querySelectorAll(selector)];
const name = (element) =>
  (element.getAttribute("aria-label") || element.textContent || element.getAttribute("alt") || element.title || "").trim();

// The document goes no wider than the window, and no text is cut off in what is pressed.
const root = document.documentElement;
const wide = all("body *").filter((one) =>
  isShown(one) && one.getBoundingClientRect().right > width + 1 && !one.closest(".scroll, .tabs, .unseen, .skip"));
if (wide.length || root.scrollWidth > width) tell(`document ${root.scrollWidth} wide in ${width}`, wide.at(-1));
for (const element of all("button, a, select, .mark, summary, figcaption, h1, h2, label").filter(isShown)) {
  if (element.closest(".unseen") || getComputedStyle(element).display === "inline") continue;
  if (element.scrollWidth > element.clientWidth + 2 && element.tagName !== "SELECT") tell("text cut off across", element);
  if (element.scrollHeight > element.clientHeight + 4 && element.tagName !== "SELECT") tell("text cut off down", element);
}
// Nothing that is pressed lies under another thing, or is too small for a finger.
for (const element of all("button, a, select, input, summary").filter(isShown)) {
  if (element.closest(".unseen") || element.matches(".unseen, .skip")) continue;
  const box = element.getBoundingClientRect();
  if (box.height < 15 || box.width < 15) tell(`small, ${Math.round(box.width)}×${Math.round(box.height)}`, element);
}

// Names, labels, languages, headings.
if (!["zh-CN", "en"].includes(root.lang)) tell(`lang ${root.lang}`, root);
if (!document.title) tell("no title");
if (all("h1").filter(isShown).length !== 1) tell("not one h1");
if (all("main").length !== 1) tell("not one main");
let level = 1;
for (const heading of all("h1, h2, h3, h4, h5, h6").filter(isShown)) {
  const own = Number(heading.tagName[1]);
  if (own > level + 1) tell("a level of headings is left out", heading);
  level = own;
  if (!name(heading)) tell("empty heading", heading);
}
for (const control of all("input, select, textarea").filter(isShown)) {
  if (control.closest("[aria-hidden=true]") || control.getAttribute("aria-hidden")) continue;
  if (!control.labels?.length && !control.getAttribute("aria-label")) tell("no label", control);
  if (control.labels?.length && !name(control.labels[0])) tell("empty label", control);
}
for (const control of all("button, a[href], summary, [role=tab]").filter(isShown)) if (!name(control)) tell("no name", control);
for (const image of all("img")) if (!image.hasAttribute("alt")) tell("no alt", image);
for (const image of all("svg")) if (image.getAttribute("role") !== "img" || !image.getAttribute("aria-label")) tell("no name", image);
for (const bar of all("progress")) if (!bar.getAttribute("aria-label")) tell("no name", bar);
const ids = all("[id]").map((element) => element.id);
for (const id of new Set(ids)) if (ids.filter((one) => one === id).length > 1) tell(`id ${id} twice`);
for (const attribute of ["for", "aria-labelledby", "aria-controls", "aria-describedby"]) {
  for (const element of all(`[${attribute}]`)) if (!document.getElementById(element.getAttribute(attribute))) tell(`${attribute} leads nowhere`, element);
}
for (const table of all("table").filter(isShown)) {
  const heads = [...table.querySelectorAll("thead th")];
  if (!heads.length) tell("no table head", table);
  for (const head of heads.slice(1)) if (head.getAttribute("scope") !== "col") tell("head without scope", head);
}
if (!document.querySelector("[aria-live=polite]")) tell("nothing is told aloud");
for (const scroll of all(".scroll").filter(isShown)) {
  if (scroll.scrollHeight > scroll.clientHeight + 1 || scroll.scrollWidth > scroll.clientWidth + 1) {
    if (scroll.tabIndex !== 0) tell("scrolls without the keyboard", scroll);
    if (!scroll.getAttribute("aria-label") && !scroll.getAttribute("aria-labelledby")) tell("a region without a name", scroll);
  }
}
const presses = all("[role=tablist]").filter(isShown);
for (const list of presses) {
  const tabs = [...list.querySelectorAll("[role=tab]")];
  if (tabs.filter((tab) => tab.getAttribute("aria-selected") === "true").length !== 1) tell("not one tab is chosen", list);
  if (tabs.filter((tab) => tab.tabIndex === 0).length !== 1) tell("not one tab is reached", list);
}

// Contrast of every text with what is behind it.
const parse = (text) => {
  const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
  return { r, g, b, a };
};
const behind = (element) => {
  for (let one = element; one; one = one.parentElement) {
    const colour = parse(getComputedStyle(one).backgroundColor);
    if (colour.a === 1) return colour;
    if (colour.a > 0) tell("a half transparent ground", one);
  }
  return { r: 255, g: 255, b: 255, a: 1 };
};
const light = ({ r, g, b }) => [r, g, b].map((part) => part / 255)
  .map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  .reduce((sum, part, at) => sum + part * [0.2126, 0.7152, 0.0722][at], 0);
const seen = new Set();
for (const element of all("body *").filter(isShown)) {
  const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  if (!own || element.closest("noscript, .unseen")) continue;
  const style = getComputedStyle(element);
  const isDrawn = element.namespaceURI.endsWith("svg");
  const [front, ground] = [light(parse(isDrawn ? style.fill : style.color)), light(behind(element))];
  const ratio = (Math.max(front, ground) + 0.05) / (Math.min(front, ground) + 0.05);
  const key = `${style.color} ${element.className}`;
  if (ratio < 4.5 && !seen.has(key)) tell(`contrast ${ratio.toFixed(2)}`, element);
  seen.add(key);
}
return wrong;
