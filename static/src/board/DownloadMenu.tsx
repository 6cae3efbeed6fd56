import { useRef } from "react";
import { Icon } from "../shared/Icon";
import { useWorkspace } from "./workspace";

const FORMATS = [
  ["excalidraw", "Excalidraw", ".excalidraw"],
  ["png", "Picture", ".png"],
  ["svg", "Vector picture", ".svg"],
  ["mermaid", "Mermaid", ".mmd"],
  ["diagrams", "Script for diagrams", ".py"],
] as const;

function keepFile(url: string): void {
  const link = document.createElement("a");
  link.href = url;
  link.download = "";
  link.click();
}

/** The board as a file, in any of the formats that the server writes: saved first, so that nothing is missing. */
export function DownloadMenu() {
  const { config, saver, announcement } = useWorkspace();
  const menu = useRef<HTMLDetailsElement>(null);
  const close = () => menu.current?.removeAttribute("open");

  const download = async (format: string) => {
    close();
    try {
      await saver.flush();
      keepFile(`${config.api}/export?format=${format}`);
    } catch {
      announcement.set("Not downloaded: the board could not be saved");
    }
  };
  const onBlur = (event: React.FocusEvent) => {
    if (!event.currentTarget.contains(event.relatedTarget)) close();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key !== "Escape") return;
    close();
    menu.current?.querySelector("summary")?.focus();
  };
  return (
    <details ref={menu} className="menu" onBlur={onBlur} onKeyDown={onKeyDown}>
      <summary className="icon-button" aria-label="Download the board" title="Download the board">
        <Icon name="download" />
      </summary>
      <ul tabIndex={-1}>
        {FORMATS.map(([format, title, suffix]) => (
          <li key={format}>
            <button type="button" onClick={() => void download(format)}>
              {title} <span className="quiet">{suffix}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
