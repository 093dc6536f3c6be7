import type { ReactNode } from 'react';

/** Drawn on 20 × 20 with a line of 1.75. Those of a status differ in outline, not only in what is inside. */
export const ICON_SHAPES = {
  ok: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="m6.3 10.3 2.5 2.5 5-5.3" />
    </>
  ),
  warn: (
    <>
      <path d="M10 2.6 18.3 17H1.7z" />
      <path d="M10 8v4.2M10 14.6v.1" />
    </>
  ),
  stop: (
    <>
      <path d="M6.7 2h6.6L18 6.7v6.6L13.3 18H6.7L2 13.3V6.7z" />
      <path d="M10 6v5M10 13.9v.1" />
    </>
  ),
  none: <circle cx="10" cy="10" r="8" strokeDasharray="3 3.3" />,
  started: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 2v16" />
      <path d="M10 2a8 8 0 0 0 0 16z" fill="currentColor" stroke="none" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 5.5V10l3 2" />
    </>
  ),
  paused: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M7.7 7v6M12.3 7v6" />
    </>
  ),
  refused: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="m7 7 6 6M13 7l-6 6" />
    </>
  ),
  info: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M10 9.2v4.6M10 6.3v.1" />
    </>
  ),
  pin: (
    <>
      <path d="M10 18s6-5.2 6-9.8A6 6 0 0 0 4 8.2C4 12.8 10 18 10 18z" />
      <circle cx="10" cy="8" r="2.1" />
    </>
  ),
  speech: (
    <>
      <path d="M2.5 4h10v7.5H7L4 14v-2.5H2.5z" />
      <path d="M15 7.5h2.5V15H16v2.5L13 15H9v-1" />
    </>
  ),
  calendar: (
    <>
      <rect x="2.5" y="4" width="15" height="13.5" rx="1.5" />
      <path d="M2.5 8.2h15M6.5 2v3.5M13.5 2v3.5" />
    </>
  ),
  access: (
    <>
      <circle cx="9.5" cy="3.6" r="1.6" />
      <path d="M9.5 6.5v5h4.3l2 4.8M9.5 8.5h4M7 9.2a4.6 4.6 0 1 0 5.9 6.2" />
    </>
  ),
  people: (
    <>
      <circle cx="7" cy="6.5" r="3" />
      <path d="M1.5 17c0-3.5 2.4-5.5 5.5-5.5s5.5 2 5.5 5.5M13 3.8a3 3 0 0 1 0 5.4M14.8 11.9c2.3.6 3.7 2.4 3.7 5.1" />
    </>
  ),
  bars: <path d="M3.5 17v-5M8 17V9M12.5 17V5.5M17 17V2.5" />,
  home: <path d="M2.5 9.5 10 3l7.5 6.5M4.5 8v9h11V8" />,
  globe: (
    <>
      <circle cx="10" cy="10" r="8" />
      <path d="M2 10h16M10 2c2.6 2.3 3.8 5 3.8 8s-1.2 5.7-3.8 8c-2.6-2.3-3.8-5-3.8-8S7.4 4.3 10 2z" />
    </>
  ),
  down: <path d="m5 7.5 5 5 5-5" />,
  up: <path d="m5 12.5 5-5 5 5" />,
  left: <path d="m12.5 5-5 5 5 5" />,
  right: <path d="m7.5 5 5 5-5 5" />,
  plus: <path d="M10 4v12M4 10h12" />,
  search: (
    <>
      <circle cx="8.7" cy="8.7" r="5.7" />
      <path d="m13 13 4.5 4.5" />
    </>
  ),
  lock: (
    <>
      <rect x="4" y="9" width="12" height="8.5" rx="1.5" />
      <path d="M6.5 9V6.5a3.5 3.5 0 0 1 7 0V9" />
    </>
  ),
  document: <path d="M4.5 2h7.5l3.5 3.5V18h-11zM7.5 9h5M7.5 12.5h5" />,
  screen: (
    <>
      <rect x="2.5" y="3.5" width="15" height="10.5" rx="1.5" />
      <path d="M7 17.5h6M10 14v3.5" />
    </>
  ),
  phone: (
    <path d="M6.8 2.5 8.5 6.7 6.7 8.2c.9 2 2.4 3.6 4.6 4.8l1.7-1.7 4.2 1.8c0 2.5-1.2 4.2-3.2 4.2C8 17.3 2.7 11 2.7 5.8c0-1.9 1.7-3.3 4.1-3.3z" />
  ),
  listen: <path d="M3 7.5v5h3l4 3.5V4L6 7.5zM13 7.2a4 4 0 0 1 0 5.6M15.2 4.8a7.4 7.4 0 0 1 0 10.4" />,
  bell: <path d="M4 14.5c1.2-1.2 1.5-2.6 1.5-5.5a4.5 4.5 0 0 1 9 0c0 2.9.3 4.3 1.5 5.5zM8.2 17.5h3.6" />,
  menu: <path d="M3 5.5h14M3 10h14M3 14.5h14" />,
  close: <path d="m5 5 10 10M15 5 5 15" />,
  print: (
    <>
      <path d="M6 7V2.5h8V7M6 14.5H3V7h14v7.5h-3" />
      <path d="M6 12h8v5.5H6z" />
    </>
  ),
  download: <path d="M10 3v9.5M5.5 8.5l4.5 4.5 4.5-4.5M3.5 16.5h13" />,
  upload: <path d="M10 13V3.5M5.5 7.5 10 3l4.5 4.5M3.5 16.5h13" />,
  edit: <path d="M12.5 4.5 15.5 7.5 7 16l-4 1 1-4z" />,
  swap: <path d="M3 7h13M12.5 3.5 16 7l-3.5 3.5M17 13H4M7.5 9.5 4 13l3.5 3.5" />,
  user: (
    <>
      <circle cx="10" cy="6.5" r="3.5" />
      <path d="M3.5 17.5c0-4 2.8-6 6.5-6s6.5 2 6.5 6" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;
