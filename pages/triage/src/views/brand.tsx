export function Brand() {
  return (
    <p className="brand">
      <svg viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" />
        <path d="M8 10h16M8 16h10M8 22h13" />
        <circle cx="24" cy="16" r="2" />
      </svg>
      Hash triage
    </p>
  );
}
