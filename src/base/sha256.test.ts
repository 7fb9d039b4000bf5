import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "./sha256.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

describe("sha256", () => {
  // NIST, Cryptographic Standards and Guidelines: examples for SHA-256; FIPS 180-2, appendix B.
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("gives the published digest of %.60s", (text, digest) => {
    expect(sha256(bytes(text))).toBe(digest);
  });

  it("agrees with OpenSSL on every length around the block borders", () => {
    for (let length = 0; length < 200; length++) {
      const data = Uint8Array.from({ length }, (_, i) => (i * 37) & 255);
      expect(sha256(data)).toBe(createHash("sha256").update(data).digest("hex"));
    }
  });

  it("agrees with OpenSSL on any bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 500 }), (data) => {
        expect(sha256(data)).toBe(createHash("sha256").update(data).digest("hex"));
      }),
    );
  });
});
