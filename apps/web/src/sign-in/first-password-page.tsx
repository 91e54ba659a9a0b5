export function FirstPasswordPage() {
  return null;
}
