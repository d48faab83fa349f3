/**
 * Tells the other tabs of this browser that answers to a consultation were saved, and hears it from
 * them. Tabs only tell each other that it happened, never what or under which receipt: two people may
 * share a device. Nothing of it stays there.
 */
export function otherTabs(consultation: string, onSaved: () => void): { tell(): void } {
  if (typeof BroadcastChannel === "undefined") return { tell: () => undefined };
  const channel = new BroadcastChannel(`kenes ${consultation}`);
  channel.addEventListener("message", onSaved);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
  return { tell: () => channel.postMessage("saved") };
}
