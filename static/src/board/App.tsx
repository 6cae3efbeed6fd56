import { FeedbackPanel } from "../feedback/FeedbackPanel";
import { OutlinePanel } from "../outline/OutlinePanel";
import { Palette } from "../palette/Palette";
import { Icon, type IconName } from "../shared/Icon";
import { useStore } from "../shared/useStore";
import { BriefPanel } from "./BriefPanel";
import { Header } from "./Header";
import { LiveRegion } from "./LiveRegion";
import { Stage } from "./Stage";
import { useWorkspace, type Panel } from "./workspace";

export function App() {
  const { panel, sides, config } = useWorkspace();
  const [front, open] = [useStore(panel), useStore(sides)];
  return (
    <div className="workspace" data-panel={front ?? "none"} data-left={open.left} data-right={open.right}>
      <Header />
      <aside className="side left" aria-label="Scenario and components">
        {config.scenario && <BriefPanel scenario={config.scenario} />}
        <Palette />
      </aside>
      <Stage />
      <RightSide />
      <SheetTabs hasBrief={config.scenario !== null} />
      <LiveRegion />
    </div>
  );
}

function RightSide() {
  const { panel } = useWorkspace();
  const outline = useStore(panel) === "outline";
  const tab = (id: "feedback" | "outline", title: string) => {
    const selected = outline === (id === "outline");
    return (
      <button
        type="button"
        role="tab"
        id={`tab-${id}`}
        aria-selected={selected}
        aria-controls="right-panel"
        tabIndex={selected ? 0 : -1}
        onClick={() => panel.set(id)}
      >
        {title}
      </button>
    );
  };
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const next = outline ? "feedback" : "outline";
    panel.set(next);
    document.getElementById(`tab-${next}`)?.focus();
  };
  return (
    <aside className="side right" aria-label="Feedback and outline">
      <div className="tabs" role="tablist" onKeyDown={onKeyDown}>
        {tab("feedback", "Feedback")}
        {tab("outline", "Outline")}
      </div>
      <div id="right-panel" className="panel-body" role="tabpanel" aria-labelledby={outline ? "tab-outline" : "tab-feedback"}>
        {outline ? <OutlinePanel /> : <FeedbackPanel />}
      </div>
    </aside>
  );
}

const SHEETS: readonly [Panel, string, IconName][] = [
  ["brief", "Brief", "brief"],
  ["add", "Add", "add"],
  ["outline", "Outline", "list"],
  ["feedback", "Feedback", "feedback"],
];

/** On a phone the panels are sheets, and this bar opens and closes them. */
function SheetTabs({ hasBrief }: { hasBrief: boolean }) {
  const { panel } = useWorkspace();
  const front = useStore(panel);
  return (
    <nav className="sheet-tabs" aria-label="Panels">
      {SHEETS.filter(([id]) => hasBrief || id !== "brief").map(([id, title, icon]) => (
        <button key={id} type="button" aria-pressed={front === id} onClick={() => panel.set(front === id ? undefined : id)}>
          <Icon name={icon} />
          {title}
        </button>
      ))}
    </nav>
  );
}
