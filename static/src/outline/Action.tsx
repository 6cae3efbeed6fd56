import { Icon, type IconName } from "../shared/Icon";

/** A small button with an icon and a name. */
export function Action({ icon, label, onClick }: { icon: IconName; label: string; onClick: () => void }) {
  return (
    <button type="button" className="icon-button small" aria-label={label} title={label} onClick={onClick}>
      <Icon name={icon} />
    </button>
  );
}
