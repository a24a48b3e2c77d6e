package io.deskhand.ably.local.wire;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Channel modes, by their bits in the flags of ATTACH and ATTACHED. */
public enum Mode {
    PRESENCE(16, "presence"),
    PUBLISH(17, "publish"),
    SUBSCRIBE(18, "subscribe"),
    PRESENCE_SUBSCRIBE(19, "subscribe"),
    ANNOTATION_PUBLISH(21, "annotation-publish"),
    ANNOTATION_SUBSCRIBE(22, "annotation-subscribe");

    private static final Mode[] ALL = values();

    private final int bit;
    private final String operation;

    Mode(int bit, String operation) {
        this.bit = bit;
        this.operation = operation;
    }

    /** The capability operation that grants the mode. */
    public String operation() {
        return operation;
    }

    /** The modes of an ATTACH without modes: all but annotation_subscribe. */
    public static EnumSet<Mode> defaults() {
        return EnumSet.complementOf(EnumSet.of(ANNOTATION_SUBSCRIBE));
    }

    public static EnumSet<Mode> ofFlags(int flags) {
        EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
        for (Mode mode : ALL) {
            if ((flags & 1 << mode.bit) != 0) {
                modes.add(mode);
            }
        }
        return modes;
    }

    public static int flags(Set<Mode> modes) {
        int flags = 0;
        for (Mode mode : modes) {
            flags |= 1 << mode.bit;
        }
        return flags;
    }

    /** The modes in a comma-separated {@code modes} parameter; unknown names are ignored. */
    public static EnumSet<Mode> ofNames(String names) {
        EnumSet<Mode> modes = EnumSet.noneOf(Mode.class);
        for (String name : names.split(",", -1)) {
            Mode mode = ofName(name.trim());
            if (mode != null) {
                modes.add(mode);
            }
        }
        return modes;
    }

    private static @Nullable Mode ofName(String name) {
        for (Mode mode : ALL) {
            if (mode.wireName().equals(name.toLowerCase(Locale.ROOT))) {
                return mode;
            }
        }
        return null;
    }

    public static String names(Set<Mode> modes) {
        return modes.stream().map(Mode::wireName).collect(Collectors.joining(","));
    }

    private String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
