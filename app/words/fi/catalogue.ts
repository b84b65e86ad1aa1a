import type english from "../en/catalogue.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
