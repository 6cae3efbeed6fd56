import "./assets";
import "@excalidraw/excalidraw/index.css";
import "./canvas.css";
import { Excalidraw, MainMenu } from "@excalidraw/excalidraw";
import type { ExcalidrawImperativeAPI, ExcalidrawProps } from "@excalidraw/excalidraw/types";
import { memo, useMemo } from "react";
import { ACCEPT } from "../shared/drawings";
import { Icon } from "../shared/Icon";
import type { Theme } from "../shared/theme";
import { excalidrawBoard } from "./excalidrawBoard";
import type { Workspace } from "./workspace";

const UI_OPTIONS: ExcalidrawProps["UIOptions"] = {
  canvasActions: { loadScene: false, saveToActiveFile: false, toggleTheme: false, export: { saveFileToDisk: true } },
};

/**
 * The editor. Renders again only for the theme: setting fresh state here while Excalidraw reports a
 * change would blank it, so everything that follows the drawing does so from other components.
 */
function Canvas({ workspace, theme }: { workspace: Workspace; theme: Theme }) {
  const initialData = useMemo(
    () => ({ elements: workspace.stored.elements, files: workspace.stored.files, scrollToContent: true }),
    [workspace],
  );
  const onApi = useMemo(() => attachWhenLoaded(workspace), [workspace]);
  return (
    <Excalidraw
      initialData={initialData}
      excalidrawAPI={onApi}
      theme={theme}
      name={workspace.config.session.title}
      UIOptions={UI_OPTIONS}
      langCode="en"
      validateEmbeddable={false}
      aiEnabled={false}
    >
      <MainMenu>
        <MainMenu.Item icon={<Icon name="open" />} onSelect={() => pickFile(workspace)}>
          Open a drawing…
        </MainMenu.Item>
        <MainMenu.DefaultItems.SaveAsImage />
        <MainMenu.Separator />
        <MainMenu.DefaultItems.SearchMenu />
        <MainMenu.DefaultItems.Help />
        <MainMenu.DefaultItems.ClearCanvas />
        <MainMenu.Separator />
        <MainMenu.DefaultItems.ChangeCanvasBackground />
      </MainMenu>
    </Excalidraw>
  );
}

/** Excalidraw hands out its API before it has loaded the scene; its first change report comes after. */
function attachWhenLoaded(workspace: Workspace) {
  return (api: ExcalidrawImperativeAPI) => {
    const stop = api.onChange(() => {
      stop();
      workspace.attach(excalidrawBoard(api));
    });
    // Labels are measured when a component is added: with the right font only once it is there.
    void document.fonts.load("16px Excalifont");
  };
}

function pickFile(workspace: Workspace): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = ACCEPT;
  input.addEventListener("change", () => workspace.incoming.set(input.files?.[0]));
  input.click();
}

export default memo(Canvas);
