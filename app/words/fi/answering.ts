import type english from "../en/answering.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
