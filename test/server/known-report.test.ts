import { describe, expect, it } from "vitest";
import { withPictures } from "../../src/server/known-report.ts";

const html =
  '<figure id="a"><div class="drawn"><svg width="1"><g/></svg></div></figure><figure id="b"><div><svg width="2"></svg></div></figure>';

describe("a report that was written before", () => {
  it("gets its pictures back from its page, each by its id", () => {
    const report = {
      sections: [
        {
          parts: [
            { kind: "picture", id: "b" },
            { kind: "picture", id: "a" },
          ],
        },
      ],
    };
    expect(withPictures(report, html)).toEqual({
      sections: [
        {
          parts: [
            { kind: "picture", id: "b", svg: '<svg width="2"></svg>' },
            { kind: "picture", id: "a", svg: '<svg width="1"><g/></svg>' },
          ],
        },
      ],
    });
  });

  it("goes without a picture that the page does not have, and without a page", () => {
    const report = { kind: "picture", id: "c" };
    expect(withPictures(report, html)).toEqual(report);
    expect(withPictures(report, undefined)).toBe(report);
  });
});
