import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { type ContentCopy, copyContent } from "../factories/content-copy.ts";
import { type StartedCommand, startCommand } from "../setup/started-command.ts";

const KPI = "kpis/referral-share.yaml";
const ASSESSMENT = "assessments/seven-ps/assessment.yaml";

let content: ContentCopy | undefined;
let command: StartedCommand | undefined;
afterEach(async () => {
  await command?.end("SIGKILL");
  content?.remove();
});

describe("npm run content:check -- --watch", () => {
  const watching = () => startCommand(["scripts/run.mjs", "scripts/content-check.ts", "--watch", content!.directory]);

  it("checks after every change until it is interrupted", async () => {
    content = copyContent();
    command = watching();
    await command.line(/ all well$/);
    await command.line(/^Checking again after every change/);
    const good = content.read(KPI);
    content.replace(KPI, "better: up", "better: sideways");
    expect(await command.line(/sideways|better/)).toMatch(/kpis\/referral-share\.yaml:\d+ {2}better: Invalid option: .+ -> use one of: up, down$/);
    await command.line(/^1 problem in /);
    content.write(KPI, good);
    await command.line(/ all well$/);
    expect(await command.end("SIGINT")).toBe(0);
  });

  it("goes on after an editor saved by renaming, and sees new folders", async () => {
    content = copyContent();
    command = watching();
    await command.line(/^Checking again/);
    const file = path.join(content.directory, KPI);
    for (const round of [1, 2]) {
      content.write(`${KPI}~`, content.read(KPI).replace(/^title: .*$/m, `title: ""`));
      renameSync(`${file}~`, file);
      await command.line(/referral-share\.yaml:\d+ {2}title: Too small/);
      content.write(`${KPI}~`, content.read(KPI).replace(/^title: .*$/m, `title: Round ${round}`));
      renameSync(`${file}~`, file);
      await command.line(/ all well$/);
    }
    mkdirSync(path.join(content.directory, "assessments/new-one/questions"), { recursive: true });
    await command.line(/assessments\/new-one\/assessment\.yaml:1 {2}the file cannot be read {2}-> add the file$/);
    await command.line(/problems in /);
    content.write("assessments/new-one/questions/a.yaml", "dimension: b\nitems: []\n");
    await command.line(/assessments\/new-one\/questions\/a\.yaml:2 {2}items: Too small/);
    await command.line(/problems in /);
    rmSync(path.join(content.directory, "assessments/new-one"), { recursive: true });
    await command.line(/ all well$/);
    expect(await command.end("SIGTERM")).toBe(0);
  });
});

describe("npm run content:preview", () => {
  const temporary = mkdtempSync(path.join(tmpdir(), "pinhigh-preview-test-"));
  afterEach(() => rmSync(temporary, { recursive: true, force: true }));
  const previewing = (...args: string[]) =>
    startCommand(["scripts/run.mjs", "scripts/content-preview.ts", ...args, "--content", content!.directory], { TMPDIR: temporary });
  const page = async (address: string) => (await fetch(address)).text();

  it("shows an assessment at an address that stays, after every change without a problem", async () => {
    content = copyContent();
    content.replace(ASSESSMENT, "minutes: ", "minutes: 9");
    command = previewing("seven-ps");
    await command.line(/assessments\/seven-ps\/assessment\.yaml:\d+ {2}minutes: Too big/);
    await command.line(/^Mend it and save; the preview starts then\.$/);
    content.replace(ASSESSMENT, "minutes: 9", "minutes: ");
    const address = (await command.line(/^Preview: /)).slice("Preview: ".length);
    expect(address).toMatch(/^http:\/\/localhost:\d+\/assessments\/seven-ps$/);
    expect(readdirSync(temporary)).toHaveLength(1);
    const title = /^title: (.*)$/m.exec(content.read(ASSESSMENT))![0];
    content.replace(ASSESSMENT, title, "title: Seven words beginning with P");
    await command.line(/^Changed: /);
    expect(await page(address)).toContain("Seven words beginning with P");
    content.replace(ASSESSMENT, "title: Seven words", "titel: Seven words");
    await command.line(/unknown key "titel"/);
    await command.line(/still shows the content before this change/);
    expect(await page(address)).toContain("Seven words beginning with P");
    content.replace(ASSESSMENT, "titel: Seven words", "title: Eight words");
    await command.line(/^Changed: /);
    expect(await page(address)).toContain("Eight words beginning with P");
    expect(await command.end("SIGINT")).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    await expect(page(address)).rejects.toThrow();
  });

  it("names the assessments there are when it is asked for another", async () => {
    content = copyContent();
    mkdirSync(temporary, { recursive: true });
    command = previewing("eight-ps");
    expect(await command.line(/eight-ps/)).toMatch(/^There is no assessment "eight-ps" in .+\. There are: community-readiness, .+, website-performance\.$/);
    expect(await command.end("SIGTERM")).toBe(0);
  });
});
