import type { ReactNode } from 'react';

const SHAPES = {
  missions: (
    <>
      <rect x="3" y="4" width="8" height="7" rx="1.5" />
      <rect x="13" y="4" width="8" height="7" rx="1.5" />
      <rect x="3" y="13.5" width="8" height="6.5" rx="1.5" />
      <rect x="13" y="13.5" width="8" height="6.5" rx="1.5" />
    </>
  ),
  run: (
    <>
      <circle cx="12" cy="12" r="2.5" />
      <ellipse cx="12" cy="12" rx="10" ry="4.4" transform="rotate(-22 12 12)" />
    </>
  ),
  reports: <path d="M6 3h8l4 4v14H6zM14 3v5h4M9 13h6M9 17h6" />,
  guide: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M9.5 9.3a2.6 2.6 0 1 1 3.6 2.4c-.8.4-1.1.9-1.1 1.8M12 16.8v.3" />
    </>
  ),
  settings: (
    <>
      <path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5" />
      <circle cx="15" cy="7" r="2" />
      <circle cx="9" cy="12" r="2" />
      <circle cx="13" cy="17" r="2" />
    </>
  ),
  sun: (
    <>
      <circle cx="12" cy="12" r="4" />
      <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6L7 7M17 17l1.4 1.4M5.6 18.4L7 17M17 7l1.4-1.4" />
    </>
  ),
  moon: <path d="M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z" />,
  upload: <path d="M12 16V4m0 0L7 9m5-5l5 5M4 15v4a1 1 0 0 0 1 1h14a1 1 0 0 0 1-1v-4" />,
  close: <path d="M6 6l12 12M18 6L6 18" />,
  copy: (
    <>
      <rect x="9" y="9" width="11" height="11" rx="2" />
      <path d="M5 15V5a1 1 0 0 1 1-1h9" />
    </>
  ),
  check: <path d="M5 12.5l4.5 4.5L19 7.5" />,
  alert: <path d="M12 4l9 16H3zM12 10v4M12 17v.2" />,
  trash: <path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13" />,
  step: <path d="M6 5l9 7-9 7zM18 5v14" />,
  save: <path d="M12 4v11m0 0l-4.5-4.5M12 15l4.5-4.5M5 20h14" />,
  search: (
    <>
      <circle cx="11" cy="11" r="6" />
      <path d="M20 20l-4.5-4.5" />
    </>
  ),
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof SHAPES;

/** A line drawing beside words; it says nothing the words do not say, so it is hidden from screen readers. */
export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {SHAPES[name]}
    </svg>
  );
}

/** The product's mark: a planet, two orbits, one body. */
export function Mark() {
  return (
    <svg className="mark" viewBox="0 0 34 34" width={34} height={34} aria-hidden="true">
      <circle cx="17" cy="17" r="4" fill="var(--accent)" />
      <g fill="none" stroke="var(--ink2)" strokeWidth="1.4">
        <ellipse cx="17" cy="17" rx="15" ry="6.2" transform="rotate(-24 17 17)" />
        <circle cx="17" cy="17" r="10" opacity=".55" />
      </g>
      <circle cx="30.4" cy="11.2" r="2.3" fill="var(--shard-3)" />
    </svg>
  );
}
