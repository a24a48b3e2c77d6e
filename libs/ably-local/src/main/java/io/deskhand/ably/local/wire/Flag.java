package io.deskhand.ably.local.wire;

/** The flags of protocol messages that are not modes. */
public final class Flag {
    public static final int HAS_PRESENCE = 1;
    public static final int HAS_BACKLOG = 1 << 1;
    public static final int RESUMED = 1 << 2;
    public static final int ATTACH_RESUME = 1 << 5;

    private Flag() {}
}
