import type english from "../en/portfolio.ts";
import type { TextsLike } from "../say.ts";

export default {} satisfies TextsLike<typeof english>;
