import "./workspace.css";
import "./phone.css";
import { createRoot } from "react-dom/client";
import { explain } from "../shared/api";
import type { BoardConfig } from "../shared/contract";
import { App } from "./App";
import { Failure } from "./Failure";
import { openWorkspace, WorkspaceProvider } from "./workspace";

function readConfig(): BoardConfig {
  return JSON.parse(document.getElementById("board-config")!.textContent) as BoardConfig;
}

const root = createRoot(document.getElementById("board")!);

openWorkspace(readConfig()).then(
  (workspace) =>
    root.render(
      <WorkspaceProvider value={workspace}>
        <App />
      </WorkspaceProvider>,
    ),
  (error: unknown) => root.render(<Failure {...explain(error)} />),
);
