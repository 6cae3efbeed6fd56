/** Opens a drawing from the gallery: picked, or dropped anywhere on the page. */
import { explain, problemText, type Api } from "../shared/api";
import { choosePage, fileForm } from "../shared/pages";
import { tellLeftOut } from "../shared/leftOut";

/** A session that has begun with a file. */
interface Begun {
  id: string;
  url: string;
  left_out: readonly string[];
}

interface Parts {
  input: HTMLInputElement;
  scenario: HTMLSelectElement;
  failure: HTMLElement;
}

function partsOf(form: HTMLFormElement): Parts {
  return {
    input: form.querySelector<HTMLInputElement>("input[type=file]")!,
    scenario: form.querySelector<HTMLSelectElement>("select")!,
    failure: form.querySelector<HTMLElement>("[role=alert]")!,
  };
}

function showFailure(place: HTMLElement, file: File, error: unknown): void {
  const { message, problems } = explain(error);
  const title = document.createElement("strong");
  title.textContent = `${file.name} cannot be opened`;
  const list = document.createElement("ul");
  list.className = "problems";
  for (const line of problems.length > 0 ? problems.map(problemText) : [message]) {
    list.append(Object.assign(document.createElement("li"), { textContent: line }));
  }
  place.replaceChildren(title, list);
  place.hidden = false;
  place.scrollIntoView({ block: "nearest" });
}

export function wireOpening(form: HTMLFormElement, api: Api): void {
  const { input, scenario, failure } = partsOf(form);

  async function open(file: File): Promise<void> {
    failure.hidden = true;
    form.setAttribute("aria-busy", "true");
    try {
      const page = await choosePage(api, file);
      if (page === null) return;
      const body = fileForm(file, page);
      body.append("scenario_id", scenario.value);
      const { id, url, left_out: what } = (await api.send<Begun>("POST", "/api/sessions", body)).body;
      tellLeftOut(id, { name: file.name, what });
      location.assign(url);
    } catch (error) {
      showFailure(failure, file, error);
    } finally {
      form.removeAttribute("aria-busy");
      input.value = "";
    }
  }

  const isFile = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  const mark = (over: boolean) => form.toggleAttribute("data-over", over);

  input.addEventListener("change", () => input.files?.[0] && void open(input.files[0]));
  document.addEventListener("dragover", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    mark(true);
  });
  document.addEventListener("dragleave", (event) => event.relatedTarget === null && mark(false));
  document.addEventListener("drop", (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    mark(false);
    const file = event.dataTransfer?.files[0];
    if (file) void open(file);
  });
}
