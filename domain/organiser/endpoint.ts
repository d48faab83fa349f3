import type { BoundName } from "../bound.ts";
import type { CONSOLE } from "./paths.ts";
import type { Action } from "./role.ts";

/**
 * Who may use an endpoint: `nobody` is signed in there (signing in, setting up), any organiser is
 * `signed-in`, or an organiser whose role at the consultation `:id` has that right.
 */
export type Access = "nobody" | "signed-in" | Action;

/** A page or a form of the organisers' console. */
export type OrganiserEndpoint = Common &
  (
    | { method: "GET"; bound?: undefined }
    /** How often it may be sent (bound.ts): whoever adds a form decides it. */
    | { method: "POST"; bound: BoundName }
  );

interface Common {
  path: (typeof CONSOLE)[keyof typeof CONSOLE];
  access: Access;
  /** What a POST carries; a form unless this says otherwise. `parts`: a form with a file. */
  body?: "json" | "parts";
  /** Most bytes of the body, where a form is larger than the usual 64 kB. */
  mostBytes?: number;
}
