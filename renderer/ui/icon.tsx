/** Drawn on a 16 × 16 grid with one stroke width, so that they sit beside text of any size. */
const paths = {
  cases: 'M1.8 4.2v8.3h12.4V5.7H7.6L6.2 4.2z',
  send: 'M14 2 1.8 6.7l4.9 2.5L14 2l-4.6 12-2.7-4.8',
  chart: 'M2 14h12M4 11.5V8M8 11.5V3M12 11.5V6',
  audit: 'M3 2.2h7.2L13 5v8.8H3zM5.4 7h5.2M5.4 9.4h5.2M5.4 11.7h3',
  settings: 'M2 4.5h7M12.5 4.5H14M2 11.5h1.5M7 11.5h7M10.7 2.8v3.4M5.2 9.8v3.4',
  lock: 'M3.5 7.2h9v6.3h-9zM5.4 7V5a2.6 2.6 0 0 1 5.2 0v2M8 9.7v1.6',
  eye: 'M1.5 8S3.8 3.8 8 3.8 14.5 8 14.5 8 12.2 12.2 8 12.2 1.5 8 1.5 8zM8 9.8a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6z',
  'eye-off':
    'M6.3 4A6.6 6.6 0 0 1 8 3.8c4.2 0 6.5 4.2 6.5 4.2a11 11 0 0 1-2 2.5M9.8 12a6.6 6.6 0 0 1-1.8.2C3.8 12.2 1.5 8 1.5 8a11 11 0 0 1 2.3-2.700M2.5 2.500l11 11',
  search: 'M7 11.800A4.8 4.8 0 1 0 7 2.200a4.8 4.8 0 0 0 0 9.600zM10.5 10.5 14 14',
  plus: 'M8 3v10M3 8h10',
  close: 'M3.8 3.800l8.4 8.400M12.2 3.800l-8.4 8.4',
  down: 'M4 6.2 8 10.200l4-4',
  right: 'M6 4l4 4-4 4',
  left: 'M10 4 6 8l4 4',
  check: 'M3 8.500l3.3 3.300L13 4.7',
  warning: 'M8 2 1.5 13.500h13zM8 6.300v3.500M8 11.400v.4',
  error: 'M5.3 1.800h5.400l3.5 3.500v5.400l-3.5 3.500H5.300l-3.5-3.500V5.300zM8 4.800v4M8 10.700v.5',
  info: 'M8 14.200A6.2 6.2 0 1 0 8 1.800a6.2 6.2 0 0 0 0 12.400zM8 7.300v3.900M8 4.800v.5',
  file: 'M3.5 1.800h5.700l3.3 3.300v9.100h-9zM9 2v3.400h3.4',
  import: 'M8 2v7.500M4.8 6.5 8 9.700l3.2-3.200M2.5 11v2.800h11V11',
  key: 'M5.2 11.800a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM7.6 7.2 13.5 2.500M11 4.500l2 2.300M9.3 5.900l1.2 1.4',
  print: 'M4.5 6V2h7v4M4.5 11.500H2.200V6h11.600v5.500h-2.300M4.5 9.500h7V14h-7z',
  copy: 'M5.5 5.500h8v8h-8zM10.5 5.300V2.500h-8v8h2.8',
  people:
    'M6 7.800a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.200zM1.5 13.500c.3-2.6 2-4 4.5-4s4.2 1.4 4.5 4M10.8 2.900a2.5 2.5 0 0 1 0 4.700M12 9.800c1.5.6 2.3 1.9 2.5 3.7',
  shield:
    'M8 1.7 13.3 3.600v3.900c0 3.2-2 5.5-5.3 6.8-3.3-1.3-5.3-3.6-5.3-6.800V3.600zM5.5 8l1.9 1.9 3.3-3.6',
  back: 'M13.5 8h-11M6.5 4l-4 4 4 4',
  panel: 'M1.8 2.800h12.400v10.400H1.800zM6 2.800v10.4',
  help: 'M8 14.200A6.2 6.2 0 1 0 8 1.800a6.2 6.2 0 0 0 0 12.400zM6.2 6.300c0-1 .8-1.7 1.8-1.700s1.8.7 1.8 1.600c0 1.3-1.8 1.4-1.8 2.800M8 11v.4',
  clock: 'M8 14.200A6.2 6.2 0 1 0 8 1.800a6.2 6.2 0 0 0 0 12.400zM8 4.500V8l2.5 1.7',
  pack: 'M2 5l6-3 6 3v6l-6 3-6-3zM2 5l6 3 6-3M8 8v6',
  link: 'M6.7 9.300a2.7 2.7 0 0 0 3.8 0l2.2-2.200a2.7 2.7 0 0 0-3.8-3.800l-.7.7M9.3 6.700a2.7 2.7 0 0 0-3.8 0L3.3 8.900a2.7 2.7 0 0 0 3.8 3.800l.7-.7',
  edit: 'M2.5 13.500l.6-3L10.8 2.800l2.4 2.4-7.7 7.700zM9.3 4.300l2.4 2.4',
} as const

export type IconName = keyof typeof paths

export const Icon = ({ name, label }: { readonly name: IconName; readonly label?: string }) => (
  <svg
    className="icon"
    viewBox="0 0 16 16"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    strokeLinecap="round"
    strokeLinejoin="round"
    focusable="false"
    {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
  >
    <path d={paths[name]} />
  </svg>
)
