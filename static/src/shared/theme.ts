/**
 * Light or dark: the system's choice until the person makes one.
 *
 * The choice is kept in a cookie, so the server writes it into the page and nothing flashes.
 */
import { createStore } from "./store";

export type Theme = "light" | "dark";

const YEAR = 60 * 60 * 24 * 365;
const system = window.matchMedia("(prefers-color-scheme: dark)");

function chosen(): Theme | undefined {
  const theme = document.documentElement.dataset["theme"];
  return theme === "light" || theme === "dark" ? theme : undefined;
}

function current(): Theme {
  return chosen() ?? (system.matches ? "dark" : "light");
}

/** The theme in force. */
export const theme = createStore<Theme>(current());
system.addEventListener("change", () => theme.set(current()));

export function toggleTheme(): void {
  const next: Theme = theme.get() === "dark" ? "light" : "dark";
  document.documentElement.dataset["theme"] = next;
  document.cookie = `theme=${next};path=/;max-age=${YEAR};samesite=lax`;
  theme.set(next);
}

/** Make a button of the page switch the theme and say what it would do. */
export function wireThemeToggle(button: HTMLElement): void {
  const show = () => button.setAttribute("aria-label", `Switch to ${theme.get() === "dark" ? "light" : "dark"} theme`);
  button.addEventListener("click", toggleTheme);
  theme.subscribe(show);
  show();
}
