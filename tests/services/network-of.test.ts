import { describe, expect, it } from "vitest";
import { networkOf } from "#app/services/env/network-of.server.ts";

// The prefixes of documentation: RFC 5737 (IPv4), RFC 3849 (IPv6); the mapped form: RFC 4291, 2.5.5.2.
describe("the network that tries are counted by", () => {
  it.each([
    ["203.0.113.7", "203.0.113.7"],
    ["::ffff:203.0.113.7", "203.0.113.7"],
    ["::FFFF:cb00:7107", "203.0.113.7"],
    ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
    ["2001:DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"],
    ["2001:db8::1", "2001:db8:0:0::/64"],
    ["2001:db8:0:0:1::", "2001:db8:0:0::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ])("of %s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it("tells neighbouring networks apart", () => {
    expect(networkOf("2001:db8:1:3::1")).not.toBe(networkOf("2001:db8:1:2::1"));
    expect(networkOf("203.0.113.8")).not.toBe(networkOf("203.0.113.7"));
  });

  it.each(["a:b", ":::", "[::1]", "1:2", "unix:", ""])("of %j, which is no address, is itself", (text) => {
    expect(networkOf(text)).toBe(text);
  });

  it("of nothing is said to be unknown", () => {
    expect(networkOf(undefined)).toBe("unknown");
  });
});
