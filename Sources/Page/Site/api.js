import { t, language } from "./words.js";

// Why a request was refused, in the language of the page.
export class Refusal extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

async function refusal(response) {
  if (response.status === 401) return new Refusal(401, t("sessionEnded"));
  if (response.status === 429) return new Refusal(429, t("tooManyTries"));
  try {
    return new Refusal(response.status, (await response.json())[language()]);
  } catch {
    return new Refusal(response.status, t("refused", response.status));
  }
}

export async function ask(method, path, body, signal) {
  let response;
  try {
    response = await fetch(`/api/${path}`, { method, body, signal, headers: { "X-Scorebook": "1" } });
  } catch (error) {
    if (error.name === "AbortError") throw error;
    throw new Refusal(0, t("noAnswer"));
  }
  if (!response.ok) throw await refusal(response);
  if (response.status === 204) return null;
  return response.json();
}

export const get = (path) => ask("GET", path);
export const post = (path, body) => ask("POST", path, body);
export const put = (path, body, signal) => ask("PUT", path, body, signal);
export const remove = (path) => ask("DELETE", path);
export const named = (path, name) => `${path}?path=${encodeURIComponent(name)}`;
