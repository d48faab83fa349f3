/* Of the page that is shown elsewhere, and of the one that says how to. */
import { offerCopies } from "./offer-copies.ts";
import { tellHeight } from "./tell-height.ts";

if (parent === window) offerCopies();
else tellHeight();
