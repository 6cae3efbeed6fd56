/** The icons: strokes on a 20 px grid, in the colour of the text. */
const PATHS = {
  add: "M10 4v12M4 10h12",
  alert: "M10 3.2 17.6 16.4H2.4zM10 8v4M10 14.2v.1",
  arrow: "M3.5 10h12M11 5.5l4.5 4.5-4.5 4.5",
  back: "M12.5 4.5 7 10l5.5 5.5",
  both: "M3.5 10h13M7 6.5 3.5 10 7 13.5M13 6.5l3.5 3.5-3.5 3.5",
  brief: "M5.5 3h9v14h-9zM8 7h4M8 10h4M8 13h2.5",
  check: "M4 10.5 8.2 14.7 16 6",
  close: "M5 5l10 10M15 5 5 15",
  connect: "M4.5 6.5a2 2 0 1 0 0-.1M15.5 13.6a2 2 0 1 0 0-.1M6.2 7.8l7.6 4.6",
  down: "M5 7.5 10 12.5 15 7.5",
  download: "M10 3v9.5M6 8.8l4 4 4-4M4 16.5h12",
  edit: "M4 16l.8-3.4L13.4 4a1.6 1.6 0 0 1 2.6 2.6L7.4 15.2z",
  feedback: "M3.5 4.5h13v9h-7L6 16.5v-3H3.5z",
  line: "M3.5 10h13",
  list: "M7.5 5h9M7.5 10h9M7.5 15h9M3.6 5h.1M3.6 10h.1M3.6 15h.1",
  moon: "M16 11.6A6.6 6.6 0 1 1 8.4 4a5.2 5.2 0 0 0 7.6 7.6z",
  open: "M3 5h5l1.6 2H17v9H3z",
  palette: "M10 3a7 7 0 1 0 0 14c1.6 0 1.8-1 1.4-1.9-.5-1.2.2-2.1 1.5-2.1H15a2 2 0 0 0 2-2.2A7 7 0 0 0 10 3M6.6 9.4v.1M9 6.4v.1M12.8 7v.1",
  question: "M7.4 7.6A2.7 2.7 0 1 1 10 11v1.2M10 15v.1",
  search: "M9 14.2a5.2 5.2 0 1 0 0-10.4 5.2 5.2 0 0 0 0 10.4M12.8 12.8 17 17",
  sidebar: "M3 4.5h14v11H3zM12.5 4.5v11",
  sidebarLeft: "M3 4.5h14v11H3zM7.5 4.5v11",
  sun: "M10 13.4a3.4 3.4 0 1 0 0-6.8 3.4 3.4 0 0 0 0 6.8M10 2.5v1M10 16.5v1M2.5 10h1M16.5 10h1M4.7 4.7l.7.7M14.6 14.6l.7.7M4.7 15.3l.7-.7M14.6 5.4l.7-.7",
  trash: "M4 6h12M8 6V4h4v2M5.5 6l.7 10.5h7.6L14.5 6",
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
