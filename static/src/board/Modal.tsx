import { useEffect, useRef } from "react";

/** A question or a message that comes before everything else; Escape closes it. */
export function Modal({ children, label, onClose }: { children: React.ReactNode; label: string; onClose: () => void }) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => ref.current?.showModal(), []);
  return (
    <dialog ref={ref} className="modal" aria-label={label} onClose={onClose}>
      {children}
    </dialog>
  );
}
