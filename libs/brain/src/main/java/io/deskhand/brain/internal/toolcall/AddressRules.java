package io.deskhand.brain.internal.toolcall;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Which addresses belong to the public internet (IANA's special-purpose registries, RFC 6890). */
final class AddressRules {

    private record Block(byte[] start, int bits) {

        static Block of(String text) {
            String[] parts = text.split("/", 2);
            try {
                // Literals are not looked up.
                return new Block(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalStateException(text + " is no address block", e);
            }
        }

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static final List<Block> SPECIAL = List.of(
            Block.of("0.0.0.0/8"),
            Block.of("10.0.0.0/8"),
            Block.of("100.64.0.0/10"),
            Block.of("127.0.0.0/8"),
            Block.of("169.254.0.0/16"),
            Block.of("172.16.0.0/12"),
            Block.of("192.0.0.0/24"),
            Block.of("192.0.2.0/24"),
            Block.of("192.88.99.0/24"),
            Block.of("192.168.0.0/16"),
            Block.of("198.18.0.0/15"),
            Block.of("198.51.100.0/24"),
            Block.of("203.0.113.0/24"),
            Block.of("224.0.0.0/3"));

    /** All of 2000::/3 is public but for these; what translates to IPv4 could lead anywhere. */
    private static final Block GLOBAL = Block.of("2000::/3");

    private static final List<Block> SPECIAL_6 =
            List.of(Block.of("2001::/23"), Block.of("2001:db8::/32"), Block.of("2002::/16"), Block.of("3fff::/20"));

    private AddressRules() {}

    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        return switch (address) {
            case Inet4Address four -> SPECIAL.stream().noneMatch(block -> block.holds(bytes));
            case Inet6Address six -> GLOBAL.holds(bytes) && SPECIAL_6.stream().noneMatch(block -> block.holds(bytes));
            default -> false;
        };
    }
}
