package io.deskhand.ably.local.wire;

/** Message actions, in the order of their numbers on the wire. */
public enum MessageAction {
    CREATE,
    UPDATE,
    DELETE,
    META,
    SUMMARY,
    APPEND;

    private static final MessageAction[] ALL = values();

    /**
     * The action of a number.
     *
     * @throws AblyException 40000 for a number that is no message action
     */
    public static MessageAction of(int number) {
        if (number < 0 || number >= ALL.length) {
            throw Errors.badRequest("unable to read message; unknown action " + number);
        }
        return ALL[number];
    }
}
