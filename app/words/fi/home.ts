import type english from "../en/home.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
