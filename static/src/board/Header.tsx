import { SaveStatus } from "../saving/SaveStatus";
import { Icon } from "../shared/Icon";
import { theme, toggleTheme } from "../shared/theme";
import { useStore } from "../shared/useStore";
import { DownloadMenu } from "./DownloadMenu";
import { useWorkspace, type Sides } from "./workspace";

function SideToggle({ side, name }: { side: keyof Sides; name: string }) {
  const { sides } = useWorkspace();
  const open = useStore(sides)[side];
  return (
    <button
      type="button"
      className="icon-button side-toggle"
      aria-pressed={open}
      aria-label={name}
      title={name}
      onClick={() => sides.set((now) => ({ ...now, [side]: !now[side] }))}
    >
      <Icon name={side === "left" ? "sidebarLeft" : "sidebar"} />
    </button>
  );
}

function ThemeToggle() {
  const now = useStore(theme);
  const label = `Switch to ${now === "dark" ? "light" : "dark"} theme`;
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={toggleTheme}>
      <Icon name={now === "dark" ? "sun" : "moon"} />
    </button>
  );
}

function AskButton() {
  const { feedback, board, askFeedback } = useWorkspace();
  const asking = useStore(feedback.state).asking;
  const ready = useStore(board) !== undefined;
  return (
    <button type="button" className="button primary ask" disabled={!ready} aria-busy={asking} onClick={() => void askFeedback()}>
      {asking ? "Checking…" : "Get feedback"}
    </button>
  );
}

export function Header() {
  const { config } = useWorkspace();
  return (
    <header className="top">
      <a className="home icon-button" href="/" aria-label="All scenarios" title="All scenarios">
        <Icon name="back" />
      </a>
      <h1 title={config.session.title}>{config.session.title}</h1>
      <SaveStatus />
      <span className="spring" />
      <SideToggle side="left" name="Brief and components" />
      <SideToggle side="right" name="Feedback and outline" />
      <DownloadMenu />
      <ThemeToggle />
      <AskButton />
    </header>
  );
}
