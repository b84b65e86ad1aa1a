import { beginWith, submit } from "./journeys/answer-questions.ts";
import { exampleAnswers } from "./journeys/assessment-content.ts";
import { expectAccessible } from "./journeys/check-accessibility.ts";
import { expect, test } from "./journeys/watched-test.ts";

const EMPOWERMENT = "digital-empowerment";

test("one's own reasons stand beside the published ones, with where those come from, on paper too", async ({ page }) => {
  const { takeToken } = await beginWith(page, EMPOWERMENT, exampleAnswers(EMPOWERMENT));
  const { resultPath } = await submit(page, takeToken);
  await page.goto(resultPath);
  const section = page.locator("section", { has: page.getByRole("heading", { level: 2, name: "Beside a published survey" }) });
  const check = async () => {
    await expect(section.getByRole("heading", { level: 3 })).toHaveText("Why 107 marketers invest in technology");
    // The example answers: efficiency, better leads, keeping up with rivals, understanding customers.
    await expect(section.getByRole("row")).toHaveText([
      "AnswerYour placePublished place",
      "To get more done with the same people11",
      "To base decisions about marketing money on datanot picked2",
      "To pass more promising prospects to sales23",
      "To understand customers better44",
      "To have what rivals have3not named",
    ]);
    await expect(section).toContainText("The source places only 4 of these 8 answers");
    await expect(section.getByRole("term")).toHaveText(["Source", "Respondents", "Year", "Method", "Licence", "Address"]);
    for (const text of ["Patricia Seybold Group and ITSMA", "107", "not stated in the source", "no shares", "The report states none.", "none given"]) {
      await expect(section.getByRole("definition").filter({ hasText: text }).first()).toBeVisible();
    }
  };
  await check();
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  await check();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the example has it too, and an assessment without a set has no such section", async ({ page }) => {
    await page.goto(`/assessments/${EMPOWERMENT}/example`);
    await expect(page.getByRole("heading", { name: "Beside a published survey" })).toBeVisible();
    await page.goto("/assessments/seven-ps/example");
    await expect(page.getByRole("heading", { name: "Beside a published survey" })).toHaveCount(0);
  });
});
