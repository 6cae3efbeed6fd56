/** Which page of a file is meant: asked where a file has several. The same on the gallery and on the board. */
import type { Api } from "./api";
import { mayHavePages, pageName } from "./drawings";

/** What the server tells of a file's pages. */
export interface Paged {
  /** The names of the pages, empty where one has none. */
  pages: readonly string[];
  /** The number of the page that was taken, from 1. */
  page: number;
}

/** A form with a file, or one page of it. */
export function fileForm(file: File, page?: number): FormData {
  const form = new FormData();
  form.append("file", file);
  if (page !== undefined) form.append("page", String(page));
  return form;
}

/** The page of a file to open; undefined when it has but one, null when the question was put away. Throws as the API does. */
export async function choosePage(api: Api, file: File): Promise<number | undefined | null> {
  if (!mayHavePages(file)) return undefined;
  const { pages, page } = (await api.send<Paged>("POST", "/api/drawings", fileForm(file))).body;
  return pages.length > 1 ? askPage(file.name, pages, page) : undefined;
}

/** Ask for a page by name; null when the question is put away. */
export function askPage(name: string, pages: readonly string[], suggested: number): Promise<number | null> {
  const dialog = pageDialog(name, pages, suggested);
  document.body.append(dialog);
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(dialog.returnValue ? Number(dialog.returnValue) : null);
    });
    dialog.showModal();
  });
}

function pageDialog(name: string, pages: readonly string[], suggested: number): HTMLDialogElement {
  const dialog = Object.assign(document.createElement("dialog"), { className: "modal" });
  const form = Object.assign(document.createElement("form"), { method: "dialog" });
  const title = Object.assign(document.createElement("h2"), { id: "page-question", textContent: `Which page of ${name}?` });
  const list = Object.assign(document.createElement("div"), { className: "pages" });
  list.append(...pages.map((page, i) => pageButton(pageName(page, i), i + 1, i + 1 === suggested)));
  const actions = Object.assign(document.createElement("p"), { className: "actions" });
  actions.append(Object.assign(document.createElement("button"), { className: "button", value: "", textContent: "Cancel" }));
  form.append(title, list, actions);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(form);
  return dialog;
}

function pageButton(name: string, number: number, suggested: boolean): HTMLButtonElement {
  const className = suggested ? "button primary" : "button";
  return Object.assign(document.createElement("button"), { className, value: String(number), textContent: name, autofocus: suggested });
}
