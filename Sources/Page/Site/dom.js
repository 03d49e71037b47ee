// Elements with their attributes and children; texts never become markup.
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else if (key === "class") element.className = value;
    else if (value === true) element.setAttribute(key, "");
    else element.setAttribute(key, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

export const $ = (id) => document.getElementById(id);

// Puts children in the place of what an element held. What had the focus gives it to its successor
// of the same id, so that who uses the keyboard stays where they are.
export function fill(element, ...children) {
  const held = element.contains(document.activeElement) ? document.activeElement.id : "";
  element.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  if (held && document.activeElement !== $(held)) $(held)?.focus({ preventScroll: true });
  return element;
}

// A place for what may be wider or longer than its room: the keyboard scrolls it too.
export const scroll = (label, ...children) =>
  h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, ...children);

// Says something to those who listen to the page.
export function say(text) {
  const live = $("live");
  if (live.textContent !== text) live.textContent = text;
}

const figures = new Intl.NumberFormat("zh-CN");
export const count = (number) => figures.format(number);

export function bytes(number) {
  for (const [unit, size] of [["GB", 1 << 30], ["MB", 1 << 20], ["KB", 1 << 10]]) {
    if (number >= size) return `${(number / size).toFixed(number >= 10 * size ? 0 : 1)} ${unit}`;
  }
  return `${number} B`;
}
