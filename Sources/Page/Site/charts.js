import { h } from "./dom.js";
import { t } from "./words.js";

const space = "http://www.w3.org/2000/svg";
function s(name, attributes, ...children) {
  const element = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

// Bars with their numbers written on them; who cannot see them reads the same numbers.
export function bars(title, groups) {
  const most = Math.max(1, ...groups.map((group) => group.count));
  const [width, step, left] = [440, 30, 92];
  const label = groups.map((group) => `${group.name} ${group.count}`).join(t("and"));
  const drawing = s(
    "svg", { viewBox: `0 0 ${width} ${groups.length * step + 6}`, role: "img", "aria-label": `${title}：${label}` },
    ...groups.flatMap((group, at) => {
      const long = Math.round((width - left - 60) * group.count / most);
      return [
        s("text", { x: left - 8, y: at * step + 21, "text-anchor": "end", class: "bar-name" }, group.name),
        s("rect", { x: left, y: at * step + 6, width: Math.max(long, group.count ? 2 : 0), height: step - 10, rx: 2, class: `bar ${group.look ?? ""}` }),
        s("text", { x: left + long + 6, y: at * step + 21, class: "bar-count" }, String(group.count)),
      ];
    }),
  );
  return h("figure", {}, h("figcaption", {}, title), drawing);
}

// Counts numbers by the bounds between groups, the highest first.
export function groups(numbers, bounds, name, look) {
  return [Infinity, ...bounds, -Infinity].slice(0, -1).map((high, at) => {
    const low = at < bounds.length ? bounds[at] : -Infinity;
    return { name: name(low, high), count: numbers.filter((one) => one >= low && one < high).length, look: look?.(low) };
  });
}
