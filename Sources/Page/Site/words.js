import { chinese } from "./chinese.js";
import { english } from "./english.js";

const books = { zh: chinese, en: english };
let current = "zh";

try {
  current = localStorage.getItem("language") || "zh";
} catch {
  // Without storage the page starts in Chinese.
}
if (!books[current]) current = "zh";

export const language = () => current;

export function setLanguage(next) {
  current = next;
  try {
    localStorage.setItem("language", next);
  } catch {
    // It lasts as long as the page.
  }
  document.documentElement.lang = next === "zh" ? "zh-CN" : "en";
}

// A text of the page; `{0}`, `{1}` are its values.
export function t(key, ...values) {
  const text = books[current][key] ?? books.zh[key] ?? key;
  return text.replace(/\{(\d)\}/g, (_, at) => values[at] ?? "");
}
setLanguage(current);
