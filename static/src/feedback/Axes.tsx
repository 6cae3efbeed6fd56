import type { AxisScore, Band } from "../shared/contract";

const BAND: Record<Band, string> = {
  strong: "Strong",
  solid: "Solid",
  mixed: "Mixed",
  weak: "Weak",
  not_assessed: "Not assessed",
};

const AXIS: Record<string, string> = { "high-level-design": "High-level design" };

function titleOf(axis: string): string {
  return AXIS[axis] ?? axis.charAt(0).toUpperCase() + axis.slice(1).replaceAll("-", " ");
}

/** The score by axis, in bands; what a machine cannot judge is left to the person. */
export function Axes({ axes }: { axes: readonly AxisScore[] }) {
  if (axes.length === 0) return null;
  return (
    <details className="folded axes">
      <summary>By axis</summary>
      <dl>
        {axes.map(({ axis, band, because }) => (
          <div key={axis} data-band={band}>
            <dt>{titleOf(axis)}</dt>
            <dd className="band">{BAND[band]}</dd>
            <dd className="quiet">{because}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
